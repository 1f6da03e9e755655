/** Dependencies: values resolved from left to right, each one decision in the trace. */

import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { expect, test, vi } from 'vitest'
import { depends, type DependsEnv } from '../../../server/security/depends.ts'
import { Refusal } from '../../../server/security/refusal.ts'
import type { Stage, Trace, TraceEvent } from '../../../server/security/trace.ts'
import { refused } from '../support/refused.ts'

/** Sends a request through the guards; the handler answers with what they set. */
async function ask(...guards: MiddlewareHandler[]) {
  const trace: Trace = []
  const handler = vi.fn((c: Context) => c.json(c.var))
  const app = new Hono().on('GET', '/', ...(guards as [MiddlewareHandler]), handler)
  const response = await app.request('/', { headers: { 'x-name': 'johndoe' } }, { trace })
  return { response, trace, handler }
}

const refuse =
  (because: string | string[]): (() => never) =>
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
  const { response, trace } = await ask(depends('user', resolve))
  expect(await response.json()).toEqual({ user: value })
  expect(trace).toEqual([decided('user', true, 'resolved')])
})

test('a dependency reads what the one before it set', async () => {
  const { response, trace } = await ask(
    depends('token', () => 'fake-johndoe'),
    depends('user', (c: Context<DependsEnv<'token', string>>) => c.var.token.slice(5)),
  )
  expect(await response.json()).toEqual({ token: 'fake-johndoe', user: 'johndoe' })
  expect(trace).toEqual([decided('token', true, 'resolved'), decided('user', true, 'resolved')])
})

test.each<[what: string, resolve: () => unknown]>([
  ['throws', refuse('user-unknown')],
  [
    'rejects',
    () => Promise.reject(new Refusal(401, 'Not you', { because: ['user-unknown', 'why'] })),
  ],
])('a dependency that %s a refusal ends the request', async (_, resolve) => {
  const later = vi.fn()
  const asked = await ask(depends('user', resolve), depends('later', later))
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
  const { trace } = await ask(
    depends('token', () => 'x'),
    depends('user', refuse('user-unknown')),
  )
  expect(trace).toEqual([
    decided('token', true, 'resolved'),
    decided('user', false, 'user-unknown'),
  ])
})

test('a refusal without a reason is still a decision', async () => {
  const { trace } = await ask(depends('user', refuse([])))
  expect(trace).toEqual([decided('user', false, 'refused')])
})

test.each<[what: string, error: Error, status: number]>([
  ['a bug', new TypeError('x is undefined'), 500],
  ['an exception that is no refusal', new HTTPException(418), 418],
])('%s in a dependency is no decision, and no handler runs', async (_, error, status) => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const asked = await ask(
    depends('user', () => {
      throw error
    }),
  )
  log.mockRestore()
  expect(asked.response.status).toBe(status)
  expect(asked.trace).toEqual([])
  expect(asked.handler).not.toHaveBeenCalled()
})

test('a dependency resolves anew for every request', async () => {
  let count = 0
  const guard = depends('count', () => ++count)
  const app = new Hono().get('/', guard, (c) => c.json(c.var.count))
  const answers = await Promise.all([app.request('/'), app.request('/'), app.request('/')])
  expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual([1, 2, 3])
})

test('a block that wrote down its refusal is not repeated', async () => {
  const block = { kind: 'decided', by: 'JWT', gate: 'parts', pass: false, because: 'no-token' }
  const { trace } = await ask(
    depends('user', (c: Context<{ Bindings: Stage }>) => {
      c.env.trace?.push(block as TraceEvent)
      return refuse('no-token')()
    }),
  )
  expect(trace).toEqual([block])
})

test('a block that wrote down what passed still has its refusal said', async () => {
  const block = { kind: 'decided', by: 'JWT', gate: 'parts', pass: true, because: 'three-parts' }
  const { trace } = await ask(
    depends('user', (c: Context<{ Bindings: Stage }>) => {
      c.env.trace?.push(block as TraceEvent)
      return refuse(['user-unknown', 'why'])()
    }),
  )
  expect(trace).toEqual([block, decided('user', false, 'user-unknown')])
})
