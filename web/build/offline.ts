/** What the service worker keeps for the time without a host: the list of the built page's files. */

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'

/** A file of the offline copy: its path below the page, its size, and a sum of it where no host changes it. */
type KeptFile = [path: string, bytes: number, sum: string]

const PLACE = /const BUILD = \{.*\}$/m

/** Nothing a learner misses: licenses, who is there, and the worker itself, which the browser keeps. */
const LEFT_OUT =
  /LICENSE\.txt$|^playground\.json$|^_headers$|^(service-worker|offline-copy|mockServiceWorker)\.js$|\.(br|gz)$/

const SLICE = /noto-sans-kr-[\w-]+\.woff2$/

/** Writes the list into the built `service-worker.js`. */
export function offline(): Plugin {
  let folder: string
  return {
    name: 'offline',
    apply: (_, { isSsrBuild }) => !isSsrBuild,
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir)
    },
    writeBundle: {
      order: 'post',
      handler: () => listFiles(folder),
    },
  }
}

/** Has the service worker of a built page keep what is in its folder. */
export function listFiles(folder: string): void {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const [, entry] = /<script type="module"[^>]* src="[^"]*?(assets\/[^"]+)"/.exec(html) ?? []
  if (!entry) throw new Error('the page has no first script')
  const files = keptFiles(folder)
  const version = sumOf(Buffer.from(JSON.stringify([entry, files]))).replace(/\W/g, '')
  const path = join(folder, 'service-worker.js')
  const script = readFileSync(path, 'utf8')
  if (!PLACE.test(script)) throw new Error('the service worker has no place for its files')
  const build = JSON.stringify({ version, entry, files })
  writeFileSync(
    path,
    script.replace(PLACE, () => `const BUILD = ${build}`),
  )
}

/** The files of a built page that an offline copy has. */
function keptFiles(folder: string): KeptFile[] {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
  const read = (path: string) => readFileSync(join(folder, path))
  // Letters that stand in no lesson come from the network, where there is one.
  const needed = all
    .filter((path) => /\/korean-font-[^/]+\.css$|\/index-[^/]+\.css$/.test(path))
    .map((path) => read(path).toString())
    .join('\n')
  const isKept = (path: string) =>
    !LEFT_OUT.test(path) && (!SLICE.test(path) || needed.includes(path.split('/').at(-1)!))
  return all.filter(isKept).map((path) => {
    const bytes = read(path)
    return [path, bytes.byteLength, path.endsWith('.html') ? '' : sumOf(bytes)]
  })
}

/** The first twelve bytes of the SHA-256 of a file, in Base64. */
function sumOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest().subarray(0, 12).toString('base64')
}
