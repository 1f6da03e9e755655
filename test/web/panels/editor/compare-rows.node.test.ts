/** Two texts set beside one another: rows, numbers, and the words that differ. */

import { expect, test } from 'vitest'
import {
  type ComparedLine,
  type ComparedRow,
  compareRows,
} from '../../../../web/panels/editor/compare-rows.ts'

/** A row in short: numbers and texts of both sides, what differs in brackets. */
function short(row: ComparedRow): string {
  if (row.kind === 'folded') return `… ${row.count}`
  const side = (line: ComparedLine | undefined) => {
    if (!line) return '-'
    let { text } = line
    for (const { from, to } of line.changed.toReversed()) {
      text = `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`
    }
    return `${line.number} ${text}`
  }
  const ours = 'ours' in row ? row.ours : undefined
  const yours = 'yours' in row ? row.yours : undefined
  return `${side(ours)} | ${side(yours)}`
}

const many = Array.from({ length: 9 }, (_, at) => `line${at + 1}\n`).join('')

test.each<[string, ours: string, yours: string, rows: string[]]>([
  ['the same', 'a\n', 'a\n', ['1 a | 1 a']],
  [
    'a word that differs',
    'const a = one\n',
    'const a = two\n',
    ['1 const a = [one] | 1 const a = [two]'],
  ],
  ['lines with little in common', 'const a = 1\n', 'go(home)\n', ['1 const a = 1 | 1 go(home)']],
  ['a line more', 'a\nb\n', 'a\nx\nb\n', ['1 a | 1 a', '- | 2 x', '2 b | 3 b']],
  ['a line less', 'a\nx\nb\n', 'a\nb\n', ['1 a | 1 a', '2 x | -', '3 b | 2 b']],
  ['more for less', 'x\nb\n', 'y\nz\nb\n', ['1 x | 1 y', '- | 2 z', '2 b | 3 b']],
  [
    'a change far from the start',
    `${many}a\n`,
    `${many}b\n`,
    ['… 7', '8 line8 | 8 line8', '9 line9 | 9 line9', '10 a | 10 b'],
  ],
  ['an empty text', '', 'a\n', ['- | 1 a']],
])('%s', (_, ours, yours, rows) => {
  expect(compareRows(ours, yours).map(short)).toEqual(rows)
})
