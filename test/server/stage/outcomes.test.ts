/** How a route can end, and what the host tells of it: to the client, to the trace, to the log. */

import { type Handler, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { oauth2PasswordBearer } from '../../../server/security/bearer.ts'
import { Refusal } from '../../../server/security/refusal.ts'
import { decisionsOf } from '../../../lessons/contract/answer.ts'
import { refused } from '../support/refused.ts'
import { hosted } from '../support/steps.ts'

const log = vi.spyOn(console, 'error')
beforeEach(() => {
  log.mockReset().mockImplementation(() => {})
})
afterAll(() => log.mockRestore())

const throwing =
  (error: unknown): Handler =>
  () => {
    throw error
  }

/** A route behind the bearer guard, asked with a token. */
const asked = (handler: Handler) => {
  const app = new Hono().get('/items/', oauth2PasswordBearer({ tokenUrl: 'token' }), handler)
  return hosted(app)('GET', '/items/', [['Authorization', 'Bearer x']])
}

const GUARDED = [
  '+ route-found',
  '+ authorization-present',
  '+ scheme-bearer',
  '+ token-found-unchecked',
]

test('a handler that answers is the last decision', async () => {
  const { response, trace } = await asked((c) => c.json({ ok: true }))
  expect(response.status).toBe(200)
  expect(decisionsOf(trace)).toEqual([...GUARDED, '+ handler-answered'])
  expect(trace.map(({ kind }) => kind)).not.toContain('refused')
  expect(log).not.toHaveBeenCalled()
})

test('a dependency that neither answers nor calls next is one that broke, and says so to the log', async () => {
  const app = new Hono().get(
    '/items/',
    async () => {},
    (c) => c.text(''),
  )
  const { response, trace } = await hosted(app)('GET', '/items/')
  expect(response.status).toBe(500)
  expect(trace.find(({ kind }) => kind === 'refused')).toMatchObject({
    because: ['dependency-failed'],
  })
  expect(String(log.mock.calls[0]?.[0])).toContain('did not call next')
})

test('the route found is named by its method and pattern', async () => {
  const ask = hosted(new Hono().get('/users/:id', (c) => c.text('')))
  const { trace } = await ask('GET', '/users/7?secret=1')
  expect(trace[1]).toMatchObject({ because: 'route-found', facts: { route: 'GET /users/:id' } })
})

test('a handler that refuses is told apart from a guard that does', async () => {
  const refusal = new Refusal(400, 'Incorrect', { because: ['password-wrong', 'expired'] })
  const byHandler = await asked(throwing(refusal))
  expect(decisionsOf(byHandler.trace)).toEqual([...GUARDED, '- handler-refused'])
  expect(byHandler.trace).toContainEqual({
    kind: 'refused',
    status: 400,
    detail: 'Incorrect',
    because: ['password-wrong', 'expired'],
  })
  await refused(byHandler, { status: 400, detail: 'Incorrect', because: 'handler-refused' })

  const app = new Hono().get('/', throwing(refusal), (c) => c.text(''))
  const byGuard = await hosted(app)('GET', '/')
  expect(decisionsOf(byGuard.trace)).toEqual(['+ route-found'])
  expect(byGuard.response.status).toBe(400)
})

test('a refusal is no news for the log', async () => {
  await asked(throwing(new Refusal(401, 'No', { because: 'expired' })))
  expect(log).not.toHaveBeenCalled()
})

test('an exception of Hono answers its message in JSON, as FastAPI does', async () => {
  const { response, trace } = await asked(throwing(new HTTPException(418, { message: 'Tea' })))
  expect(response.status).toBe(418)
  expect(response.headers.get('content-type')).toBe('application/json')
  expect(await response.json()).toEqual({ detail: 'Tea' })
  expect(trace).toContainEqual({
    kind: 'refused',
    status: 418,
    detail: 'Tea',
    because: ['refused'],
  })
})

test('an exception that brings its own response keeps it', async () => {
  const res = new Response('own', { status: 409, headers: { 'x-own': '1' } })
  const { response } = await asked(throwing(new HTTPException(409, { res })))
  expect([response.status, response.headers.get('x-own')]).toEqual([409, '1'])
  expect(await response.text()).toBe('own')
})

describe('a bug', () => {
  test.each<[what: string, handler: Handler]>([
    ['thrown', throwing(new TypeError('secret /path of x'))],
    ['rejected', () => Promise.reject(new RangeError('secret /path of y'))],
  ])('%s in a handler answers 500, and only the log learns of what', async (_, handler) => {
    const { response, trace } = await asked(handler)
    expect(response.status).toBe(500)
    expect(await response.json()).toEqual({ detail: 'Internal Server Error' })
    expect(JSON.stringify([trace, [...response.headers]])).not.toContain('secret')
    expect(trace).toContainEqual({
      kind: 'refused',
      status: 500,
      detail: 'Internal Server Error',
      because: ['handler-failed'],
    })
    expect(log).toHaveBeenCalledExactlyOnceWith(expect.any(Error))
  })

  test('does not spoil the next request', async () => {
    let calls = 0
    const ask = hosted(
      new Hono().get('/', (c) => {
        if (calls++ === 0) throw new Error('once')
        return c.text('fine')
      }),
    )
    expect((await ask('GET', '/')).response.status).toBe(500)
    expect(await (await ask('GET', '/')).response.text()).toBe('fine')
  })
})

test('the app itself is left as it was', async () => {
  const app = new Hono().get('/items/', (c) => c.text('plain'))
  const before = app.routes.length
  hosted(app)
  expect(app.routes).toHaveLength(before)
  expect(await (await app.request('/items')).text()).toBe('404 Not Found')
})
