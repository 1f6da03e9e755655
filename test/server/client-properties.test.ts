/** Whatever a browser sends to a client server: it answers, and shows data to nobody without a good token. */

import { compare } from 'bcryptjs'
import * as fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { useBcrypt } from '../../server/security/password.ts'
import { askClient, CLIENT, dataWith, FAITHFUL, loginOf, ORIGIN } from '../support/ask-client.ts'
import { form, mutated, request } from './support/arbitraries.ts'
import { NOW } from './support/judged.ts'
import { token } from './support/tokens.ts'

/** A failure is reported with it, and with the path to the smallest example. */
const SEED = 20_260_102

const BOTH = [CLIENT, FAITHFUL]
const GOOD = token(`{"sub":"johndoe","exp":${NOW + 1800}}`)

const log = vi.spyOn(console, 'error')
beforeAll(() => {
  vi.useFakeTimers({ now: NOW * 1000, toFake: ['Date'] })
  // Fast, and wrong about users there are not: that is for the server to know.
  useBcrypt((password) => Promise.resolve(password === 'secret'))
})
afterEach(() => {
  expect(log).not.toHaveBeenCalled()
  log.mockReset()
})
afterAll(() => {
  useBcrypt((password, hash) => compare(password, hash))
  vi.useRealTimers()
  log.mockRestore()
})

const holds = <Values extends [unknown, ...unknown[]]>(
  property: fc.IAsyncProperty<Values>,
  numRuns = 400,
) => fc.assert(property, { seed: SEED, numRuns })

const tokens = fc.oneof(fc.constantFrom(GOOD, '', 'garbage', 'a b', '"', '%'), mutated(GOOD))
const cookie = fc
  .tuple(
    fc.constantFrom('jwt_token', 'jwt_token ', 'JWT_TOKEN', '__proto__', 'a=b; jwt_token', ''),
    fc.constantFrom('=', '="', '==', '', ';'),
    tokens,
    fc.constantFrom('', '"', '; jwt_token=x', ';', ', a=b'),
  )
  .map((parts): [string, string] => ['cookie', parts.join('')])

const foreign = fc.tuple(
  fc.constantFrom('origin', 'sec-fetch-site', 'authorization'),
  fc.constantFrom(ORIGIN, 'null', 'same-origin', 'none', 'cross-site', `Bearer ${GOOD}`),
)

/** Requests to the routes there are, now and then with what makes them foreign. */
const toRoutes = fc.record({
  method: fc.constantFrom('GET', 'HEAD', 'POST', 'DELETE'),
  path: fc.constantFrom('/', '/get-token', '/logout', '/test-users-me', '/test-users-me-items/'),
  headers: fc.array(fc.oneof({ weight: 3, arbitrary: cookie }, foreign), { maxLength: 3 }),
})

test.each(BOTH)('any request to %s is answered, without an error of ours', async (server) => {
  const statuses = new Set<number>()
  await holds(
    fc.asyncProperty(fc.oneof(toRoutes, request(tokens)), async (any) => {
      const answer = await askClient(server, any)
      fc.pre(answer !== undefined)
      expect(answer.status).toBeLessThan(500)
      statuses.add(answer.status)
    }),
    800,
  )
  expect([...statuses]).toEqual(expect.arrayContaining([200, 307, 401, 404, 405, 422]))
})

test.each(BOTH)('only a good token in the cookie opens the data of %s', async (server) => {
  const opened = { yes: 0, no: 0 }
  const carried = mutated(GOOD).filter((text) => /^[\w.~+/=-]+$/.test(text))
  await holds(
    fc.asyncProperty(fc.oneof(fc.constant(GOOD), carried), async (value) => {
      const { text } = (await askClient(server, dataWith(value)))!
      expect(text.includes('johndoe@example.com')).toBe(value === GOOD)
      opened[value === GOOD ? 'yes' : 'no']++
    }),
  )
  expect(Math.min(...Object.values(opened))).toBeGreaterThan(50)
})

test.each(BOTH)('any form at %s/get-token is answered, too', async (server) => {
  const statuses = new Set<number>()
  await holds(
    fc.asyncProperty(form, async (asked) => {
      const posted = { method: 'POST', path: '/get-token', ...asked }
      const { status, headers } = (await askClient(server, posted))!
      expect([200, 400, 401, 413, 422]).toContain(status)
      expect(headers.has('set-cookie')).toBe(status === 200)
      statuses.add(status)
    }),
  )
  expect([...statuses]).toEqual(expect.arrayContaining([400, 401, 422]))
})

test.each(BOTH)('at %s/get-token only the right name and password pass', async (server) => {
  const names = fc.constantFrom('johndoe', 'alice', 'Johndoe', 'johndoe ', '__proto__', '<b>')
  const passwords = fc.constantFrom('secret', 'Secret', 'secret ', 'secret\0', 'x')
  const passed: string[] = []
  await holds(
    fc.asyncProperty(names, passwords, async (name, password) => {
      const { status, text } = (await askClient(server, loginOf(name, password)))!
      expect(status).toBe(name === 'johndoe' && password === 'secret' ? 200 : 401)
      if (status === 200) passed.push(name)
      else expect(text).not.toContain(name)
    }),
    200,
  )
  expect(passed).not.toEqual([])
})
