/** Which regions of the source an exchange marks, and the sentence about it. */

import { describe, expect, test } from 'vitest'
import firstSteps from '../../../lessons/1-first-steps/lesson.ts'
import currentUser from '../../../lessons/2-current-user/lesson.ts'
import type { Trace } from '../../../server/security/trace.ts'
import { gatesFor } from '../../../web/exchange/gates-of.ts'
import { sourceMarks } from '../../../web/panels/source-marks.ts'
import { en } from '../../../web/words/en.ts'
import { exchangeWith, stoppedAtHeader } from '../../support/exchange-literal.ts'

const decided = (gate: string, pass: boolean, because = 'x'): Trace[number] => ({
  kind: 'decided',
  by: 'guard',
  gate,
  pass,
  because,
})

const found: Trace[number] = {
  kind: 'decided',
  by: 'router',
  gate: 'route',
  pass: true,
  because: 'route-found',
  facts: { route: 'GET /items/' },
}

const marksOf = (trace: Trace) => sourceMarks(firstSteps, exchangeWith({ trace }), en)

test('a function that a region calls is marked with it', () => {
  const trace = [
    { ...found, facts: { route: 'GET /users/me' } },
    ...['header', 'scheme', 'token', 'user', 'handler'].map((id) => decided(id, true)),
  ]
  const { marks } = sourceMarks(currentUser, exchangeWith({ trace }), en)
  expect(marks).toMatchObject({ 'current-user': 'passed', decode: 'passed' })
})

test('a refusal of the handler is said to be one', () => {
  const passed = ['header', 'scheme', 'token'].map((id) => decided(id, true))
  expect(marksOf([found, ...passed, decided('handler', false)]).note).toBe(en.code.refused)
})

describe('the source is marked', () => {
  test.each([
    {
      what: 'a request without a header',
      trace: stoppedAtHeader,
      marks: { route: 'passed', scheme: 'stopped', handler: 'unreached' },
      note: en.code.stopped(en.gates['header']!),
    },
    {
      what: 'another scheme, though the gate before it passed in the same lines',
      trace: [found, decided('header', true), decided('scheme', false)],
      marks: { route: 'passed', scheme: 'stopped', handler: 'unreached' },
      note: en.code.stopped(en.gates['scheme']!),
    },
    {
      what: 'a stop, though a gate after it in the same lines says that it passed',
      trace: [found, decided('header', false), decided('scheme', true)],
      marks: { route: 'passed', scheme: 'stopped', handler: 'unreached' },
      note: en.code.stopped(en.gates['header']!),
    },
    {
      what: 'a request that was answered',
      trace: [found, ...['header', 'scheme', 'token', 'handler'].map((id) => decided(id, true))],
      marks: { route: 'passed', scheme: 'passed', handler: 'passed' },
      note: en.code.ran,
    },
    {
      what: 'a path nobody knows: the code was never asked',
      trace: [decided('route', false, 'route-missing')],
      marks: {},
      note: en.code.host,
    },
    { what: 'an answer without a trace', trace: [], marks: {}, note: en.code.hostRoute },
  ])('for $what', ({ trace, marks, note }) => {
    expect(marksOf(trace)).toEqual({ marks, note })
  })

  test('not at all before the first exchange', () => {
    expect(sourceMarks(firstSteps, undefined, en)).toEqual({ marks: {}, note: en.code.idle })
  })
})

describe('the gates of an exchange', () => {
  test('are those of the route its trace found', () => {
    const ids = gatesFor(firstSteps, exchangeWith({ trace: stoppedAtHeader })).map(({ id }) => id)
    expect(ids).toEqual(['route', 'header', 'scheme', 'token', 'handler'])
  })

  test.each(['GET /nowhere', 'constructor', '__proto__'])('of the route %j are none', (route) => {
    const trace: Trace = [{ ...found, facts: { route } }]
    expect(gatesFor(firstSteps, exchangeWith({ trace }))).toEqual([])
  })

  test('of a server the lesson has not are none', () => {
    expect(gatesFor(firstSteps, exchangeWith({ server: 'x', trace: stoppedAtHeader }))).toEqual([])
  })
})
