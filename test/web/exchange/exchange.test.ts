/** One exchange on the bench. */

import { describe, expect, test } from 'vitest'
import type { Exchange } from '../../../lessons/exchange/exchange.ts'
import '../../../web/exchange/exchange.ts'
import '../../../web/exchange/header-anatomy.ts'
import '../../../web/exchange/sequence-diagram.ts'
import { anatomyWords } from '../../../web/words/anatomy.ts'
import { en } from '../../../web/words/en.ts'
import { exchangeWith, stoppedAtHeader } from '../../support/exchange-literal.ts'
import { all, BOTH, expectAccessible, mount, one, rendered, textIn } from '../../support/fixture.ts'

const ROUTE = ['route', 'header', 'scheme', 'token', 'handler'].map((id) => ({ id }))

const show = (exchange: Exchange, words = en) =>
  mount('bp-exchange', { exchange, expectedGates: ROUTE, words })

const linesOf = (element: Element, part: 'request' | 'response') =>
  all(one(element, `[data-part=${part}]`), '.wire > div').map(textIn)

const notesOf = (element: Element) => all(element, '.note').map(textIn)

describe('a refusal with its trace', () => {
  const refused = exchangeWith({ trace: stoppedAtHeader, milliseconds: 12.4 })

  test('shows the request as the server received it', async () => {
    const element = await show(refused)
    expect(linesOf(element, 'request')).toEqual([
      'GET /lessons/first-steps/api/items/?page=2 HTTP/1.1',
      '',
      en.exchange.noBody,
    ])
  })

  test('folds what the browser added to the request, accept too, until asked for', async () => {
    const element = await show(refused)
    const button = one(element, '.fold button')
    expect(textIn(button)).toBe(en.exchange.ownHeaders(3))
    button.click()
    await rendered()
    expect(linesOf(element, 'request').slice(1, 4)).toEqual([
      'accept: */*',
      'user-agent: Mozilla/5.0',
      'sec-fetch-mode: cors',
    ])
  })

  test('shows the response, its challenge marked', async () => {
    const element = await show(refused)
    expect(linesOf(element, 'response')).toEqual([
      'HTTP/1.1 401 Unauthorized',
      'www-authenticate: Bearer',
      '',
      '{"detail":"Not authenticated"}',
    ])
    expect(textIn(one(element, '.mark-accent'))).toBe('www-authenticate: Bearer')
  })

  test('shows where the server stopped, and what it never reached', async () => {
    const element = await show(refused)
    expect(all(element, '[data-gate]').map((gate) => gate.className)).toEqual([
      'passed',
      'stopped',
      'not-reached',
      'not-reached',
      'not-reached',
    ])
  })

  test('lists the two messages of its diagram', async () => {
    const element = await show(refused)
    expect(
      all(one(element, 'bp-sequence-diagram'), 'g[role=button]').map((arrow) => arrow.ariaLabel),
    ).toEqual([
      'Your browser → API: GET /items/',
      'API → Your browser: 401 Unauthorized · challenge: Bearer',
    ])
  })

  test('says how long it took and who answered', async () => {
    const said = textIn(await show(refused))
    expect(said).toContain('12\u00a0ms')
    expect(said).toContain(en.exchange.by.browser)
  })
})

describe('the Authorization line', () => {
  test.each([
    { when: 'nothing was decided', decided: {}, tone: 'accent' },
    { when: 'the route is missing', decided: { route: false }, tone: 'accent' },
    { when: 'another gate let it pass', decided: { token: true }, tone: 'accent' },
    { when: 'another gate stopped it', decided: { token: false }, tone: 'accent' },
    { when: 'the header gate alone let it pass', decided: { header: true }, tone: 'accent' },
    { when: 'the scheme gate alone let it pass', decided: { scheme: true }, tone: 'accent' },
    { when: 'the header gate stopped it', decided: { header: false }, tone: 'stop' },
    { when: 'the scheme gate stopped it', decided: { header: true, scheme: false }, tone: 'stop' },
    {
      when: 'both gates let it pass',
      decided: { header: true, scheme: true },
      status: 200,
      tone: 'pass',
    },
    {
      when: 'both let it pass and its token is refused',
      decided: { header: true, scheme: true, token: false },
      status: 401,
      tone: 'stop',
    },
    {
      when: 'both let it pass and something else is wrong',
      decided: { header: true, scheme: true, activeUser: false },
      status: 400,
      tone: 'pass',
    },
  ])('is marked $tone when $when', async ({ decided, status = 401, tone }) => {
    const element = await show(
      exchangeWith({
        request: { headers: [['Authorization', 'Bearer foobar']] },
        response: { status, headers: [], body: '' },
        trace: Object.entries(decided).map(([gate, pass]) => ({
          kind: 'decided',
          by: 'guard',
          gate,
          pass,
          because: 'x',
        })),
      }),
    )
    const request = one(element, '[data-part=request]')
    expect(textIn(one(request, '[class*=mark-]'))).toBe('Authorization: Bearer foobar')
    expect(one(request, '[class*=mark-]').className).toBe(`mark-${tone}`)
  })
})

