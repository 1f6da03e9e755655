/** The split of an Authorization value, where no guard and no `Headers` object stands before it. */

import { expect, test } from 'vitest'
import { parseAuthorization } from '../../../server/security/authorization.ts'

test.each<[value: string, scheme: string, parameter: string]>([
  ['Bearer x', 'Bearer', 'x'],
  ['Bearer   x', 'Bearer', 'x'],
  ['Bearer \tx\t ', 'Bearer', 'x'],
  ['Bearer x y', 'Bearer', 'x y'],
  ['Bearer', 'Bearer', ''],
  ['Bearer ', 'Bearer', ''],
  ['Bearer \t ', 'Bearer', ''],
  ['', '', ''],
  [' ', '', ''],
  [' Bearer x', '', 'Bearer x'],
  ['\tBearer x', '\tBearer', 'x'],
  ['Bearer\tx', 'Bearer\tx', ''],
  ['Bearer\u00a0x', 'Bearer\u00a0x', ''],
  ['Bearer \u00a0x\u00a0', 'Bearer', '\u00a0x\u00a0'],
  ['Bearer \u3000x\u2003', 'Bearer', '\u3000x\u2003'],
  ['Bearer \ufeffx', 'Bearer', '\ufeffx'],
  ['Bearer x\r\n', 'Bearer', 'x\r\n'],
])('%j is the scheme %j and the parameter %j', (value, scheme, parameter) => {
  expect(parseAuthorization(value)).toEqual({ scheme, parameter })
})

test('a value with very many blanks inside keeps them all', () => {
  // Quadratic work on these takes minutes: a client could buy much time with one header.
  const blanks = ' '.repeat(400_000)
  expect(parseAuthorization(`Bearer x${blanks}y`).parameter).toHaveLength(400_002)
})
