/** The server's decisions as a row of gates. */

import { describe, expect, test } from 'vitest'
import type { Trace } from '../../../server/security/trace.ts'
// Loaded on demand in the page; here it is there from the start.
import '../../../web/exchange/gate-detail.ts'
import { gatesOf, type GateView } from '../../../web/exchange/gates.ts'
import { en } from '../../../web/words/en.ts'
import { gatesWords } from '../../../web/words/gates.ts'
import { stoppedAtHeader } from '../../support/exchange-literal.ts'
import { all, BOTH, expectAccessible, mount, one, rendered, textIn } from '../../support/fixture.ts'

const IDS = ['route', 'header', 'scheme', 'token', 'handler']
const ROUTE = IDS.map((id) => ({ id, region: `of-${id}` }))

describe('the gates of a trace', () => {
  test('are those it decided, in its order, then those of the route it never reached', () => {
    const gates = gatesOf(stoppedAtHeader, ROUTE, en)
    expect(gates).toEqual([
      {
        id: 'route',
        state: 'passed',
        because: 'GET /items/ is a route',
        by: 'router',
        code: 'route-found',
        facts: { route: 'GET /items/' },
        region: 'of-route',
      },
      {
        id: 'header',
        state: 'stopped',
        because: 'there is no Authorization header',
        by: 'OAuth2PasswordBearer',
        code: 'authorization-missing',
        facts: {},
        refusal: stoppedAtHeader.find(({ kind }) => kind === 'refused'),
        region: 'of-header',
      },
      { id: 'scheme', state: 'not-reached', because: 'not reached', region: 'of-scheme' },
      { id: 'token', state: 'not-reached', because: 'not reached', region: 'of-token' },
      { id: 'handler', state: 'not-reached', because: 'not reached', region: 'of-handler' },
    ])
  })

  test('of an empty trace are those of the route, none reached', () => {
    const states = gatesOf([], ROUTE, en).map(({ state }) => state)
    expect(states).toEqual(IDS.map(() => 'not-reached'))
  })

  test.each(['brand-new', 'constructor', '__proto__', 'toString'])(
    'with the unknown reason %j say its code',
    (because) => {
      const trace: Trace = [{ kind: 'decided', by: 'x', gate: 'token', pass: false, because }]
      expect(gatesOf(trace, [], en)).toMatchObject([{ id: 'token', state: 'stopped', because }])
    },
  )
})

test.each(
  [400, 419, 459, 460, 520, 600, 800].flatMap((width) => BOTH.map((both) => ({ ...both, width }))),
)(
  'the names of thirteen gates lie beside each other in $width pixels, in $language',
  async ({ words, width }) => {
    const ids = Object.keys(words.gates).filter((id) => !['origin', 'form', 'own'].includes(id))
    const gates = ids.map((id): GateView => ({ id, state: 'not-reached', because: '' }))
    const row = await mount('bp-gates', { gates, words })
    row.style.width = `${width}px`
    await rendered()
    const boxes = all(row, '.name').map((name) => name.getBoundingClientRect())
    expect(boxes.length).toBeGreaterThan(11)
    const crossing = boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .filter(
          (other) =>
            one.left < other.right &&
            other.left < one.right &&
            one.top < other.bottom &&
            other.top < one.bottom,
        ),
    )
    expect(crossing).toEqual([])
  },
)

describe('a row of gates', () => {
  const GATES: GateView[] = [
    { id: 'route', state: 'passed', because: 'a route' },
    { id: 'header', state: 'stopped', because: 'no header' },
    { id: 'handler', state: 'not-reached', because: en.gate.notReached },
  ]

  const buttons = (element: Element) => all<HTMLButtonElement>(element, 'li > button')

  /** As a screen reader reads them: signs are not for it. */
  const heard = (element: Element) =>
    all(element, 'li > button').map((gate) => {
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

  test('says at once why the gate that stopped the request did, and all of it once it is opened', async () => {
    const gates = gatesOf(stoppedAtHeader, ROUTE, en)
    const element = await mount('bp-gates', { gates, words: en })
    const said = () => textIn(one(element, 'bp-gate-detail'))
    expect(said()).toContain(gatesWords.en.because['authorization-missing']!({}))
    expect(said()).not.toContain(gatesWords.en.questions['header'])
    buttons(element)[1]!.click()
    await rendered()
    expect(said()).toContain(gatesWords.en.questions['header'])
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

  const opened = (element: Element) => all(element, 'bp-gate-detail:not([brief])').map(titleOf)
  const titleOf = (detail: Element) => textIn(one(detail, 'h3'))

  test('opens one gate at a time, and closes it again', async () => {
    const element = await mount('bp-gates', { gates: GATES, words: en })
    const expanded = () => buttons(element).map(({ ariaExpanded }) => ariaExpanded)
    expect(expanded()).toEqual(['false', 'false', 'false'])
    for (const [at, titles, states] of [
      [1, ['✕ Header · stopped here'], ['false', 'true', 'false']],
      [2, ['– Handler · not reached'], ['false', 'false', 'true']],
      [2, [], ['false', 'false', 'false']],
    ] as const) {
      buttons(element)[at]!.click()
      await rendered()
      expect(opened(element)).toEqual(titles)
      expect(expanded()).toEqual(states)
    }
  })

  test('keeps a gate open from one exchange to the next', async () => {
    const element = await mount('bp-gates', { gates: GATES, words: en })
    buttons(element)[1]!.click()
    element.gates = [{ id: 'header', state: 'passed', because: 'there is one' }]
    await rendered()
    expect(opened(element)).toEqual(['✓ Header · passed'])
  })

  test.each([300, 900])('moves no gate above the open one at a width of %i', async (width) => {
    const element = await mount('bp-gates', { gates: GATES, words: en })
    element.style.width = `${width}px`
    const places = () => buttons(element).map((button) => button.getBoundingClientRect())
    const before = places()
    buttons(element)[1]!.click()
    await rendered()
    expect(places().slice(0, 2)).toEqual(before.slice(0, 2))
    const detail = one(element, 'bp-gate-detail').getBoundingClientRect()
    const below = width < 520 ? before[1]! : before[2]!
    expect(detail.top).toBeCloseTo(below.bottom, 0)
    expect(detail.width).toBeGreaterThan(width - 4)
  })

  test.each(BOTH)('is accessible in $language, with a gate open', async ({ words }) => {
    const gates = gatesOf(stoppedAtHeader, ROUTE, words)
    const element = await mount('bp-gates', { gates, words })
    buttons(element)[1]!.click()
    await rendered()
    await expectAccessible(element)
  })
})
