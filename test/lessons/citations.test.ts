/** Every section of an RFC that the course cites is there, by a table of the RFCs' own sections. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Titles by `<rfc> <section>`, an appendix by its letter. */
const sections = readSections(readFileSync(join(ROOT, 'test/lessons/rfc-sections.txt'), 'utf8'))

/** How a section is cited: in a link, in a sentence, as the key of a standard that a decision cites. */
const CITATIONS = [
  /rfc(\d{4,5})#(?:section|appendix)-([A-Z]|\d[\d.]*\d|\d)/g,
  /RFC (\d{4,5}),? (?:§|sections? |appendix |부록 )([A-Z]\b|\d[\d.]*\d|\d)/gi,
  /'(\d{4,5})-(\d[\d.]*\d|\d)'/g,
]

test.each(['lessons', 'web', 'server', 'README.md', 'CONTRIBUTING.md'])(
  'every section of an RFC that is cited in %s is there',
  (place) => {
    const cited = filesIn(place).flatMap((file) =>
      citationsIn(readFileSync(join(ROOT, file), 'utf8')).map((section) => ({ file, section })),
    )
    expect(cited.filter(({ section }) => !sections.has(section))).toEqual([])
  },
)

test.each([
  ['[§2.1](https://www.rfc-editor.org/rfc/rfc6750#section-2.1)', ['6750 2.1']],
  ['https://www.rfc-editor.org/rfc/rfc6749#appendix-B', ['6749 B']],
  ['a bearer token (RFC 6750 §2.1).', ['6750 2.1']],
  ['as RFC 6750 section 3.1 says', ['6750 3.1']],
  ["header: ['6750-2.1', '9110-11.1']", ['6750 2.1', '9110 11.1']],
  ['in 2026, and RFC 6750 as a whole', []],
])('%s cites %j', (text, cited) => {
  expect(citationsIn(text)).toEqual(cited)
})

test.each([
  ['6750 2.1', 'Authorization Request Header Field'],
  ['6749 B', 'Use of application/x-www-form-urlencoded Media Type'],
  ['9110 15.5.21', '422 Unprocessable Content'],
  ['9700 2.4', 'Resource Owner Password Credentials Grant'],
  ['10025 5.6.7', 'The SameSite Attribute'],
  ['6750 9.9', undefined],
  ['6454 3.6', undefined],
])('the section %s is called %s', (section, title) => {
  expect(sections.get(section)).toBe(title)
})

function readSections(text: string): Map<string, string> {
  const titles = new Map<string, string>()
  let rfc = ''
  for (const line of text.split('\n')) {
    rfc = /^RFC (\d+) /.exec(line)?.[1] ?? rfc
    const [, section, title] = /^([A-Z]|\d[\d.]*) (.+)$/.exec(line) ?? []
    if (section && title) titles.set(`${rfc} ${section}`, title)
  }
  return titles
}

function citationsIn(text: string): string[] {
  return CITATIONS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, rfc, section]) => `${rfc} ${section}`),
  )
}

/** The files that words stand in, below a folder or by themselves. */
function filesIn(place: string): string[] {
  if (place.endsWith('.md')) return [place]
  return readdirSync(join(ROOT, place), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|md|py)$/.test(name))
    .map((name) => join(place, name))
}
