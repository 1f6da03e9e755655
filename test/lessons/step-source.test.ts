/** How a step app's source is read: its regions, its colours, and what is wrong with it. */

import { expect, test } from 'vitest'
import { readSource } from '../../web/build/step-source.ts'

test('a region’s marks go, and its lines are counted without them', () => {
  const source = readSource('a\n// #region one\nb\nc\n// #endregion\nd\n')
  expect(source.text).toBe('a\nb\nc\nd\n')
  expect(source.regions).toEqual([{ name: 'one', first: 2, last: 3 }])
})

test('regions nest, and stand in the order they begin in', () => {
  const marked = [
    '// #region outer',
    'a',
    '  // #region inner',
    '  b',
    '  // #endregion inner',
    'c',
    '// #endregion',
    '// #region next-one',
    'd',
    '//#endregion',
  ]
  expect(readSource(marked.join('\n')).regions).toEqual([
    { name: 'outer', first: 1, last: 3 },
    { name: 'inner', first: 2, last: 2 },
    { name: 'next-one', first: 4, last: 4 },
  ])
})

test('lines that end as on Windows are read as any other', () => {
  expect(readSource('// #region one\r\na\r\n// #endregion\r\n')).toMatchObject({
    text: 'a\n',
    regions: [{ name: 'one', first: 1, last: 1 }],
  })
})

test.each([
  ['a region without a name', 'a\n// #region\nb\n// #endregion', /line 2: a region's name/],
  ['a name that is not kebab-case', '// #region Two words\nb', /line 1: a region's name/],
  [
    'a name given twice',
    '// #region a\n1\n// #endregion\n// #region a\n',
    /line 4: .*"a" occurs twice/,
  ],
  ['a region that is never closed', '1\n// #region a\n1', /line 2: .*"a" is never closed/],
  ['an end without a beginning', '1\n\n// #endregion', /line 3: #endregion without/],
  ['a region with nothing in it', '// #region a\n// #endregion', /line 1: .*"a" is empty/],
])('%s is refused by its line', (_, marked, message) => {
  expect(() => readSource(marked)).toThrow(message)
})

test('a comment that merely speaks of regions stays', () => {
  const text = "// see #region one\nconst a = '// #region b'\n// #regions\n"
  expect(readSource(text).text).toBe(text)
})

test('every character of the text is in the lines, empty lines too', () => {
  const { text, lines } = readSource('a()\n\n// #region b\n  b(`${1}x`) // c\n// #endregion\n')
  const joined = lines.map((line) => line.map((token) => token.text).join('')).join('\n')
  expect(`${joined}\n`).toBe(text)
  expect(lines[1]).toEqual([])
})

test('tokens have the kind that a reader expects, and neighbours of a kind are one', () => {
  const kinds = (text: string) =>
    readSource(text).lines.map((line) => line.map((token) => [token.kind, token.text.trim()]))
  expect(kinds("export default await verify(1_000, 'x') // why\n")).toEqual([
    [
      ['keyword', 'export default await'],
      ['function', 'verify'],
      ['plain', '('],
      ['number', '1_000'],
      ['plain', ','],
      ['string', "'x'"],
      ['plain', ')'],
      ['comment', '// why'],
    ],
  ])
  expect(kinds('const a = (b: Map<string>): A => b\n')).toEqual([
    [
      ['keyword', 'const'],
      // A constant that holds a function is coloured as one.
      ['function', 'a'],
      ['plain', '= (b:'],
      ['type', 'Map'],
      ['plain', '<'],
      ['type', 'string'],
      ['plain', '>):'],
      ['type', 'A'],
      ['plain', '=> b'],
    ],
  ])
})
