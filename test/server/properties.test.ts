/** Whatever is thrown at a lesson's server: it answers, in its manners, and lets nobody in who should not be. */

import { compare } from 'bcryptjs'
import * as fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { lessons } from '../../lessons/all.ts'
import { lessonHosts } from '../../server/playground/lesson-hosts.ts'
import { useBcrypt } from '../../server/security/password.ts'
import type { HeaderList } from '../../server/security/trace.ts'
import { perform } from '../../server/stage/perform.ts'
import { forgery, form, mutated, request } from './support/arbitraries.ts'
import { URLENCODED } from './support/forms.ts'
import { NOW } from './support/judged.ts'
import { token } from './support/tokens.ts'

/** A failure is reported with it, and with the path to the smallest example. */
const SEED = 20_260_101

// Those with pages and cookies are client servers, with properties of their own.
const SERVERS = lessons.flatMap(({ slug, servers }) =>
  Object.values(servers)
    .filter(({ gates }) => !('GET /' in gates))
    .map(({ path }) => `/lessons/${slug}/${path}`),
)
// Lesson 4's server stands in lesson 3 once more, and is looked at in its own.
const LOGIN_SERVERS = SERVERS.filter((server) => /password-flow\/(?!signed)|jwt/.test(server))
const JWT = '/lessons/jwt/api'

/** Whether a server gives out signed tokens: it has one user, and a wrong login is a 401. */
const isJwt = (server: string) => server.startsWith('/lessons/jwt/')

const CLAIMS = `{"sub":"johndoe","exp":${NOW + 1800}}`
const GOOD = token(CLAIMS)

const log = vi.spyOn(console, 'error')
beforeAll(() => {
  vi.useFakeTimers({ now: NOW * 1000, toFake: ['Date'] })
  // Fast, and wrong about users there are not: that is for the server to know.
  useBcrypt((password) => Promise.resolve(password === 'secret'))
})
afterEach(() => void log.mockReset())
afterAll(() => {
  useBcrypt((password, hash) => compare(password, hash))
  vi.useRealTimers()
  log.mockRestore()
})

const find = lessonHosts({ weak: true })

interface Asked {
  method: string
  path: string
  headers?: HeaderList
  body?: Uint8Array<ArrayBuffer> | null
}

/** Sends a request to a server in this process, and asserts what is so for every answer. */
async function ask(server: string, { method, path, headers = [], body = null }: Asked) {
  const url = new URL(`http://localhost${server}${path}`)
  // Some paths lead out of the server.
  fc.pre(url.pathname.startsWith(`${server}/`))
  const host = (await find(url.pathname))!
  const sent = new Request(url, { method, headers, body })
  const { response, trace } = await perform(host, sent, { headers })

  const text = await response.text()
  expect(log).not.toHaveBeenCalled()
  expect(response.status).toBeLessThan(500)
  expect(trace.at(-1)).toMatchObject({ kind: 'sent', status: response.status })
  if (response.status === 401) expect(response.headers.get('www-authenticate')).toBe('Bearer')
  if (response.status === 307 || sent.method === 'HEAD') expect(text).toBe('')
  else if (response.headers.get('content-type') === 'text/html; charset=utf-8') {
    expect(url.pathname).toBe(`${server}/docs`)
  } else {
    expect(response.headers.get('content-type')).toBe('application/json')
    const answer: unknown = JSON.parse(text)
    if (response.status >= 400) expect(Object.keys(answer as object)).toEqual(['detail'])
  }
  return response
}

const holds = <Values extends [unknown, ...unknown[]]>(
  property: fc.IAsyncProperty<Values>,
  numRuns: number,
) => fc.assert(property, { seed: SEED, numRuns })

test.each(SERVERS)('any request to %s is answered, without an error of ours', async (server) => {
  const tokens = fc.oneof(fc.constantFrom(GOOD, 'johndoe', 'alice'), mutated(GOOD))
  await holds(
    fc.asyncProperty(request(tokens), async (any) => void (await ask(server, any))),
    400,
  )
})

