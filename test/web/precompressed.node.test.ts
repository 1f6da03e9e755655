/** What the build has compressed is what it is made of, and all of it that is worth it. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { built } from '../support/built-page.ts'

const bytes = (file: string) =>
  readFileSync(join(fileURLToPath(new URL('../../dist/web/', import.meta.url)), file))

test.each([
  ['br', brotliDecompressSync],
  ['gz', gunzipSync],
])('every .%s file is the file beside it', (ending, decoded) => {
  const files = built.filter((file) => file.endsWith(`.${ending}`))
  const plain = files.map((file) => file.slice(0, -ending.length - 1))
  expect(plain.filter((file, i) => !decoded(bytes(files[i]!)).equals(bytes(file)))).toEqual([])

  const texts = built.filter((file) => /\.(?:js|css|html|svg|json|txt)$/.test(file))
  expect(plain).toEqual(texts.filter((file) => bytes(file).length >= 1000))
})

test('each of them saves its server work and its reader bytes', () => {
  const heavier = built.filter((file) => {
    const [plain] = /.+(?=\.(?:br|gz)$)/.exec(file) ?? []
    return plain !== undefined && bytes(file).length >= bytes(plain).length
  })
  expect(heavier).toEqual([])
})
