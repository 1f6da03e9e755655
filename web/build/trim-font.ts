/** A font with no more in it than the page draws: its letters, the weights of its styles, and what shapes them. */

import { createHash } from 'node:crypto'
import { mkdirSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

/** Made once for each machine: a build with the same fonts and letters takes them from here. */
const MADE = fileURLToPath(new URL('../../node_modules/.cache/trimmed-fonts', import.meta.url))

/**
 * The styles ask for weights from 400 to 700. `theme.css` turns contextual ligatures off, so that code stands there
 * as it was typed, and takes the `l` with a tail; tables have figures of one width.
 */
const KEPT = {
  targetFormat: 'woff2' as const,
  variationAxes: { wght: { min: 400, max: 700 } },
  keepFeatures: ['ccmp', 'kern', 'locl', 'mark', 'mkmk', 'tnum', 'cv05'],
}

/**
 * Trims a font, and gives the path of the file, which has the name of the whole one.
 *
 * The SIL Open Font License allows that, under any name that the license does not reserve: no font of ours
 * reserves one, which is looked up in each license here, for another version may.
 */
export async function trimFont(file: string, letters: string): Promise<string> {
  const license = readFileSync(join(file, '../../LICENSE'), 'utf8')
  if (/with reserved font name/i.test(license)) throw new Error(`${file} has a reserved name`)
  const whole = readFileSync(file)
  const { variationAxes, ...others } = KEPT
  // A font of one weight has no axis.
  const kept = file.includes('-wght-') ? { ...others, variationAxes } : others
  const sum = createHash('sha256')
    .update(JSON.stringify([letters, kept]))
    .update(whole)
  const folder = join(MADE, sum.digest('base64url').slice(0, 16))
  const path = join(folder, basename(file))
  if (existsSync(path)) return path
  const trimmed = await subsetFont(whole, letters, kept)
  mkdirSync(folder, { recursive: true })
  // Several builds may be at it: none of them finds half a file.
  const begun = `${path}.${process.pid}`
  writeFileSync(begun, trimmed)
  renameSync(begun, path)
  return path
}
