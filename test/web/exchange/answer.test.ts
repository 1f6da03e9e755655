/** The answer in short: who refused and why, in a sentence, whoever it was. */

import { describe, expect, onTestFinished, test } from 'vitest'
import type { Trace } from '../../../server/security/trace.ts'
import '../../../web/exchange/answer.ts'
import { gatesOf } from '../../../web/exchange/gates.ts'
import { MASKED } from '../../../web/kit/masking.ts'
import { answerWords } from '../../../web/words/answer.ts'
import { en, type Words } from '../../../web/words/en.ts'
import { refusalWords } from '../../../web/words/refusals.ts'
import { exchangeWith, stoppedAtHeader } from '../../support/exchange-literal.ts'
import { all, BOTH, expectAccessible, heard, mount, one, textIn } from '../../support/fixture.ts'

const own = answerWords.en

const passed = (gate: string, because: string): Trace[number] => ({
  kind: 'decided',
  by: 'test',
  gate,
  pass: true,
  because,
})

/** A trace of a handler that refuses, with the reasons behind it, nearest first. */
const refusedByHandler = (status: number, ...because: string[]): Trace => [
  passed('route', 'route-found'),
  { kind: 'decided', by: 'handler', gate: 'handler', pass: false, because: 'handler-refused' },
  { kind: 'refused', status, detail: 'no', because: ['handler-refused', ...because] },
]

/** What a handler asked another server on the way. */
const called = (status: number | undefined): Trace[number] => ({
  kind: 'called',
  request: {
    method: 'GET',
    url: 'http://localhost/lessons/two-servers/auth/users/me/',
    headers: [],
    body: '',
  },
  response: status === undefined ? null : { status, headers: [], body: '' },
  trace: [],
})

const ANSWERED = [passed('route', 'route-found'), passed('handler', 'handler-answered')]

function show({ status = 401, trace = stoppedAtHeader, body = '' }, words: Words = en) {
  const headers: [string, string][] = status === 401 ? [['www-authenticate', 'Bearer']] : []
  const exchange = exchangeWith({ trace, response: { status, headers, body } })
  return mount('bp-answer', { exchange, gates: gatesOf(trace, [], words), words })
}

const verdict = async (part: Parameters<typeof show>[0]) =>
  textIn(one(await show(part), '.verdict'))

describe('the verdict', () => {
  test('of a refusal names the check and its reason', async () => {
    expect(await verdict({})).toBe('Refused at Header: there is no Authorization header.')
  })

  test('of a handler names it, and no check', async () => {
    const decided = { kind: 'decided', by: 'handler', gate: 'handler', pass: false } as const
    const trace: Trace = [{ ...decided, because: 'refused' }]
    const says = en.because['refused']!({})
    expect(await verdict({ status: 502, trace })).toBe(`Handler refused: ${says}.`)
  })

  test('of an exception that came before any check says what it said', async () => {
    const problems = [{ kind: 'thrown' as const, text: 'TypeError: x', from: 0, to: 1 }]
    const trace: Trace = [{ kind: 'sent', status: 500, headers: [] }]
    const exchange = exchangeWith({
      trace,
      own: { key: 'a', text: '', problems },
      response: { status: 500, headers: [], body: '' },
    })
    const shown = await mount('bp-answer', { exchange, gates: [], words: en })
    expect(textIn(one(shown, '.verdict'))).toBe('An exception left your code: TypeError: x.')
  })

  test('of an exception does not call it a refusal', async () => {
    expect(await verdict({ status: 500 })).toBe(
      'Stopped at Header: there is no Authorization header.',
    )
  })

  test.each([
    [1, 'The one check was passed, and the server answered.'],
    [2, 'Both checks were passed, and the server answered.'],
  ])('of a 200 after %i checks says that all were passed', async (count, says) => {
    expect(await verdict({ status: 200, trace: ANSWERED.slice(-count) })).toBe(says)
  })

  test.each([
    ['upstream-down', refusalWords.en['upstream-down']],
    ['logins-waiting', refusalWords.en['logins-waiting']],
    ['password-wrong', en.because['password-wrong']!({})],
  ])('of a handler that refused for %s says so', async (because, says) => {
    const shown = await show({ status: 400, trace: refusedByHandler(400, because) })
    // The words for it come once a handler refused.
    await expect.poll(() => textIn(one(shown, '.verdict'))).toContain(`: ${says}.`)
  })

  const refusedForm: Trace = [
    passed('route', 'route-found'),
    { kind: 'decided', by: 'form', gate: 'form', pass: false, because: 'username-missing' },
    {
      kind: 'refused',
      status: 422,
      detail: 'no',
      because: ['username-missing', 'password-missing'],
    },
  ]

  test.each([
    ['no type', undefined, ''],
    ['a form', 'application/x-www-form-urlencoded', ''],
    ['a form of parts', 'multipart/form-data; boundary=x', ''],
    ['JSON', 'application/json', ', for what came is application/json and no form'],
  ])(
    'of a form that misses both names both, and what came in its place: %s',
    async (_, type, more) => {
      const headers: [string, string][] = type === undefined ? [] : [['Content-Type', type]]
      const exchange = exchangeWith({
        request: { headers },
        response: { status: 422, headers: [], body: '' },
        trace: refusedForm,
      })
      const shown = await mount('bp-answer', {
        exchange,
        gates: gatesOf(refusedForm, [], en),
        words: en,
      })
      expect(textIn(one(shown, '.verdict'))).toBe(
        `Refused at Form: the username is missing, the password is missing${more}.`,
      )
    },
  )

  test('of a body that was too long says nothing of its type', async () => {
    const trace: Trace = [
      passed('route', 'route-found'),
      { kind: 'decided', by: 'form', gate: 'form', pass: false, because: 'body-too-long' },
      { kind: 'refused', status: 413, detail: 'no', because: ['body-too-long'] },
    ]
    const exchange = exchangeWith({
      request: { headers: [['Content-Type', 'application/json']] },
      response: { status: 413, headers: [], body: '' },
      trace,
    })
    const gates = gatesOf(trace, [], en)
    const shown = await mount('bp-answer', { exchange, gates, words: en })
    expect(textIn(one(shown, '.verdict'))).toBe(
      `Refused at Form: ${en.because['body-too-long']!({})}.`,
    )
  })

  test('of a handler that refused for a reason without words says that it refused', async () => {
    const says = await verdict({ status: 400, trace: refusedByHandler(400, 'ERR_SOMETHING') })
    expect(says).toContain(en.because['handler-refused']!({}))
  })

  test('of a handler that answers a refusal itself names what it was answered', async () => {
    const trace = [...ANSWERED.slice(0, 1), called(401), ...ANSWERED.slice(1)]
    expect(await verdict({ trace })).toBe(own.itselfAfter(401))
    expect(await verdict({ trace: ANSWERED })).toBe(own.itself)
  })

  test('of a guard of one’s own that refused says so, and what it gave as its reason', async () => {
    const trace: Trace = [
      passed('route', 'route-found'),
      { kind: 'refused', status: 401, detail: 'no', because: ['authorization-missing'] },
    ]
    const exchange = exchangeWith({
      trace,
      own: { key: 'a', text: '', problems: [] },
      response: { status: 401, headers: [], body: '' },
    })
    const gates = gatesOf(trace, [{ id: 'route' }, { id: 'header' }, { id: 'handler' }], en)
    // Ours are not in it, so nothing is said of them.
    expect(gates.map(({ id, state }) => [id, state])).toEqual([
      ['route', 'passed'],
      ['own', 'stopped'],
      ['handler', 'not-reached'],
    ])
    expect(gates[1]).toMatchObject({ because: en.because['authorization-missing']!({}) })
    const shown = await mount('bp-answer', { exchange, gates, words: en })
    expect(textIn(one(shown, '.verdict'))).toBe(own.yours('authorization-missing'))
  })

  test('of an answer that came without a trace says that nothing is known', async () => {
    expect(await verdict({ trace: [] })).toBe(en.exchange.noTrace)
  })
})

