/** The server's decisions as a row of gates. */

import { describe, expect, test } from 'vitest'
import type { Trace } from '../../../server/security/trace.ts'
import { gatesOf, type GateView } from '../../../web/inspect/gates.ts'
import { en } from '../../../web/words/en.ts'
import { stoppedAtHeader } from '../../support/exchange-literal.ts'
import { all, BOTH, expectAccessible, mount, textIn } from '../../support/fixture.ts'

const ROUTE = ['route', 'header', 'scheme', 'token', 'handler']

describe('the gates of a trace', () => {
  test('are those it decided, in its order, then those of the route it never reached', () => {
    const gates = gatesOf(stoppedAtHeader, ROUTE, en)
    expect(gates).toEqual([
      { id: 'route', state: 'passed', because: 'GET /items/ is a route' },
      { id: 'header', state: 'stopped', because: 'there is no Authorization header' },
      { id: 'scheme', state: 'not-reached', because: 'not reached' },
      { id: 'token', state: 'not-reached', because: 'not reached' },
      { id: 'handler', state: 'not-reached', because: 'not reached' },
    ])
  })

  test('of an empty trace are those of the route, none reached', () => {
    const states = gatesOf([], ROUTE, en).map(({ state }) => state)
    expect(states).toEqual(ROUTE.map(() => 'not-reached'))
  })

  test.each(['brand-new', 'constructor', '__proto__', 'toString'])(
    'with the unknown reason %j say its code',
    (because) => {
      const trace: Trace = [{ kind: 'decided', by: 'x', gate: 'token', pass: false, because }]
      expect(gatesOf(trace, [], en)).toEqual([{ id: 'token', state: 'stopped', because }])
    },
  )
})

describe('a row of gates', () => {
  const GATES: GateView[] = [
    { id: 'route', state: 'passed', because: 'a route' },
    { id: 'header', state: 'stopped', because: 'no header' },
    { id: 'handler', state: 'not-reached', because: en.gate.notReached },
  ]

  /** As a screen reader reads them: signs are not for it. */
  const heard = (element: Element) =>
    all(element, 'li').map((gate) => {
      const sign = gate.querySelector('[aria-hidden=true]')!
      return textIn(gate).slice(textIn(sign).length).trim().replaceAll(' ,', ',')
    })

  test('says of each gate its name, its state and its reason, without its colour', async () => {
    const element = await mount('bp-gates', { gates: GATES, words: en })
    expect(heard(element)).toEqual([
      'Route, passed a route',
      'Header, stopped here no header',
      'Handler, not reached',
    ])
  })

  test('gives each state a sign of its own', async () => {
    const element = await mount('bp-gates', { gates: GATES, words: en })
    const signs = all(element, 'b > [aria-hidden=true]').map(textIn)
    expect(signs).toEqual(['✓', '✕', '–'])
  })

  test.each(['mfa', 'constructor', '__proto__'])(
    'calls the gate %j, for which there is no word, by its id',
    async (id) => {
      const gates: GateView[] = [{ id, state: 'passed', because: 'yes' }]
      const element = await mount('bp-gates', { gates, words: en })
      expect(heard(element)).toEqual([`${id}, passed yes`])
    },
  )

  test.each(BOTH)('is accessible in $language', async ({ words }) => {
    const gates = gatesOf(stoppedAtHeader, ROUTE, words)
    await expectAccessible(await mount('bp-gates', { gates, words }))
  })
})
