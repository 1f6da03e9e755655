/** Two exchanges side by side, as they are seen and heard. */

import { describe, expect, test } from 'vitest'
import type { Exchange } from '../../../lessons/exchange/exchange.ts'
import '../../../web/exchange/comparison.ts'
import { comparisonWords } from '../../../web/words/comparison.ts'
import { en, type Words } from '../../../web/words/en.ts'
import { exchangeWith, stoppedAtHeader } from '../../support/exchange-literal.ts'
import { all, BOTH, expectAccessible, mount, one, textIn } from '../../support/fixture.ts'

const words = comparisonWords.en

const LEFT = exchangeWith({ id: 3, trace: stoppedAtHeader })
const RIGHT = exchangeWith({
  id: 5,
  request: { headers: [['authorization', 'Bearer foobar']] },
  response: { status: 200, headers: [], body: '{"token":"foobar"}' },
})

const show = (left: Exchange, right: Exchange, language: Words = en) =>
  mount('bp-comparison', { pair: [left, right], words: language })

/** The row of a name, as a screen reader reads it. */
const row = (comparison: Element, name: string) =>
  all(comparison, 'li').find((found) => textIn(found).startsWith(name))!

describe('what differs', () => {
  test('is counted, and both are named first', async () => {
    const comparison = await show(
      exchangeWith({ id: 3 }),
      exchangeWith({ id: 5, response: { status: 403 } }),
    )
    expect(textIn(one(comparison, '.small'))).toBe(words.summary(1))
    expect(all(comparison, '.heads .side').map(textIn)).toEqual([
      '3 GET …/api/items/ → 401 Unauthorized',
      '5 GET …/api/items/ → 403 Forbidden',
    ])
  })

  test('says whose it is and what the other side has not, without its colour', async () => {
    const comparison = await show(LEFT, RIGHT)
    const authorization = row(comparison, 'authorization')
    expect(textIn(authorization)).toContain(words.exchange(3))
    expect(all(authorization, '.left').map(textIn)[0]).toContain(words.none)
    expect(textIn(one(authorization, 'ins'))).toBe('Bearer foobar')
    expect(textIn(row(comparison, 'Header'))).toContain(en.gate.notReached)
  })

  test('marks the part of a line that is another', async () => {
    const bearing = (token: string) =>
      exchangeWith({ request: { headers: [['authorization', `Bearer ${token}`]] } })
    const comparison = await show(bearing('foobar'), bearing('fooler'))
    const authorization = row(comparison, 'authorization')
    expect(textIn(one(authorization, 'del'))).toBe('ba')
    expect(textIn(one(authorization, 'ins'))).toBe('le')
    expect(all(authorization, '.side').map(textIn).join()).toContain('Bearer foobar')
  })

  test('shows sentences whole', async () => {
    const comparison = await show(LEFT, RIGHT)
    const status = all(comparison, 'section').find((part) => textIn(part).startsWith('Status'))!
    expect(textIn(one(status, 'del'))).toBe('401 Unauthorized')
    expect(textIn(one(status, 'ins'))).toBe('200 OK')
  })
})

describe('what is equal', () => {
  test('is folded away, counted', async () => {
    const comparison = await show(LEFT, { ...LEFT, id: 5 })
    expect(textIn(one(comparison, '.small'))).toBe(words.allSame)
    const folded = all<HTMLDetailsElement>(comparison, 'section > details')
    expect(folded.map(({ open }) => open)).toEqual(all(comparison, 'section').map(() => false))
    expect(all(comparison, 'summary').map(textIn)).toContain(
      `${words.sections.decisions} · ${words.same(2)}`,
    )
    expect(all(comparison, 'del, ins')).toEqual([])
  })

  test('in a body stays in its place, and in sight where it is short', async () => {
    const body = (last: number) =>
      exchangeWith({ response: { body: JSON.stringify({ a: 1, b: 2, c: 3, d: last, e: 5 }) } })
    const comparison = await show(body(4), body(9))
    const part = all(comparison, 'section').find((found) =>
      textIn(found).startsWith(words.sections.responseBody),
    )!
    expect([...part.children].map(({ localName }) => localName)).toEqual([
      'h3',
      'details',
      'ul',
      'ul',
    ])
    expect(textIn(part.querySelector('summary')!)).toBe(words.same(4))
  })
})

test.each([
  { width: 350, columns: 1 },
  { width: 900, columns: 2 },
])('stands in $columns at a width of $width', async ({ width, columns }) => {
  const comparison = await show(LEFT, RIGHT)
  comparison.style.width = `${width}px`
  const [left, right] = all(row(comparison, 'authorization'), '.side').map((side) =>
    side.getBoundingClientRect(),
  )
  expect(left!.top < right!.top).toBe(columns === 1)
  expect(left!.right <= right!.left).toBe(columns === 2)
  expect(comparison.scrollWidth).toBeLessThanOrEqual(width)
})

test.each(BOTH)('is accessible in $language', async ({ words: language }) => {
  const comparison = await show(LEFT, RIGHT, language)
  for (const details of all<HTMLDetailsElement>(comparison, 'details')) details.open = true
  await expectAccessible(comparison)
})
