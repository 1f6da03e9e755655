/** Times in claims, and spans in words' units. */

import { describe, expect, test } from 'vitest'
import { claimTime, spanOf } from '../../../web/token/claim-time.ts'

describe('a claim’s time', () => {
  test.each([
    [0, '1970-01-01T00:00:00.000Z'],
    [1_795_352_552, '2026-11-22T13:02:32.000Z'],
    [1_795_352_552.5, '2026-11-22T13:02:32.500Z'],
    [-1, '1969-12-31T23:59:59.000Z'],
    [99_999_999_999, '5138-11-16T09:46:39.000Z'],
  ])('%d is %s', (value, at) => {
    expect(claimTime(value)).toEqual({ kind: 'time', at: new Date(at) })
  })

  test('in milliseconds is the far future, and what was meant is told', () => {
    expect(claimTime(1_795_352_552_000)).toEqual({
      kind: 'time',
      at: new Date(1_795_352_552_000_000),
      meant: new Date('2026-11-22T13:02:32Z'),
    })
  })

  test.each(['1795352552', null, true, {}, [1], undefined])('%j is no number', (value) => {
    expect(claimTime(value)).toEqual({ kind: 'no-number' })
  })

  test.each([1e20, -1e20, Infinity])('%d is no date', (value) => {
    expect(claimTime(value)).toEqual({ kind: 'no-date' })
  })
})

test.each([
  [0, [[0, 'seconds']]],
  [1, [[1, 'seconds']]],
  [59, [[59, 'seconds']]],
  [
    60,
    [
      [1, 'minutes'],
      [0, 'seconds'],
    ],
  ],
  [
    1798,
    [
      [29, 'minutes'],
      [58, 'seconds'],
    ],
  ],
  [
    3600,
    [
      [1, 'hours'],
      [0, 'minutes'],
    ],
  ],
  [
    90_061,
    [
      [1, 'days'],
      [1, 'hours'],
    ],
  ],
  [
    366 * 86_400,
    [
      [1, 'years'],
      [1, 'days'],
    ],
  ],
])('%d seconds are %j', (seconds, span) => {
  expect(spanOf(seconds)).toEqual(span)
})
