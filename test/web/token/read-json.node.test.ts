/** JSON read with positions: it takes what JSON takes, and says where the rest breaks. */

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layOutJson, packJson } from '../../../web/token/lay-out-json.ts'
import { readJson } from '../../../web/token/read-json.ts'

describe('a fault', () => {
  test.each([
    ['', 'json-empty', 0, ''],
    ['{', 'json-end', 1, ''],
    ['{"a"', 'json-end', 4, ''],
    ['{"a":', 'json-end', 5, ''],
    ['{"a":1', 'json-end', 6, ''],
    ['{"a":1,', 'json-end', 7, ''],
    ['["a', 'json-end', 3, ''],
    ['{} {}', 'json-after', 3, '{'],
    ['{"a":1 "b":2}', 'json-comma', 7, '"'],
    ['{"a":1,}', 'json-last-comma', 6, ','],
    ['[1 ,]', 'json-last-comma', 3, ','],
    ['{"a" 1}', 'json-colon', 5, '1'],
    ['{a:1}', 'json-name', 1, 'a'],
    ['{,}', 'json-name', 1, ','],
    ["{'a':1}", 'json-quotes', 1, "'"],
    ['{"a":\'b\'}', 'json-quotes', 5, "'"],
    ['"a\nb"', 'json-control', 2, '\n'],
    ['"\\x"', 'json-escape', 1, '\\'],
    ['"\\u12"', 'json-escape', 1, '\\'],
    ['01', 'json-number', 0, '0'],
    ['+1', 'json-number', 0, '+'],
    ['.5', 'json-number', 0, '.'],
    ['1.', 'json-number', 0, '1'],
    ['[1e]', 'json-number', 1, '1'],
    ['True', 'json-value', 0, 'T'],
    ['undefined', 'json-value', 0, 'u'],
    ['[NaN]', 'json-value', 1, 'N'],
    ['[🔑]', 'json-value', 1, '🔑'],
    ['// no', 'json-value', 0, '/'],
    ['['.repeat(65), 'json-deep', 64, '['],
  ])('%j is %s at %i', (text, fault, at, found) => {
    expect(readJson(text)).toEqual({ fault, at, found })
  })
})

test('members stand where they stand', () => {
  const text = ' { "a" : 1 , "b":{"c":[2]},"\\u0064": "," } '
  const reading = readJson(text)
  if (reading.fault) throw new Error(reading.fault)
  expect(
    reading.members.map(({ name, start, valueStart, end }) => [
      name,
      text.slice(start, end),
      text.slice(valueStart, end),
    ]),
  ).toEqual([
    ['a', '"a" : 1', '1'],
    ['b', '"b":{"c":[2]}', '{"c":[2]}'],
    ['d', '"\\u0064": ","', '","'],
  ])
})

/** JSON, and JSON with a little damage. */
const nearly = fc
  .tuple(
    fc.json({ maxDepth: 3 }),
    fc.nat(),
    fc.constantFrom('', ',', '"', '{', '}', ']', ' ', '\\', '1', 'e', '\n'),
  )
  .map(([text, at, piece]) => {
    const index = at % (text.length + 1)
    return text.slice(0, index) + piece + text.slice(index + (at % 2))
  })

test('it takes exactly what JSON.parse takes', () => {
  const isJson = (text: string) => {
    try {
      JSON.parse(text)
      return true
    } catch {
      return false
    }
  }
  fc.assert(
    fc.property(fc.oneof(nearly, fc.json({ maxDepth: 3 }), fc.string()), (text) => {
      expect(readJson(text).fault === undefined).toBe(isJson(text))
    }),
    { numRuns: 2000 },
  )
})

describe('laid out', () => {
  test('it looks as JSON.stringify writes it, whatever it was', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({
          maxDepth: 3,
          stringUnit: fc.constantFrom('a', '"', '\\', '{', ',', ':', '가', '\n'),
        }),
        (value) => {
          const text = JSON.stringify(value)
          expect(layOutJson(text)).toBe(JSON.stringify(JSON.parse(text), null, 2))
          expect(packJson(JSON.stringify(value, null, 3))).toBe(text)
        },
      ),
    )
  })

  test.each([
    ['a number too long to be kept', '12345678901234567890.10', '12345678901234567890.10'],
    ['a name that occurs twice', '{"a":1,"a":2}', '{\n  "a": 1,\n  "a": 2\n}'],
    ['letters written as escapes, to be read', '"\\ud64d\\uae38"', '"홍길"'],
    ['what turns the direction of writing, escaped', '"a\u202eb"', '"a\\u202eb"'],
    ['what has no width, escaped', '"a\u200bb"', '"a\\u200bb"'],
    ['empty brackets', '{"a":[],"b":{}}', '{\n  "a": [],\n  "b": {}\n}'],
  ])('keeps %s', (_, text, laidOut) => {
    expect(layOutJson(text)).toBe(laidOut)
  })
})
