/** The learner's clock: a date-time in a header, and the playground lives by it. */

import { describe, expect, test } from 'vitest'
import { lessonHosts } from '../../../server/playground/lesson-hosts.ts'
import { timeOf } from '../../../server/stage/clock.ts'
import { performWithTraceHeader } from '../../../server/stage/perform.ts'

const asking = (now: string) =>
  new Request('http://localhost/lessons/first-steps/api/items/', {
    headers: { 'x-playground-now': now },
  })

test.each([
  ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05.000Z'],
  ['2026-01-02T03:04:05.678Z', '2026-01-02T03:04:05.678Z'],
  ['2026-01-02T03:04:05+09:00', '2026-01-01T18:04:05.000Z'],
  ['2028-02-29t03:04:05z', '2028-02-29T03:04:05.000Z'],
])('%s is a time', (text, time) => {
  expect(timeOf(asking(text))?.toISOString()).toBe(time)
})

describe('what is no date-time is refused with 400', () => {
  test.each([
    '',
    'now',
    '1700000000',
    '2026-01-02',
    '2026-01-02T03:04:05',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-02-29T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:60:00Z',
  ])('%j', async (text) => {
    expect(timeOf(asking(text))).toBeNull()
    const host = await lessonHosts()('/lessons/first-steps/api/items/')
    const response = await performWithTraceHeader(host!, asking(text))
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ detail: 'x-playground-now is not a date-time' })
  })
})

test('without the header it is now', () => {
  expect(timeOf(new Request('http://localhost/'))).toBeUndefined()
})
