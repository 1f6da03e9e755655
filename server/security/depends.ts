/** A dependency: one value resolved before the handler runs, or a refusal. */

import type { Context, Env, MiddlewareHandler } from 'hono'
import { Refusal } from './refusal.ts'
import { decided, type Stage } from './trace.ts'

/** What stands behind `depends(key, …)` can read: the value, as `c.var[key]`. */
export interface DependsEnv<Key extends string, Value> {
  Bindings: Stage
  Variables: Record<Key, Value>
}

/**
 * Makes a guard that resolves one value and hands it on as `c.var[key]`.
 *
 * `resolve` gets the request's context, with what earlier guards set, and throws a {@link Refusal} to
 * end the request. Either outcome is one decision in the trace, by the name `key`; a block that `resolve`
 * calls may have written down the refusal itself, and then it stands.
 */
export function depends<Key extends string, Value, Before extends Env = Env>(
  key: Key,
  resolve: (c: Context<Before>) => Value | Promise<Value>,
): MiddlewareHandler<DependsEnv<Key, Value>> {
  return async function dependency(c, next) {
    let value: Value
    try {
      // The guards that `Before` speaks of stand to the left of this one in the route line.
      value = await resolve(c as unknown as Context<Before>)
    } catch (error) {
      if (error instanceof Refusal && !stopped(c.env)) {
        decided(c, { by: key, gate: key, pass: false, because: error.because[0] ?? 'refused' })
      }
      throw error
    }
    decided(c, { by: key, gate: key, pass: true, because: 'resolved' })
    c.set(key, value)
    await next()
  }
}

/** Whether the newest decision was a no. */
function stopped(stage: Stage | undefined): boolean {
  const newest = stage?.trace?.at(-1)
  return newest?.kind === 'decided' && !newest.pass
}