test('the headers taken apart are those the server received', async () => {
  const element = await show(
    exchangeWith({
      request: { headers: [['Authorization', 'Bearer written']] },
      trace: [
        {
          kind: 'received',
          method: 'GET',
          url: '/',
          headers: [['authorization', 'Bearer received']],
        },
      ],
    }),
  )
  expect(one(element, 'bp-header-anatomy').authorization).toBe('Bearer received')
})

test('without a trace the headers taken apart are those that were written', async () => {
  const headers: Exchange['request']['headers'] = [['Authorization', 'Bearer written']]
  const element = await show(exchangeWith({ request: { headers } }))
  expect(one(element, 'bp-header-anatomy').authorization).toBe('Bearer written')
})

test('a header the learner wrote stays in sight, though browsers write it too', async () => {
  const headers: Exchange['request']['headers'] = [
    ['Accept-Language', 'ko'],
    ['Accept', 'text/html'],
  ]
  const url = 'http://localhost/'
  const element = await show(
    exchangeWith({
      request: { headers },
      trace: [
        {
          kind: 'received',
          method: 'GET',
          url,
          headers: [
            ['accept-language', 'ko'],
            ['accept', 'text/html'],
            ['accept-encoding', 'br'],
          ],
        },
      ],
    }),
  )
  expect(linesOf(element, 'request')).toContain('accept-language: ko')
  expect(linesOf(element, 'request')).toContain('accept: text/html')
  expect(linesOf(element, 'request')).not.toContain('accept-encoding: br')
})

describe('an answer without a trace', () => {
  test('says that it carries none, and shows what the page itself saw', async () => {
    const path = '/items/?page=2'
    const url = `http://localhost/lessons/first-steps/api${path}`
    const element = await show(exchangeWith({ request: { method: 'PUT', path, url, body: 'x=1' } }))
    expect(textIn(element)).toContain(en.exchange.noTrace)
    expect(all(element, '[data-gate]')).toEqual([])
    expect(linesOf(element, 'request')).toEqual([
      'PUT /lessons/first-steps/api/items/?page=2 HTTP/1.1',
      '',
      'x=1',
    ])
  })

  test.each([
    { status: 204, line: 'HTTP/1.1 204 No Content', tone: 'good' },
    { status: 299, line: 'HTTP/1.1 299', tone: 'good' },
    { status: 400, line: 'HTTP/1.1 400 Bad Request', tone: 'bad' },
    { status: 599, line: 'HTTP/1.1 599', tone: 'bad' },
  ])('of status $status has the first line "$line"', async ({ status, line, tone }) => {
    const element = await show(exchangeWith({ response: { status, headers: [], body: '' } }))
    expect(linesOf(element, 'response')).toEqual([line, '', en.exchange.noBody])
    expect(one(one(element, '[data-part=response]'), '.first').classList).toContain(tone)
    expect(textIn(element)).toContain(anatomyWords.en.challengeNone)
  })
})

test('a redirect the browser followed is told', async () => {
  const url = 'http://localhost/lessons/first-steps/api/items/'
  const element = await show(
    exchangeWith({ request: { path: '/items' }, response: { redirected: true, url } }),
  )
  expect(notesOf(element)).toEqual([
    en.exchange.redirected('/items', '/lessons/first-steps/api/items/'),
  ])
})

test('a trace that was cut says by how much', async () => {
  const trace: Exchange['trace'] = [...stoppedAtHeader, { kind: 'cut', characters: 1234 }]
  expect(notesOf(await show(exchangeWith({ trace })))).toEqual([en.exchange.cut(1234)])
})

test('an exchange that needs no remark has none', async () => {
  expect(notesOf(await show(exchangeWith({ trace: stoppedAtHeader })))).toEqual([])
})

test.each(BOTH)('is accessible in $language', async ({ words }) => {
  const url = 'http://localhost/'
  await expectAccessible(
    await show(
      exchangeWith({
        trace: [...stoppedAtHeader, { kind: 'cut', characters: 9 }],
        response: { redirected: true, url },
      }),
      words,
    ),
  )
})
