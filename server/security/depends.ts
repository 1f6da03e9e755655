/** A dependency: one value resolved before the handler runs, or a refusal. */

import type { Context, Env, MiddlewareHandler, Next } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { RefusalReason } from './codes.ts'
import { describes, partOf } from './openapi-part.ts'
import { Refusal } from './refusal.ts'
import { decided, type Stage } from './trace.ts'

/** What stands behind `depends(…, key, …)` can read: the value, as `c.var[key]`. */
export interface DependsEnv<Key extends string, Value> {
  Bindings: Stage
  Variables: Record<Key, Value>
}

/**
 * Makes a guard out of another: once `guard` lets a request pass, it resolves one value of what that guard
 * set, and hands it on as `c.var[key]`.
 *
 * `resolve` throws a {@link Refusal} to end the request. Whatever comes of it is one decision in the trace,
 * by the name `key`. Where a block that `resolve` calls has written down the refusal itself, that one stands.
 * Routes behind it are described as routes behind `guard` are.
 *
 * @example
 * const token = oauth2PasswordBearer({ tokenUrl: 'token' })
 * const user = depends(token, 'user', (c) => ({ name: c.var.token }))
 * const app = new Hono().get('/me', user, (c) => c.json(c.var.user))
 * const response = await app.request('/me', { headers: { authorization: 'Bearer johndoe' } })
 * expect(await response.json()).toEqual({ name: 'johndoe' })
 */
export function depends<Before extends Env, Key extends string, Value>(
  guard: MiddlewareHandler<Before>,
  key: Key,
  resolve: (c: Context<Before>) => Value | Promise<Value>,
): MiddlewareHandler<Before & DependsEnv<Key, Value>> {
  const dependency = (c: Context, next: Next) =>
    guard(c, () => {
      const handOn = (value: Value) => {
        c.set(key, value)
        return next()
      }
      const value = resolved(c, key, resolve)
      // What is at hand is handed on at once: most dependencies wait for nothing.
      return value instanceof Promise ? value.then(handOn) : handOn(value)
    })
  return describes(dependency, partOf(guard) ?? {})
}

/** The value, written down as a decision; so is a refusal that nobody has written down yet. */
function resolved<Value>(
  c: Context,
  key: string,
  resolve: (c: Context) => Value | Promise<Value>,
): Value | Promise<Value> {
  const pass = (value: Value): Value => {
    decided(c, { by: key, gate: key, pass: true, because: 'resolved' })
    return value
  }
  const stop = (error: unknown): never => {
    if (!isStopped(c.env)) {
      decided(c, { by: key, gate: key, pass: false, because: reasonOf(error) })
    }
    throw error
  }
  try {
    const value = resolve(c)
    return value instanceof Promise ? value.then(pass, stop) : pass(value)
  } catch (error) {
    return stop(error)
  }
}

function reasonOf(error: unknown): RefusalReason {
  if (error instanceof Refusal) return error.because[0] ?? 'refused'
  return error instanceof HTTPException ? 'refused' : 'dependency-failed'
}

/** Whether the newest decision was a no. */
export function isStopped(stage: Stage | undefined): boolean {
  const newest = stage?.trace?.at(-1)
  return newest?.kind === 'decided' && !newest.pass
}
