/** The fonts a browser finds on its machine, made by the tests: no test then depends on those of its own machine. */

import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Block, boxFont } from './box-font.ts'

const latin: Block = { from: 0x21, to: 0x17f, width: 0.55 }
const punctuation: Block = { from: 0x2010, to: 0x2bff, width: 0.8 }
const hangul = (width: number): Block => ({ from: 0xac00, to: 0xd7a3, width })

/** What a machine may have, by the name of its situation: the families and what is in them. */
const MACHINES = {
  'no Korean font': { 'Box Latin': [latin, punctuation] },
  'a Korean font that the page does not name': {
    'Box Latin': [latin, punctuation],
    'Box Hangul': [hangul(1.1)],
  },
  'a Korean font that the page names': {
    'Box Latin': [latin, punctuation],
    NanumGothic: [latin, hangul(0.87)],
  },
  'Unifont, in whose place the page has its own': {
    'Box Latin': [latin, punctuation],
    Unifont: [hangul(1)],
  },
} satisfies Record<string, Record<string, Block[]>>

export type MachineFonts = keyof typeof MACHINES | 'its own fonts'

/** Beside what is installed: browsers in a confinement do not see other programs' temporary files. */
const FOLDER = fileURLToPath(new URL('../../node_modules/.cache/machine-fonts/', import.meta.url))

/**
 * The environment of a browser that finds these fonts and no others.
 *
 * It works through fontconfig, so on Linux and the BSDs; elsewhere the browser has the machine's own fonts.
 */
export function environmentWith(fonts: MachineFonts): Record<string, string> {
  const own = Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  )
  if (fonts === 'its own fonts') return own
  const folder = join(FOLDER, fonts.replaceAll(/\W+/g, '-'))
  mkdirSync(folder, { recursive: true })
  for (const [family, blocks] of Object.entries(MACHINES[fonts])) {
    write(join(folder, `${family}.ttf`), boxFont(family, blocks))
  }
  const configuration = join(folder, 'fonts.conf')
  write(configuration, configurationFor(folder))
  return { ...own, FONTCONFIG_FILE: configuration }
}

function configurationFor(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${escaped(folder)}</dir>
  <cachedir>${escaped(join(folder, 'cache'))}</cachedir>
</fontconfig>
`
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Writes a file as one act: another test's browser may be reading it. */
function write(path: string, content: Buffer | string) {
  const part = join(FOLDER, `${process.pid}.part`)
  writeFileSync(part, content)
  renameSync(part, path)
}
