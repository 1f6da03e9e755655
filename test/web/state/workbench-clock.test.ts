/** The bench's clock: what is sent once it was moved, and what puts it back. */

import type { ReactiveControllerHost } from 'lit'
import { beforeEach, describe, expect, test } from 'vitest'
import jwt from '../../../lessons/4-jwt/lesson.ts'
import twoServers from '../../../lessons/5-two-servers/lesson.ts'
import firstSteps from '../../../lessons/1-first-steps/lesson.ts'
import type { Lesson, RequestDraft } from '../../../lessons/lesson.ts'
import { Bench } from '../../../web/state/workbench.ts'
import { Keeper } from '../../../web/state/saved-state.ts'
import type { Responder } from '../../../web/state/responder.ts'
import { exchangeWith } from '../../support/exchange-literal.ts'

const NOW = new Date('2030-01-01T00:00:01Z')

const host: ReactiveControllerHost = {
  addController: () => {},
  removeController: () => {},
  requestUpdate: () => {},
  updateComplete: Promise.resolve(true),
}

function benchAt(lesson: Lesson, now?: Date) {
  const sent: RequestDraft[] = []
  const send = async (draft: RequestDraft) => {
    sent.push(draft)
    return exchangeWith({ lesson: lesson.slug, request: draft })
  }
  const responder = { mode: 'browser', send } as Partial<Responder> as Responder
  const bench = new Bench(host, { keeper: new Keeper(host), responder, base: 'http://localhost/' })
  bench.enter(lesson, lesson.pages[0]!)
  bench.moveClock(now)
  return { bench, sent }
}

beforeEach(() => localStorage.clear())

describe('a request', () => {
  test('goes without the clock’s header while it runs', async () => {
    const { bench, sent } = benchAt(jwt)
    await bench.send(jwt)
    expect(sent[0]!.headers).toEqual(bench.draft.headers)
    expect(bench.journal[0]).not.toHaveProperty('now')
  })

  test('says at what time it counts once the clock was moved', async () => {
    const { bench, sent } = benchAt(jwt, NOW)
    await bench.send(jwt)
    expect(sent[0]!.headers).toEqual([
      ...bench.draft.headers,
      ['x-playground-now', '2030-01-01T00:00:01.000Z'],
    ])
  })

  test('is written down with that time, and with the learner’s own headers alone', async () => {
    const { bench } = benchAt(jwt, NOW)
    await bench.send(jwt)
    expect(bench.journal[0]!.now).toBe(NOW.getTime())
    expect(bench.journal[0]!.request.headers).toEqual(bench.draft.headers)
  })

  test('keeps the time it was sent at, though the clock is moved before its answer comes', async () => {
    const { bench } = benchAt(jwt, NOW)
    const sending = bench.send(jwt)
    bench.moveClock(undefined)
    await sending
    expect(bench.journal[0]!.now).toBe(NOW.getTime())
  })

  test('says both that the auth server is stopped and what time it is', async () => {
    const { bench, sent } = benchAt(twoServers, NOW)
    bench.stop(true)
    await bench.send(twoServers)
    expect(sent[0]!.headers.map(([name]) => name)).toEqual([
      ...bench.draft.headers.map(([name]) => name),
      'x-playground-auth-server',
      'x-playground-now',
    ])
    // Neither is a header that the learner wrote.
    expect(bench.journal[0]!.request.headers).toEqual(bench.draft.headers)
  })
})

test('of the docs page counts at its real time', () => {
  const { bench } = benchAt(jwt, NOW)
  bench.add(jwt, exchangeWith({ lesson: 'jwt', origin: 'docs' }))
  expect(bench.journal[0]).not.toHaveProperty('now')
})

describe('the clock', () => {
  test.each([
    ['another page', jwt, jwt.pages[1]!],
    ['another lesson that has one', twoServers, twoServers.pages[0]!],
    ['a lesson that has none', firstSteps, firstSteps.pages[0]!],
  ])('runs again on %s', (_, lesson, page) => {
    const { bench } = benchAt(jwt, NOW)
    bench.enter(lesson, page)
    expect(bench.now).toBeUndefined()
  })

  test('runs again when a lesson is started over', () => {
    const { bench } = benchAt(jwt, NOW)
    bench.startOver({ lesson: jwt.slug })
    expect(bench.now).toBeUndefined()
  })
})
