/** A host of a static copy is told in `_headers` to say of each file what our own server says of it. */

import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { pageFiles } from '../../../server/node/page-files.ts'
import { createSite } from '../../../server/playground/site.ts'
import { built, read } from '../../support/built-page.ts'

/** The rules by their paths, as Netlify and Cloudflare Pages read them. */
const rules = new Map(
  read('_headers')
    .split(/\n(?=\/)/)
    .map((rule): [string, Record<string, string>] => {
      const [path = '', ...lines] = rule.trimEnd().split('\n')
      const headers = lines.map((line) => {
        const [, name, value] = /^ {2}([\w-]+): (\S.*)$/.exec(line) ?? []
        return [name!.toLowerCase(), value!]
      })
      return [path, Object.fromEntries(headers) as Record<string, string>]
    }),
)

const matches = (rule: string, path: string) =>
  rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : rule === path

const site = createSite({
  files: pageFiles(fileURLToPath(new URL('../../../dist/web', import.meta.url))),
})

/** What is about the one file, or about nothing that a browser keeps to. */
const OF_THE_FILE = ['content-type', 'content-length', 'etag', 'vary', 'accept-ranges']

const files = built.filter((file) => /\.\w+$/.test(file) && !/\.(?:br|gz)$/.test(file))

test('of every file of the build, one rule says what the server says', async () => {
  expect(files.length).toBeGreaterThan(100)
  // A copy says false there, and the server has no such file.
  const served = files.filter((file) => file !== 'playground.json')
  for (const path of ['/', ...served.map((file) => `/${file.replaceAll('\\', '/')}`)]) {
    const found = [...rules].filter(([rule]) => matches(rule, path))
    expect(found, path).toHaveLength(1)
    const { status, headers } = await site.request(path, { method: 'HEAD' })
    expect(status, path).toBe(200)
    for (const name of OF_THE_FILE) headers.delete(name)
    expect(Object.fromEntries(headers), path).toEqual(found[0]![1])
  }
})

test('pages are told of by the names that these hosts give them, without their ending', () => {
  expect(rules.get('/docs')).toEqual(rules.get('/docs.html'))
  expect(rules.get('/')).toEqual(rules.get('/index.html'))
})

test('every other rule is of a file that there is', () => {
  const paths = [...rules.keys()].filter((path) => !['/', '/docs', '/assets/*'].includes(path))
  expect(paths.map((path) => path.slice(1)).filter((file) => !files.includes(file))).toEqual([])
})
