/** Which token an exchange is about, and what servers said about it: by exchanges with the lessons' real servers. */

import { beforeAll, describe, expect, test } from 'vitest'
import firstSteps from '../../../lessons/1-first-steps/lesson.ts'
import passwordFlow from '../../../lessons/3-password-flow/lesson.ts'
import jwt from '../../../lessons/4-jwt/lesson.ts'
import twoServers from '../../../lessons/5-two-servers/lesson.ts'
import type { Exchange } from '../../../lessons/exchange/exchange.ts'
import { get } from '../../../lessons/requests.ts'
import { flipBit } from '../../../web/token/change-token.ts'
import { readToken } from '../../../web/token/read-token.ts'
import { tokenIn } from '../../../web/token/token-in.ts'
import { issuedIn, verdictOn } from '../../../web/token/verdict.ts'
import { exchangeOf } from '../../support/exchange.ts'
import { exchangeWith } from '../../support/exchange-literal.ts'
import { forge } from '../../../lessons/contract/forge.ts'

const me = (token: string) => exchangeOf(jwt, get('/users/me/', `Bearer ${token}`))

const numbered = (...exchanges: Exchange[]) =>
  exchanges.map((exchange, index) => ({ ...exchange, id: index + 1 }))

let login: Exchange
let token: string

beforeAll(async () => {
  login = await exchangeOf(jwt, jwt.requests['login']!)
  token = tokenIn(login)!
})

describe('the token of an exchange', () => {
  test('is the one the server gave out', () => {
    expect(readToken(token).kind).toBe('jws')
    expect(login.response.body).toContain(token)
  })

  test('is the one the request carried, as the server received it', async () => {
    expect(tokenIn(await exchangeOf(firstSteps, get('/items/', 'bEARER  foobar ')))).toBe('foobar')
  })

  test('given out counts more than the one carried', async () => {
    const draft = jwt.requests['login']!
    const headers: Exchange['request']['headers'] = [
      ...draft.headers,
      ['Authorization', 'Bearer old'],
    ]
    expect(tokenIn(await exchangeOf(jwt, { ...draft, headers }))).not.toBe('old')
  })

  test('is in the cookie a login sets, and in the one a request brings', async () => {
    const set = await exchangeOf(twoServers, twoServers.requests['login']!)
    const cookie = tokenIn(set)!
    expect(readToken(cookie).kind).toBe('jws')
    const draft = twoServers.requests['me']!
    const data = await exchangeOf(twoServers, {
      ...draft,
      headers: [['Cookie', `a=b; jwt_token=${cookie}`]],
    })
    expect(tokenIn(data)).toBe(cookie)
  })

  test('that only crossed a hop is found there', () => {
    const call = {
      kind: 'called' as const,
      request: {
        method: 'GET',
        url: 'http://a/',
        headers: [['authorization', 'Bearer hop']] as [string, string][],
        body: '',
      },
      response: null,
      trace: [],
    }
    expect(tokenIn(exchangeWith({ trace: [call] }))).toBe('hop')
  })

  test.each([
    ['no header', {}],
    [
      'Basic credentials',
      { request: { headers: [['Authorization', 'Basic abc']] as [string, string][] } },
    ],
    [
      'an empty token',
      { request: { headers: [['Authorization', 'Bearer ']] as [string, string][] } },
    ],
    ['an answer whose token is no text', { response: { body: '{"access_token":1}' } }],
    ['an answer that is no JSON', { response: { body: '<p>"access_token"</p>' } }],
  ])('is none with %s', (_, parts) => {
    expect(tokenIn(exchangeWith(parts))).toBeUndefined()
  })
})

describe('what servers said about a token', () => {
  test('is nothing before one has seen it', async () => {
    expect(verdictOn(token, [login])).toBeUndefined()
    expect(verdictOn(token, numbered(login, await me('another')))).toBeUndefined()
  })

  test('is that it is genuine, once its signature was found right', async () => {
    expect(verdictOn(token, numbered(login, await me(token)))).toEqual({
      kind: 'verified',
      server: 'api',
      exchange: 2,
      signed: true,
    })
  })

  test('counts for exactly this token: one flipped bit is refused at the signature', async () => {
    const reading = readToken(token)
    if (reading.kind !== 'jws') throw new Error(reading.kind)
    const flipped = flipBit(token, reading.parts[2]!).token
    const journal = numbered(login, await me(token), await me(flipped))
    expect(verdictOn(flipped, journal)).toEqual({
      kind: 'refused',
      server: 'api',
      exchange: 3,
      signed: false,
      stopped: { gate: 'signature', because: 'signature-differs', facts: {} },
    })
    expect(verdictOn(token, journal)).toMatchObject({ kind: 'verified', exchange: 2 })
  })

  test.each([
    ['expired', '{"sub":"johndoe","exp":1}', 'expiry', true],
    ['about nobody', '{"exp":4102444800}', 'subject', true],
    ['of a user nobody knows', '{"sub":"nobody","exp":4102444800}', 'user', true],
  ])(
    '%s: refused at a later gate, with a signature that was right',
    async (_, payload, gate, signed) => {
      const forged = await forge({ payload })
      expect(verdictOn(forged, [await me(forged)])).toMatchObject({
        kind: 'refused',
        stopped: { gate },
        signed,
      })
    },
  )

  test.each([
    ['a.b', 'parts'],
    ['a.b.c', 'parts'],
    ['e30.e30.e30', 'algorithm'],
  ])('%s is refused at %s', async (text, gate) => {
    expect(verdictOn(text, [await me(text)])).toMatchObject({
      kind: 'refused',
      stopped: { gate },
      signed: false,
    })
  })

  test('that take any: it was taken, and no signature checked', async () => {
    const exchange = await exchangeOf(firstSteps, get('/items/', `Bearer ${token}`))
    expect(verdictOn(token, [exchange])).toMatchObject({ kind: 'unread', server: 'api' })
  })

  test('is nothing where the request was about something else', async () => {
    const draft = passwordFlow.requests['login']!
    const headers: Exchange['request']['headers'] = [
      ...draft.headers,
      ['Authorization', `Bearer ${token}`],
    ]
    const exchange = await exchangeOf(passwordFlow, {
      ...draft,
      headers,
      body: 'username=x&password=y',
    })
    expect(exchange.response.status).toBe(400)
    expect(verdictOn(token, [exchange])).toBeUndefined()
  })

  test('is said by the auth server, about a token that came in a cookie', async () => {
    const draft = twoServers.requests['me']!
    const exchange = await exchangeOf(twoServers, {
      ...draft,
      headers: [['Cookie', `jwt_token=${token}`]],
    })
    expect(verdictOn(token, [exchange])).toMatchObject({ kind: 'verified', server: 'auth' })
  })

  test('newest counts', async () => {
    const journal = numbered(
      await me(token),
      await exchangeOf(firstSteps, get('/items/', `Bearer ${token}`)),
    )
    expect(verdictOn(token, journal)).toMatchObject({ kind: 'unread', exchange: 2 })
  })
})

test('a token was issued in the exchange that first gave it out', async () => {
  const journal = numbered(await me('x'), login, await me(token))
  expect(issuedIn(token, journal)).toEqual({ server: 'api', exchange: 2 })
  expect(issuedIn('x', journal)).toBeUndefined()
})
