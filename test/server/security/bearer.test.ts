/** The bearer guard by itself: one Authorization header in, a token or a refusal out, every decision said. */

import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { type BearerEnv, oauth2PasswordBearer } from '../../../server/security/bearer.ts'
import type { HeaderList, Trace } from '../../../server/security/trace.ts'
import { refused } from '../support/refused.ts'

const BY = 'OAuth2PasswordBearer'

/** Sends one request to a route behind the guard; `lines` undefined is a host that knows no lines. */
async function ask(headers: HeaderList, lines: HeaderList | undefined = headers) {
  const trace: Trace = []
  const tokens: string[] = []
  const app = new Hono<BearerEnv>()
  app.get('/items/', oauth2PasswordBearer({ tokenUrl: 'token' }), (c) => {
    tokens.push(c.var.token)
    return c.json({ token: c.var.token })
  })
  const bindings = { trace, ...(lines && { headers: lines }) }
  const response = await app.request('/items/', { headers }, bindings)
  return { response, trace, tokens }
}

const authorization = (...values: string[]): HeaderList =>
  values.map((value) => ['Authorization', value])

const decided = (gate: string, pass: boolean, because: string, scheme?: string) => ({
  kind: 'decided',
  by: BY,
  gate,
  pass,
  because,
  ...(scheme !== undefined && { facts: { scheme } }),
})

const NOT_AUTHENTICATED = { status: 401, detail: 'Not authenticated', challenge: 'Bearer' }

describe('no credentials', () => {
  test.each<[what: string, headers: HeaderList]>([
    ['no Authorization header', []],
    ['an empty one', authorization('')],
    ['one of spaces', authorization('   ')],
    ['one of tabs and spaces', authorization('\t \t')],
    ['Proxy-Authorization instead', [['Proxy-Authorization', 'Bearer x']]],
    ['X-Authorization instead', [['X-Authorization', 'Bearer x']]],
    ['Authorisation instead', [['Authorisation', 'Bearer x']]],
    ['a cookie instead', [['Cookie', 'Authorization=Bearer x']]],
  ])('GET with %s answers 401, a Bearer challenge and no more', async (_, headers) => {
    const asked = await ask(headers)
    await refused(asked, { ...NOT_AUTHENTICATED, because: 'authorization-missing' })
    expect(asked.trace).toEqual([decided('header', false, 'authorization-missing')])
    expect(asked.tokens).toEqual([])
  })
})

describe('another scheme', () => {
  test.each<[value: string, scheme: string]>([
    ['Basic x', 'Basic'],
    ['Basic am9objpzZWNyZXQ=', 'Basic'],
    ['Digest username="a", realm="r"', 'Digest'],
    ['Bear x', 'Bear'],
    ['Bearers x', 'Bearers'],
    ['Bearerx', 'Bearerx'],
    ['x', 'x'],
    ['x Bearer', 'x'],
    ['Bearer\tx', 'Bearer\tx'],
    ['Bearer\t x', 'Bearer\t'],
    ['Bearer\u00a0x', 'Bearer\u00a0x'],
    ['Bearer,x', 'Bearer,x'],
    ['Bearer:x', 'Bearer:x'],
    ['Bearer=x', 'Bearer=x'],
    [', Bearer x', ','],
    ['"Bearer x"', '"Bearer'],
    ['B\u00eaarer x', 'B\u00eaarer'],
    ['\u00a0Bearer x', '\u00a0Bearer'],
    ['__proto__ x', '__proto__'],
    ['constructor x', 'constructor'],
    ['toString x', 'toString'],
    ['Basic x, Bearer y', 'Basic'],
  ])('GET with Authorization %j answers 401 and names the scheme %j', async (value, scheme) => {
    const asked = await ask(authorization(value))
    await refused(asked, { ...NOT_AUTHENTICATED, because: 'scheme-not-bearer' })
    expect(asked.trace).toEqual([
      decided('header', true, 'authorization-present'),
      decided('scheme', false, 'scheme-not-bearer', scheme),
    ])
    expect(asked.tokens).toEqual([])
  })
})

