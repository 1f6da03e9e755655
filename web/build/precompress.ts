/** Compresses the built files once and well, so that no server does it again for every visitor. */

import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

/** Fonts are compressed in themselves. */
const COMPRESSIBLE = /\.(?:js|css|html|svg|json|txt|webmanifest)$/

/** In bytes: below, an answer's head weighs more than what is saved. */
const WORTH_IT = 1_000

const ENCODERS: [ending: string, encode: (bytes: Buffer) => Promise<Buffer>][] = [
  [
    '.br',
    (bytes) =>
      promisify(brotliCompress)(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }),
  ],
  // Browsers take brotli over https and from this machine alone: in a class it is this one.
  ['.gz', (bytes) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION })],
]

/** Writes `<file>.br` and `<file>.gz` beside each file of the page that they make smaller. */
export function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: (_, { isSsrBuild }) => !isSsrBuild,
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir = '' }) {
        const files = await readdir(dir, { recursive: true })
        const wanted = files.filter((file) => COMPRESSIBLE.test(file))
        await Promise.all(wanted.map((file) => compress(join(dir, file))))
      },
    },
  }
}

async function compress(file: string): Promise<void> {
  const bytes = await readFile(file)
  if (bytes.length < WORTH_IT) return
  for (const [ending, encode] of ENCODERS) await writeFile(file + ending, await encode(bytes))
}
