/** The built page, as files: `npm run build` makes it. */

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the build is. */
export const builtFolder = fileURLToPath(new URL('../../dist/web/', import.meta.url))

/** The files of the build, as paths from its root. */
export const built: string[] = readdirSync(builtFolder, { recursive: true, encoding: 'utf8' })

const texts = new Map<string, string>()

/** What stands in a file of the build; many tests ask for all of them. */
export function read(file: string): string {
  const text = texts.get(file) ?? readFileSync(join(builtFolder, file), 'utf8')
  texts.set(file, text)
  return text
}

/** Its bytes. */
export const sizeOf = (file: string): number => statSync(join(builtFolder, file)).size

/** What a pattern captures in a text. */
export const captures = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, captured]) => captured!)

export const html = read('index.html')

/** The style sheets that the page links to. */
export const styles = captures(html, /<link rel="stylesheet"[^>]* href="\.\/([^"]+)"/g)