describe('a bearer token', () => {
  test.each<[value: string, scheme: string, token: string]>([
    ['Bearer x', 'Bearer', 'x'],
    ['bearer x', 'bearer', 'x'],
    ['BEARER  x ', 'BEARER', 'x'],
    ['bEaReR x', 'bEaReR', 'x'],
    ['  Bearer x', 'Bearer', 'x'],
    ['Bearer \t x\t', 'Bearer', 'x'],
    ['Bearer x y', 'Bearer', 'x y'],
    ['Bearer x\ty', 'Bearer', 'x\ty'],
    ['Bearer Bearer x', 'Bearer', 'Bearer x'],
    ['Bearer a, Bearer b', 'Bearer', 'a, Bearer b'],
    ['Bearer "x"', 'Bearer', '"x"'],
    ['Bearer caf\u00e9', 'Bearer', 'caf\u00e9'],
    ['Bearer \u00a0x\u00a0', 'Bearer', '\u00a0x\u00a0'],
    ['Bearer __proto__', 'Bearer', '__proto__'],
    ['Bearer null', 'Bearer', 'null'],
  ])('GET with Authorization %j hands on what %j is followed by: %j', async (value, ...read) => {
    const [scheme, token] = read
    const { response, trace, tokens } = await ask(authorization(value))
    expect(response.status).toBe(200)
    expect(response.headers.get('www-authenticate')).toBeNull()
    expect(tokens).toEqual([token])
    expect(trace).toEqual([
      decided('header', true, 'authorization-present'),
      decided('scheme', true, 'scheme-bearer', scheme),
      decided('token', true, 'token-found-unchecked'),
    ])
  })

  test.each(['Bearer', 'bearer', 'Bearer   ', 'Bearer \t'])(
    'GET with Authorization %j passes with an empty token, and the trace says so',
    async (value) => {
      const { response, trace, tokens } = await ask(authorization(value))
      expect(response.status).toBe(200)
      expect(tokens).toEqual([''])
      expect(trace.at(-1)).toEqual(decided('token', true, 'token-empty'))
    },
  )
})

describe('several Authorization lines', () => {
  test.each<[what: string, headers: HeaderList]>([
    ['two tokens', authorization('Bearer a', 'Bearer b')],
    ['one token twice', authorization('Bearer a', 'Bearer a')],
    ['a token, then another scheme', authorization('Bearer a', 'Basic b')],
    ['another scheme, then a token', authorization('Basic b', 'Bearer a')],
    ['an empty line, then a token', authorization('', 'Bearer a')],
    ['three lines', authorization('a', 'b', 'c')],
    [
      'names in any case, apart from each other',
      [
        ['AUTHORIZATION', 'Bearer a'],
        ['Accept', '*/*'],
        ['authorization', 'Bearer b'],
      ],
    ],
  ])('GET with %s answers 400, without a challenge', async (_, headers) => {
    const asked = await ask(headers)
    await refused(asked, {
      status: 400,
      detail: 'Several Authorization headers',
      because: 'authorization-repeated',
    })
    expect(asked.trace).toEqual([decided('header', false, 'authorization-repeated')])
    expect(asked.tokens).toEqual([])
  })
})

test('GET without a host around the app answers as with one', async () => {
  const app = new Hono<BearerEnv>()
  app.get('/items/', oauth2PasswordBearer({ tokenUrl: 'token' }), (c) => c.text(c.var.token))
  const refusal = await app.request('/items/')
  expect([refusal.status, refusal.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
  const passed = await app.request('/items/', { headers: authorization('Bearer x') })
  expect([passed.status, await passed.text()]).toEqual([200, 'x'])
})

test('a guard with a name of its own decides by that name', async () => {
  const trace: Trace = []
  const app = new Hono<BearerEnv>()
  app.get('/', oauth2PasswordBearer({ tokenUrl: 'token', schemeName: 'Staff' }), (c) => c.text(''))
  await app.request('/', {}, { trace })
  expect(trace).toMatchObject([{ by: 'Staff', because: 'authorization-missing' }])
})
