/** One exchange on the bench whose server asked another on the way: the hop no browser sees. */

import { describe, expect, test } from 'vitest'
import type { Exchange } from '../../../lessons/exchange/exchange.ts'
import type { HeaderList, Trace, TraceEvent } from '../../../server/security/trace.ts'
// Loaded on demand in the page; here they are there from the start.
import '../../../web/exchange/cookie-anatomy.ts'
import '../../../web/exchange/exchange.ts'
import '../../../web/exchange/sequence-diagram.ts'
import '../../../web/exchange/hidden-hop.ts'
import { en } from '../../../web/words/en.ts'
import { hopWords } from '../../../web/words/hop.ts'
import { exchangeWith } from '../../support/exchange-literal.ts'
import { all, BOTH, expectAccessible, focused, mount, one, textIn } from '../../support/fixture.ts'

const SERVER = '/lessons/two-servers/client'
const URL_OF_AUTH = 'http://localhost/lessons/two-servers/auth'

type Call = Extract<TraceEvent, { kind: 'called' }>

const theirs: Trace = [
  { kind: 'received', method: 'GET', url: '/users/me/', headers: [] },
  { kind: 'decided', by: 'router', gate: 'route', pass: true, because: 'route-found' },
  { kind: 'decided', by: 'JWT', gate: 'expiry', pass: false, because: 'expired' },
  { kind: 'refused', status: 401, detail: 'no', because: ['expired'] },
  { kind: 'sent', status: 401, headers: [] },
]

const call: Call = {
  kind: 'called',
  request: {
    method: 'GET',
    url: `${URL_OF_AUTH}/users/me/?a=1`,
    headers: [['authorization', 'Bearer a.b.c']],
    body: '',
  },
  response: {
    status: 401,
    headers: [['www-authenticate', 'Bearer']],
    body: '{"detail":"Could not validate credentials"}',
  },
  trace: theirs,
}

const login: Call = {
  kind: 'called',
  request: {
    method: 'POST',
    url: `${URL_OF_AUTH}/token`,
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: 'username=johndoe&password=secret',
  },
  response: { status: 200, headers: [], body: '{"access_token":"a.b.c"}' },
  trace: [],
}

const unanswered: Call = { ...call, response: null, trace: [] }

const exchangeOf = (...calls: Call[]): Exchange =>
  exchangeWith({
    lesson: 'two-servers',
    server: 'client',
    request: {
      path: '/test-users-me',
      url: `http://localhost${SERVER}/test-users-me`,
    },
    response: { status: 401, headers: [], body: '<p>Please log in again</p>' },
    trace: [
      { kind: 'received', method: 'GET', url: `${SERVER}/test-users-me`, headers: [] },
      { kind: 'decided', by: 'router', gate: 'route', pass: true, because: 'route-found' },
      ...calls,
      { kind: 'decided', by: 'handler', gate: 'handler', pass: true, because: 'handler-answered' },
      { kind: 'sent', status: 401, headers: [] },
    ],
  })

const show = (exchange: Exchange, words = en) =>
  mount('bp-exchange', { exchange, expectedGates: [{ id: 'route' }, { id: 'handler' }], words })

const { you, client, auth } = en.exchange
const buttonsOf = (element: Element) => all(one(element, 'bp-sequence-diagram'), 'g[role=button]')
const arrowsOf = (element: Element) => buttonsOf(element).map((arrow) => arrow.ariaLabel)
const hopsOf = (element: Element) => all(element, 'bp-hidden-hop')
const messagesOf = (hop: Element) =>
  all(hop, 'bp-raw-message').map((message) => all(message, '.wire > div').map(textIn))

describe('the diagram', () => {
  test('has three who take part, and four arrows in order', async () => {
    const element = await show(exchangeOf(call))
    expect(one(element, 'bp-sequence-diagram').participants.map(({ label }) => label)).toEqual([
      you,
      client,
      auth,
    ])
    expect(arrowsOf(element)).toEqual([
      `${you} → ${client}: GET /test-users-me`,
      `${client} → ${auth}: GET /users/me/`,
      `${auth} → ${client}: 401 Unauthorized`,
      `${client} → ${you}: 401 Unauthorized`,
    ])
  })

  test('has the arrows of two hops one after the other', async () => {
    expect(arrowsOf(await show(exchangeOf(login, call))).slice(1, -1)).toEqual([
      `${client} → ${auth}: POST /token`,
      `${auth} → ${client}: 200 OK`,
      `${client} → ${auth}: GET /users/me/`,
      `${auth} → ${client}: 401 Unauthorized`,
    ])
  })

  test('has no arrow back from who did not answer', async () => {
    expect(arrowsOf(await show(exchangeOf(unanswered)))).toEqual([
      `${you} → ${client}: GET /test-users-me`,
      `${client} → ${auth}: GET /users/me/`,
      `${client} → ${you}: 401 Unauthorized`,
    ])
  })

  test('shows the path of a server on a port of its own whole', async () => {
    const url = 'http://localhost:8000/users/me/'
    const elsewhere = { ...call, request: { ...call.request, url } }
    expect(arrowsOf(await show(exchangeOf(elsewhere)))[1]).toBe(
      `${client} → ${auth}: GET /users/me/`,
    )
  })

  test('has two who take part where nobody else was asked', async () => {
    const element = await show(exchangeOf())
    expect(one(element, 'bp-sequence-diagram').participants).toHaveLength(2)
    expect(hopsOf(element)).toEqual([])
    expect(textIn(element)).not.toContain(hopWords.en.title)
  })
})