test('a challenge and the first lines of the body are there, and nothing where there are none', async () => {
  const refused = await show({ body: '{"detail":"Not authenticated"}' })
  expect(textIn(one(refused, '.header'))).toBe('www-authenticate: Bearer')
  expect(one(refused, '.body').textContent).toBe('{"detail":"Not authenticated"}')
  const empty = await show({ status: 204, trace: ANSWERED })
  expect(all(empty, '.wire')).toEqual([])
})

test('a long challenge and a long way are there whole', async () => {
  const headers: [string, string][] = [
    ['www-authenticate', `Bearer error="invalid_token", error_description="${'x'.repeat(40)}"`],
    ['location', `/next?after=${'y'.repeat(40)}`],
  ]
  const trace: Trace = [...ANSWERED, { kind: 'sent', status: 401, headers }]
  const answer = await show({ trace })
  expect(all(answer, '.header').map(textIn)).toEqual(
    headers.map(([name, value]) => `${name}: ${value}`),
  )
})

test('where to go and what to keep are there, and no cookie while secrets are hidden', async () => {
  const headers: [string, string][] = [
    ['content-length', '0'],
    ['location', '/'],
    ['set-cookie', 'access_token=abc; HttpOnly; Path=/'],
  ]
  const trace: Trace = [...ANSWERED, { kind: 'sent', status: 303, headers }]
  const answer = await show({ status: 303, trace })
  const lines = () => all(answer, '.header').map(textIn)
  expect(lines()).toEqual(['location: /', 'set-cookie: access_token=abc; HttpOnly; Path=/'])
  const long = headers.map(([name, value]) => [name, value.replace('abc', 'abc'.repeat(40))])
  const sent = { kind: 'sent' as const, status: 303, headers: long as [string, string][] }
  const other = await show({ status: 303, trace: [...ANSWERED, sent] })
  expect(all(other, '.header').map(textIn)[1]).toBe(
    'set-cookie: access_token=abcabcabcabc…; HttpOnly; Path=/',
  )
  document.documentElement.toggleAttribute(MASKED, true)
  onTestFinished(() => void document.documentElement.toggleAttribute(MASKED, false))
  await expect.poll(() => lines()[1]).toBe('set-cookie: access_token=••••••••; HttpOnly; Path=/')
})

test.each([
  [401, '401 Unauthorized'],
  [undefined, own.noAnswer],
])('a hop that was answered with %s says so, and leads to its bytes', async (status, says) => {
  const trace = [...ANSWERED.slice(0, 1), called(200), called(status), ...ANSWERED.slice(1)]
  const answer = await show({ status: 200, trace })
  const opened = heard<string>(answer, 'open-message')
  const [, second] = all(answer, 'button')
  expect(textIn(second!)).toContain(`GET /users/me/ → ${says}`)
  second!.click()
  expect(opened).toEqual(['hop-1'])
})

test.each(BOTH)('is accessible in $language', async ({ words }) => {
  const trace = [called(401), ...stoppedAtHeader]
  await expectAccessible(await show({ trace, body: '{"detail":"x"}' }, words))
})

test('the answer to a request of a check says so: the request on the bench is another', async () => {
  const shown = async (origin?: 'check') => {
    const exchange = exchangeWith({ ...(origin && { origin }) })
    return textIn(one(await mount('bp-answer', { exchange, gates: [], words: en }), '.time'))
  }
  expect(await shown('check')).toContain(own.check)
  expect(await shown()).not.toContain(own.check)
})
