/** Dependencies: values resolved one out of another, each one decision in the trace. */

import { type Context, Hono, type MiddlewareHandler, type Next } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { expect, expectTypeOf, test, vi } from 'vitest'
import { oauth2PasswordBearer } from '../../../server/security/bearer.ts'
import type { RefusalReason } from '../../../server/security/codes.ts'
import { depends } from '../../../server/security/depends.ts'
import { Refusal } from '../../../server/security/refusal.ts'
import type { Stage, Trace, TraceEvent } from '../../../server/security/trace.ts'
import { refused } from '../support/refused.ts'

/** A guard that lets everything pass. */
const open = async (_: Context<{ Variables: object; Bindings: Stage }>, next: Next) => next()

/** Sends a request through the guard; the handler answers with what it set. */
async function ask(guard: MiddlewareHandler) {
  const trace: Trace = []
  const handler = vi.fn((c: Context) => c.json(c.var))
  const app = new Hono().get('/', guard, handler)
  const response = await app.request('/', { headers: { 'x-name': 'johndoe' } }, { trace })
  return { response, trace, handler }
}

const refuse =
  (because: RefusalReason | RefusalReason[]): (() => never) =>
  () => {
    throw new Refusal(401, 'Not you', { because })
  }

const decided = (by: string, pass: boolean, because: string) => ({
  kind: 'decided',
  by,
  gate: by,
  pass,
  because,
})

test.each<[what: string, resolve: (c: Context) => unknown, value: unknown]>([
  ['a value', () => 'johndoe', 'johndoe'],
  ['a promise', () => Promise.resolve({ name: 'johndoe' }), { name: 'johndoe' }],
  ["the request's own header", (c) => c.req.header('x-name'), 'johndoe'],
  ['null', () => null, null],
  ['false', () => false, false],
])('a dependency that gives %s hands it on as c.var', async (_, resolve, value) => {
  const { response, trace } = await ask(depends(open, 'user', resolve))
  expect(await response.json()).toEqual({ user: value })
  expect(trace).toEqual([decided('user', true, 'resolved')])
})

test('a dependency reads what the one it stands on has set', async () => {
  const token = depends(open, 'token', () => 'fake-johndoe')
  const user = depends(token, 'user', (c) => c.var.token.slice(5))
  const { response, trace } = await ask(user)
  expect(await response.json()).toEqual({ token: 'fake-johndoe', user: 'johndoe' })
  expect(trace).toEqual([decided('token', true, 'resolved'), decided('user', true, 'resolved')])
})

test.each<[what: string, resolve: () => unknown]>([
  ['throws', refuse('user-unknown')],
  [
    'rejects',
    () => Promise.reject(new Refusal(401, 'Not you', { because: ['user-unknown', 'expired'] })),
  ],
])('a dependency that %s a refusal ends the request', async (_, resolve) => {
  const later = vi.fn()
  const asked = await ask(depends(depends(open, 'user', resolve), 'later', later))
  await refused(asked, {
    status: 401,
    detail: 'Not you',
    challenge: 'Bearer',
    because: 'user-unknown',
  })
  expect(asked.trace).toEqual([decided('user', false, 'user-unknown')])
  expect(later).not.toHaveBeenCalled()
  expect(asked.handler).not.toHaveBeenCalled()
})

test('the trace shows what passed before the refusal', async () => {
  const token = depends(open, 'token', () => 'x')
  const { trace } = await ask(depends(token, 'user', refuse('user-unknown')))
  expect(trace).toEqual([
    decided('token', true, 'resolved'),
    decided('user', false, 'user-unknown'),
  ])
})

test('a refusal without a reason is still a decision', async () => {
  const { trace } = await ask(depends(open, 'user', refuse([])))
  expect(trace).toEqual([decided('user', false, 'refused')])
})

test.each<[what: string, error: Error, status: number, because: string]>([
  ['a bug', new TypeError('x is undefined'), 500, 'dependency-failed'],
  ['an exception that is no refusal', new HTTPException(418), 418, 'refused'],
])(
  '%s in a dependency is a decision too, and no handler runs',
  async (_, error, status, because) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const asked = await ask(
      depends(open, 'user', () => {
        throw error
      }),
    )
    log.mockRestore()
    expect(asked.response.status).toBe(status)
    expect(asked.trace).toEqual([decided('user', false, because)])
    expect(asked.handler).not.toHaveBeenCalled()
  },
)

test('a dependency resolves anew for every request', async () => {
  let count = 0
  const guard = depends(open, 'count', () => ++count)
  const app = new Hono().get('/', guard, (c) => c.json(c.var.count))
  const answers = await Promise.all([app.request('/'), app.request('/'), app.request('/')])
  expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual([1, 2, 3])
})

test('a block that wrote down its refusal is not repeated', async () => {
  const block = {
    kind: 'decided',
    by: 'JWT',
    gate: 'parts',
    pass: false,
    because: 'not-three-parts',
  }
  const { trace } = await ask(
    depends(open, 'user', (c) => {
      c.env.trace?.push(block as TraceEvent)
      return refuse('not-three-parts')()
    }),
  )
  expect(trace).toEqual([block])
})

test('a block that wrote down what passed still has its refusal said', async () => {
  const block = { kind: 'decided', by: 'JWT', gate: 'parts', pass: true, because: 'three-parts' }
  const { trace } = await ask(
    depends(open, 'user', (c) => {
      c.env.trace?.push(block as TraceEvent)
      return refuse(['user-unknown', 'expired'])()
    }),
  )
  expect(trace).toEqual([block, decided('user', false, 'user-unknown')])
})

test('a guard that refuses leaves the dependency unasked', async () => {
  const resolve = vi.fn()
  const { response, trace } = await ask(
    depends(oauth2PasswordBearer({ tokenUrl: 'token' }), 'user', resolve),
  )
  expect(response.status).toBe(401)
  expect(trace).toMatchObject([{ gate: 'header', pass: false }])
  expect(resolve).not.toHaveBeenCalled()
})

test('a guard that answers by itself is the answer', async () => {
  const closed = async (c: Context) => c.text('closed', 503)
  const { response, handler } = await ask(depends(closed, 'user', () => 'johndoe'))
  expect([response.status, await response.text()]).toEqual([503, 'closed'])
  expect(handler).not.toHaveBeenCalled()
})

test('a value has the type that it was resolved with, and what stands before it too', () => {
  const scheme = oauth2PasswordBearer({ tokenUrl: 'token' })
  const user = depends(scheme, 'user', async (c) => {
    expectTypeOf(c.var.token).toEqualTypeOf<string>()
    return { name: c.var.token }
  })
  depends(user, 'age', (c) => {
    expectTypeOf(c.var.user).toEqualTypeOf<{ name: string }>()
    expectTypeOf(c.var.token).toEqualTypeOf<string>()
    return c.var.user.name.length
  })
  new Hono().get('/', user, (c) => {
    expectTypeOf(c.var.user).toEqualTypeOf<{ name: string }>()
    return c.json(c.var.user)
  })
})

test('a dependency does not compile without the guard it reads from', () => {
  const all = () => {
    // @ts-expect-error -- no guard at all, as step 2 would be without its scheme
    depends('user', (c) => c.var.token)
    // @ts-expect-error -- a guard that sets no token
    depends(open, 'user', (c) => c.var.token)
    // @ts-expect-error -- a value of another name
    depends(oauth2PasswordBearer({ tokenUrl: 'token' }), 'user', (c) => c.var.tokens)
  }
  expectTypeOf(all).toBeFunction()
})
