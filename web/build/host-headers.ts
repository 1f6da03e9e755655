/** What a host of a static copy is to say with each file, in the format that Netlify and Cloudflare Pages read. */

import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { headersAt } from '../../server/stage/page-headers.ts'

/** Writes `_headers`. No path is in two rules: hosts differ in what they make of a header that is named twice. */
export function hostHeaders(): Plugin {
  return {
    name: 'host-headers',
    apply: (_, { isSsrBuild }) => !isSsrBuild,
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir = '' }) {
        const entries = await readdir(dir, { withFileTypes: true })
        const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
        const rules = ['index.html', ...files.filter((name) => name !== 'index.html')].flatMap(
          (name) => addressesOf(name).map((path) => rule(path, headersAt(`/${name}`))),
        )
        const assets = rule('/assets/*', headersAt('/assets/'))
        await writeFile(join(dir, '_headers'), [...rules, assets].join('\n'))
      },
    },
  }
}

/** The paths that a file is found at: these hosts leave out the ending of pages. */
function addressesOf(name: string): string[] {
  if (name === 'index.html') return ['/', '/index.html']
  return name.endsWith('.html') ? [`/${name}`, `/${name.replace(/\.html$/, '')}`] : [`/${name}`]
}

const rule = (path: string, headers: Record<string, string>): string =>
  [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n')
