/** Data written as TypeScript: it reads back as what it was. */

import { runInNewContext } from 'node:vm'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { literal } from '../../../web/build/literal.ts'

const readBack = (text: string): unknown => JSON.parse(JSON.stringify(runInNewContext(`(${text})`)))

test('any value of JSON’s kinds reads back as it was', () => {
  const run = fc.tuple(fc.string({ unit: 'grapheme' }), fc.constantFrom('y', "'", '\\', '가', '😀'))
  const texts = run.map(([text, character]) => text + character.repeat(80) + text)
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), texts), (value) => {
      fc.pre(!JSON.stringify(value).includes('__proto__'))
      expect(readBack(literal(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test.each([
  ['a short text', 'it', "'it'"],
  ['a quote in it', "it's", '"it\'s"'],
  ['both quotes', `"it's"`, `'"it\\'s"'`],
  ['a line break', 'a\nb', "'a\\nb'"],
  ['a no-break space', 'a\u00a0b', "'a\\u00a0b'"],
  ['a long run', `a=${'y'.repeat(64)}&b`, "'a=' + 'y'.repeat(64) + '&b'"],
  ['a short list', [['a', 1]], "[['a', 1]]"],
  ['an object', { a: null, 'b-c': true }, "{ a: null, 'b-c': true }"],
])('%s is written as people would', (_, value, text) => {
  expect(literal(value)).toBe(text)
})
