/** The bench's clock: what is sent once it was moved, and what puts it back. */

import { describe, expect, test } from 'vitest'
import jwt from '../../../lessons/4-jwt/lesson.ts'
import twoServers from '../../../lessons/5-two-servers/lesson.ts'
import firstSteps from '../../../lessons/1-first-steps/lesson.ts'
import type { Lesson } from '../../../lessons/lesson.ts'
import type { Responder } from '../../../web/state/responder.ts'
import { exchangeWith } from '../../support/exchange-literal.ts'
import { visitTo, workbenchWith } from './support/state.ts'

const NOW = new Date('2030-01-01T00:00:01Z')

/** A bench at a lesson's first page, and what goes with the drafts that it sends. */
function benchAt(lesson: Lesson, now?: Date) {
  const sent: Parameters<Responder['send']>[] = []
  const send: Responder['send'] = async (draft, sending) => {
    sent.push([draft, sending])
    const { clock } = sending
    return exchangeWith({
      lesson: lesson.slug,
      request: draft,
      ...(clock && { now: clock.getTime() }),
    })
  }
  const { workbench: bench } = workbenchWith(send)
  bench.enter(visitTo(lesson))
  bench.moveClock(now)
  return { bench, sent }
}

describe('a request', () => {
  test('goes without a time while the clock runs', async () => {
    const { bench, sent } = benchAt(jwt)
    await bench.send()
    expect(sent).toEqual([[bench.draft, expect.objectContaining({ clock: undefined })]])
    expect(bench.journal.exchanges[0]).not.toHaveProperty('now')
  })

  test('says at what time it counts once the clock was moved', async () => {
    const { bench, sent } = benchAt(jwt, NOW)
    await bench.send()
    expect(sent).toEqual([[bench.draft, expect.objectContaining({ clock: NOW })]])
  })

  test('is written down with that time, and with the learner’s own headers alone', async () => {
    const { bench } = benchAt(jwt, NOW)
    await bench.send()
    expect(bench.journal.exchanges[0]!.now).toBe(NOW.getTime())
    expect(bench.journal.exchanges[0]!.request.headers).toEqual(bench.draft.headers)
  })

  test('keeps the time it was sent at, though the clock is moved before its answer comes', async () => {
    const { bench } = benchAt(jwt, NOW)
    const sending = bench.send()
    bench.moveClock(undefined)
    await sending
    expect(bench.journal.exchanges[0]!.now).toBe(NOW.getTime())
  })

  test('says both that the auth server is stopped and what time it is', async () => {
    const { bench, sent } = benchAt(twoServers, NOW)
    bench.stop(true)
    await bench.send()
    expect(sent).toEqual([[bench.draft, expect.objectContaining({ stopped: true, clock: NOW })]])
    // Neither is a header that the learner wrote.
    expect(bench.journal.exchanges[0]!.request.headers).toEqual(bench.draft.headers)
  })
})

test('of the docs page counts at its real time', () => {
  const { bench } = benchAt(jwt, NOW)
  bench.add(exchangeWith({ lesson: 'jwt', origin: 'docs' }))
  expect(bench.journal.exchanges[0]).not.toHaveProperty('now')
})

describe('the clock', () => {
  test.each([
    ['another page', jwt, jwt.pages[1]!],
    ['another lesson that has one', twoServers, twoServers.pages[0]!],
    ['a lesson that has none', firstSteps, firstSteps.pages[0]!],
  ])('runs again on %s', (_, lesson, page) => {
    const { bench } = benchAt(jwt, NOW)
    bench.enter({ lesson, page })
    expect(bench.now).toBeUndefined()
  })

  test('runs again when a lesson is started over', () => {
    const { bench } = benchAt(jwt, NOW)
    bench.startOver({ lesson: jwt.slug })
    expect(bench.now).toBeUndefined()
  })
})