test.each(LOGIN_SERVERS)('any form at %s/token is answered, too', async (server) => {
  const statuses = new Set<number>()
  await holds(
    fc.asyncProperty(form, async ({ headers, body }) => {
      const { status } = await ask(server, { method: 'POST', path: '/token', headers, body })
      statuses.add(status)
    }),
    400,
  )
  const wrong = isJwt(server) ? 401 : 400
  expect([...statuses]).toEqual(expect.arrayContaining([422, wrong]))
})

test.each(LOGIN_SERVERS)('at %s/token only the right name and password pass', async (server) => {
  const users = isJwt(server) ? { johndoe: 'secret' } : { johndoe: 'secret', alice: 'secret2' }
  const names = fc.constantFrom('johndoe', 'alice', 'Johndoe', 'johndoe ', '__proto__', 'toString')
  const passwords = fc.constantFrom('secret', 'secret2', 'Secret', 'secret ', 'secret\0', 'x')
  const any = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 9 })
  const right: string[] = []
  await holds(
    fc.asyncProperty(fc.oneof(names, any), fc.oneof(passwords, any), async (...typed) => {
      const [username, password] = typed
      const body = new TextEncoder().encode(new URLSearchParams({ username, password }).toString())
      const headers: HeaderList = [['content-type', URLENCODED]]
      const { status } = await ask(server, { method: 'POST', path: '/token', headers, body })
      const passes = new Map(Object.entries(users)).get(username) === password
      expect(status).toBe(passes ? 200 : isJwt(server) ? 401 : 400)
      if (passes) right.push(username)
    }),
    400,
  )
  expect(new Set(right)).toEqual(new Set(Object.keys(users)))
})

/** What a token opens, of the two pages there are. */
const opened = async (text: string) => {
  const headers: HeaderList = [['authorization', `Bearer ${text}`]]
  const me = await ask(JWT, { method: 'GET', path: '/users/me/', headers })
  const items = await ask(JWT, { method: 'GET', path: '/users/me/items/', headers })
  expect(items.status).toBe(me.status)
  return me.status
}

test('a good token with anything in it changed is refused', async () => {
  expect(await opened(GOOD)).toBe(200)
  await holds(
    fc.asyncProperty(mutated(GOOD), async (text) => {
      expect(await opened(text)).toBe(401)
    }),
    1000,
  )
})

test('a token made without the key, or by another algorithm, is refused', async () => {
  await holds(
    fc.asyncProperty(forgery(CLAIMS), async (text) => {
      expect(await opened(text)).toBe(401)
    }),
    1000,
  )
})

test('a token signed with the key passes if its claims are all in order, and only then', async () => {
  const date = fc.oneof(fc.integer({ min: NOW - 5, max: NOW + 5 }), fc.double(), fc.jsonValue())
  const seldom = fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, fc.jsonValue())
  const claims = fc.record({
    sub: fc.oneof({ weight: 9, arbitrary: fc.constant('johndoe') }, fc.jsonValue()),
    exp: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: NOW + 1, max: NOW + 5 }) }, date),
    nbf: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, date),
    iat: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, date),
    aud: seldom,
    jti: fc.oneof(seldom, fc.string()),
    at_hash: seldom,
    iss: fc.jsonValue(),
  })
  const isDate = (value: unknown): value is number => typeof value === 'number'
  const seen: Record<number, number> = { 200: 0, 401: 0 }
  await holds(
    fc.asyncProperty(claims, async (made) => {
      const text = JSON.stringify(made)
      const { sub, exp, nbf, iat, aud, jti, at_hash } = JSON.parse(text) as typeof made
      const inOrder =
        sub === 'johndoe' &&
        isDate(exp) &&
        exp > NOW &&
        (nbf === undefined || (isDate(nbf) && nbf <= NOW)) &&
        (iat === undefined || isDate(iat)) &&
        aud === undefined &&
        (jti === undefined || typeof jti === 'string') &&
        at_hash === undefined
      const status = await opened(token(text))
      expect(status).toBe(inOrder ? 200 : 401)
      seen[status]!++
    }),
    1000,
  )
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(100)
})
