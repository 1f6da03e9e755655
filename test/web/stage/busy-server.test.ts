/** Which 503 is the host's own, and what no answer of a lesson's can be taken for. */

import { describe, expect, test } from 'vitest'
import type { Exchange } from '../../../lessons/exchange/exchange.ts'
import type { Facts, TraceEvent } from '../../../server/security/trace.ts'
import { busyWith } from '../../../web/stage/busy-server.ts'
import { exchangeWith } from '../../support/exchange-literal.ts'

const refused = (because: string, facts?: Facts): TraceEvent => ({
  kind: 'refused',
  status: 503,
  detail: 'Too many logins at once',
  because: [because],
  ...(facts && { facts }),
})

const waiting = refused('logins-waiting', { logins: 9 })

const called = (event: TraceEvent): TraceEvent => ({
  kind: 'called',
  request: { method: 'POST', url: 'http://a/token', headers: [], body: '' },
  response: { status: 503, headers: [], body: '' },
  trace: [event],
})

const answer = (
  trace: Exchange['trace'],
  { status = 503, mode = 'real', retryAfter = '1' }: Partial<Answer> = {},
) => exchangeWith({ mode, trace, response: { status, headers: [['retry-after', retryAfter]] } })

interface Answer {
  status: number
  mode: Exchange['mode']
  retryAfter: string
}

describe('a server is busy that says so', () => {
  test.each([
    ['itself', [waiting]],
    ['of the one it asked', [called(waiting), refused('upstream-busy')]],
  ])('%s', (_, trace) => {
    expect(busyWith(answer(trace))).toEqual({ logins: 9, seconds: 1 })
  })

  test.each([
    ['1', 1],
    ['3', 3],
    ['0', 1],
    ['-1', 1],
    ['3600', 10],
    ['soon', 1],
    ['', 1],
  ])('and is asked again after its Retry-After, %j: %i s', (retryAfter, seconds) => {
    expect(busyWith(answer([waiting], { retryAfter }))?.seconds).toBe(seconds)
  })
})

describe('an answer of the lesson is', () => {
  test.each<[what: string, exchange: Exchange]>([
    ['a 503 without a record', answer([])],
    ['a 503 for another reason', answer([refused('upstream-busy', { logins: 9 })])],
    ['one that does not say how many wait', answer([refused('logins-waiting')])],
    ['a 200', answer([called(waiting)], { status: 200 })],
    ['a 502', answer([called(waiting)], { status: 502 })],
    ['one of the server in this browser', answer([waiting], { mode: 'browser' })],
  ])('%s', (_, exchange) => {
    expect(busyWith(exchange)).toBeUndefined()
  })
})
