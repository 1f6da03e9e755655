/** A newer version of the built page, as a host would have it after an update: the old files are gone from it. */

import { cp, mkdtemp, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listFiles } from '../../../web/build/offline.ts'

const BUILT = fileURLToPath(new URL('../../../dist/web', import.meta.url))

/** Modules that get another name: the page's first, and one that it loads when it is asked for. */
const RENAMED = /^(index|keys-dialog)-[\w-]{8}\.js$/

/** Makes the files of a newer version in a folder of their own; gives the folder. */
export async function nextBuild(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'next-build-'))
  await cp(BUILT, folder, { recursive: true })
  const assets = join(folder, 'assets')
  const files = await readdir(assets)
  const newer = files
    .filter((file) => RENAMED.test(file))
    .map((file) => [file, file.replace(/-[\w-]{8}\.js$/, '-Newer000.js')] as const)
  if (newer.length !== 2) throw new Error(`not the modules that were meant: ${newer.join(', ')}`)
  const texts = [join(folder, 'index.html'), ...files.map((file) => join(assets, file))]
  for (const path of texts.filter((path) => /\.(js|html)$/.test(path))) {
    const text = await readFile(path, 'utf8')
    const changed = newer.reduce((sum, [from, to]) => sum.replaceAll(from, to), text)
    if (changed !== text) await writeFile(path, changed)
  }
  for (const [from, to] of newer) await rename(join(assets, from), join(assets, to))
  listFiles(folder)
  return folder
}