describe('the hop', () => {
  test('shows both messages, byte for byte', async () => {
    const [hop] = hopsOf(await show(exchangeOf(call)))
    expect(textIn(hop!)).toContain(hopWords.en.title)
    expect(messagesOf(hop!)).toEqual([
      [
        'GET /lessons/two-servers/auth/users/me/?a=1 HTTP/1.1',
        'authorization: Bearer a.b.c',
        '',
        en.exchange.noBody,
      ],
      [
        'HTTP/1.1 401 Unauthorized',
        'www-authenticate: Bearer',
        '',
        '{"detail":"Could not validate credentials"}',
      ],
    ])
  })

  test('shows the password that went on', async () => {
    const [hop] = hopsOf(await show(exchangeOf(login)))
    expect(messagesOf(hop!)[0]).toContain('username=johndoe&password=secret')
  })

  test('shows what the auth server decided, apart from the client server’s decisions', async () => {
    const element = await show(exchangeOf(call))
    const [hop] = hopsOf(element)
    const gates = (root: Element) =>
      all(root, '[data-gate]').map(({ dataset, className }) => [dataset['gate'], className])
    expect(textIn(hop!)).toContain(hopWords.en.decisions)
    expect(gates(hop!)).toEqual([
      ['route', 'passed'],
      ['expiry', 'stopped'],
    ])
    expect(gates(all(element, 'bp-gates')[0]!)).toEqual([
      ['route', 'passed'],
      ['handler', 'passed'],
    ])
  })

  test('stands in the line of decisions where it was refused, before the handler, and leads to its bytes', async () => {
    const element = await show(exchangeOf(login, call))
    await expect.poll(() => all(all(element, 'bp-gates')[0]!, 'li')).toHaveLength(3)
    const line = all(all(element, 'bp-gates')[0]!, 'li')
    expect(line.map((one) => textIn(one).includes(`${en.exchange.auth} 401`))).toEqual([
      false,
      true,
      false,
    ])
    all(line[1]!, 'button')[0]!.click()
    const [, refused] = hopsOf(element)
    expect(focused()).toBe(refused)
  })

  test('says nothing of decisions where the auth server tells none', async () => {
    const [hop] = hopsOf(await show(exchangeOf(login)))
    expect(all(hop!, 'bp-gates')).toEqual([])
    expect(textIn(hop!)).not.toContain(hopWords.en.decisions)
  })

  test.each(BOTH)('says in $language that nobody answered', async ({ words }) => {
    const [hop] = hopsOf(await show(exchangeOf(unanswered), words))
    expect(messagesOf(hop!)).toHaveLength(1)
    expect(all(hop!, '.note').map(textIn)).toEqual([hopWords[words.id].none])
  })

  test('of each call stands by itself, in order', async () => {
    const hops = hopsOf(await show(exchangeOf(login, call)))
    expect(hops.map((hop) => messagesOf(hop)[0]![0])).toEqual([
      'POST /lessons/two-servers/auth/token HTTP/1.1',
      'GET /lessons/two-servers/auth/users/me/?a=1 HTTP/1.1',
    ])
  })
})

test.each(BOTH)('is accessible in $language', async ({ words }) => {
  await expectAccessible(await show(exchangeOf(login, call, unanswered), words))
})

describe('an arrow', () => {
  const opened = (element: Element) =>
    all(element, '[data-opened]').map(({ dataset }) => dataset['part'])

  test.each([
    [0, 'request'],
    [1, 'hop-0'],
    [2, 'hop-0'],
    [3, 'hop-1'],
    [5, 'response'],
  ])('leads to its bytes: number %i to %s', async (index, part) => {
    const element = await show(exchangeOf(login, call))
    buttonsOf(element)[index]!.dispatchEvent(new MouseEvent('click'))
    expect(opened(element)).toEqual([part])
    expect(focused()).toBe(all(element, `[data-part="${part}"]`)[0])
  })

  test('marks nothing of the exchange that is shown next', async () => {
    const element = await show(exchangeOf(call))
    buttonsOf(element)[1]!.dispatchEvent(new MouseEvent('click'))
    expect(opened(element)).toEqual(['hop-0'])
    element.exchange = exchangeOf(call)
    await element.updateComplete
    expect(opened(element)).toEqual([])
  })

  test.each(['Enter', ' '])('is pressed with the key %j too', async (key) => {
    const element = await show(exchangeOf(call))
    buttonsOf(element)[1]!.dispatchEvent(new KeyboardEvent('keydown', { key }))
    expect(opened(element)).toEqual(['hop-0'])
  })

  test('is not pressed with another key', async () => {
    const element = await show(exchangeOf(call))
    buttonsOf(element)[1]!.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }))
    expect(opened(element)).toEqual([])
  })
})

describe('the token of a hop', () => {
  test('is shown decoded, whether it goes there or comes back', async () => {
    const token = `${btoa('{"alg":"HS256"}')}.${btoa('{"sub":"johndoe"}')}.x`.replaceAll('=', '')
    const carrying = {
      ...call,
      request: { ...call.request, headers: [['authorization', `Bearer ${token}`]] as HeaderList },
    }
    const issuing = {
      ...login,
      response: { ...login.response!, body: `{"access_token":"${token}"}` },
    }
    for (const hop of [carrying, issuing]) {
      const element = await show(exchangeOf(hop))
      expect(textIn(hopsOf(element)[0]!)).toContain('"alg": "HS256"')
      expect(textIn(hopsOf(element)[0]!)).toContain('"sub": "johndoe"')
    }
  })

  test('that is none is not shown', async () => {
    const opaque = {
      ...call,
      request: { ...call.request, headers: [['authorization', 'Bearer foobar']] as HeaderList },
    }
    expect(all(hopsOf(await show(exchangeOf(opaque)))[0]!, ':scope > pre')).toEqual([])
  })
})
