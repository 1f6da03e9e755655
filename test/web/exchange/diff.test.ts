/** Lines side by side. */

import { describe, expect, test } from 'vitest'
import { byLine, byName, changedPart, type Named, type Row } from '../../../web/exchange/diff.ts'

/** Rows in short: what is left, what is right, a dash where there is none. */
const inShort = (rows: Row[]) =>
  rows.map(({ name, left, right }) => `${name}${name && ' '}${left ?? '-'} | ${right ?? '-'}`)

describe('lines without names', () => {
  test.each([
    ['', '', []],
    ['a b c', 'a b c', ['a | a', 'b | b', 'c | c']],
    ['a', '', ['a | -']],
    ['', 'a', ['- | a']],
    ['a', 'b', ['a | b']],
    ['a b c', 'a x c', ['a | a', 'b | x', 'c | c']],
    ['a c', 'a b c', ['a | a', '- | b', 'c | c']],
    ['a b c', 'a c', ['a | a', 'b | -', 'c | c']],
    ['a b', 'b a', ['a | -', 'b | b', '- | a']],
    ['a a', 'a', ['a | a', 'a | -']],
    ['a', 'a a', ['a | a', '- | a']],
    ['a b c d', 'x b y d', ['a | x', 'b | b', 'c | y', 'd | d']],
    ['a b c', 'x y', ['a | x', 'b | y', 'c | -']],
  ])('%j beside %j', (left, right, rows) => {
    const lines = (text: string) => text.split(' ').filter(Boolean)
    expect(inShort(byLine(lines(left), lines(right)))).toEqual(rows)
  })

  test('lose none of either side, however many there are', () => {
    const lines = (seed: number) => Array.from({ length: 800 }, (_, at) => `${(at * seed) % 97}`)
    const [left, right] = [lines(31), lines(53)]
    const rows = byLine(left, right)
    expect(rows.flatMap((row) => row.left ?? [])).toEqual(left)
    expect(rows.flatMap((row) => row.right ?? [])).toEqual(right)
  })
})

describe('lines with names', () => {
  const list = (text: string) =>
    text
      .split(' ')
      .filter(Boolean)
      .map((pair) => pair.split('=') as Named)

  test.each([
    ['', '', []],
    ['a=1', 'a=1', ['a 1 | 1']],
    ['a=1 b=2', 'b=2 a=1', ['a 1 | 1', 'b 2 | 2']],
    ['A=1', 'a=2', ['A 1 | 2']],
    ['a=1', 'b=1', ['b - | 1', 'a 1 | -']],
    ['a=1 c=3', 'a=1 b=2 c=3', ['a 1 | 1', 'b - | 2', 'c 3 | 3']],
    ['a=1 a=2', 'a=1 a=3', ['a 1 | 1', 'a 2 | 3']],
    ['a=1', 'a=1 a=2', ['a 1 | 1', 'a - | 2']],
    ['a=1 a=2', 'a=2', ['a 1 | 2', 'a 2 | -']],
    ['constructor=1', '__proto__=1', ['__proto__ - | 1', 'constructor 1 | -']],
  ])('%j beside %j', (left, right, rows) => {
    expect(inShort(byName(list(left), list(right)))).toEqual(rows)
  })
})

test.each([
  ['same', 'same', ['same', '', '', '']],
  ['', 'x', ['', '', 'x', '']],
  ['Bearer a', 'Bearer b', ['Bearer ', 'a', 'b', '']],
  ['13:01:50 UTC', '13:01:51 UTC', ['13:01:5', '0', '1', ' UTC']],
  ['aa', 'aaa', ['aa', '', 'a', '']],
  ['abcabc', 'abc', ['abc', 'abc', '', '']],
  ['x😀', 'x😁', ['x', '😀', '😁', '']],
])('%j and %j differ in one part', (left, right, [before, a, b, after]) => {
  expect(changedPart(left, right)).toEqual({ before, left: a, right: b, after })
})
