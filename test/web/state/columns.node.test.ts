/** The widths of the columns, as they are kept. */

import { expect, test } from 'vitest'
import { readColumns, writeColumns } from '../../../web/state/columns.ts'

test.each([
  [{}, ''],
  [{ lesson: 300 }, 'lesson=300'],
  [{ lesson: 0, server: 512 }, 'lesson=0 server=512'],
])('the widths %j are written as "%s" and read again', (columns, text) => {
  expect(writeColumns(columns)).toBe(text)
  expect(readColumns(text)).toEqual(columns)
})

test.each([
  ['the former name of the column', 'lesson=300 inside=512', { lesson: 300, server: 512 }],
  ['a column there is not', 'bench=300', {}],
  ['no number', 'lesson=wide server=-1', {}],
  ['more digits than a screen has', 'lesson=123456', {}],
])('of widths with %s, "%s", what can be is read', (_, text, columns) => {
  expect(readColumns(text)).toEqual(columns)
})
