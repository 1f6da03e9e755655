/** The form of a login page: a name and a password, and nothing said about grants. */

import type { MiddlewareHandler } from 'hono'
import type { RefusalReason } from './codes.ts'
import { fieldReader, readFields } from './form.ts'
import { URLENCODED } from './media-type.ts'
import { describes } from './openapi-part.ts'
import { Refusal } from './refusal.ts'
import { decided, type Stage } from './trace.ts'

/** What stands behind the guard can read: both texts, as `c.var.form`. */
export interface LoginFormEnv {
  Bindings: Stage
  Variables: { form: { username: string; password: string } }
}

/**
 * Makes a guard that reads a login form and hands it on as `c.var.form`.
 *
 * Refuses with 422 when a field is missing, 400 for a body that is no form of its kind, 413 for a huge one.
 *
 * @example
 * const app = new Hono().post('/login', loginForm(), (c) => c.text(`Hello ${c.var.form.username}`))
 * const body = new URLSearchParams({ username: 'johndoe', password: 'secret' })
 * expect(await (await app.request('/login', { method: 'POST', body })).text()).toBe('Hello johndoe')
 * expect((await app.request('/login', { method: 'POST' })).status).toBe(422)
 */
export function loginForm(): MiddlewareHandler<LoginFormEnv> {
  const guard: MiddlewareHandler<LoginFormEnv> = async function loginForm(c, next) {
    const decide = (pass: boolean, because: RefusalReason) =>
      decided(c, { by: 'LoginForm', gate: 'form', pass, because })
    try {
      const { required, check } = fieldReader(await readFields(c.req.raw))
      const form = { username: required('username'), password: required('password') }
      check()
      c.set('form', form)
    } catch (error) {
      decide(false, error instanceof Refusal ? error.because[0]! : 'form-unreadable')
      throw error
    }
    decide(true, 'form-complete')
    await next()
  }
  return describes(guard, {
    form: {
      mediaType: URLENCODED,
      schema: {
        required: ['username', 'password'],
        type: 'object',
        properties: {
          username: { title: 'Username', type: 'string' },
          password: { title: 'Password', type: 'string', format: 'password' },
        },
      },
    },
  })
}
