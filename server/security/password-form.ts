/** The form that asks for a token with a name and a password (RFC 6749 section 4.3.2). */

import type { MiddlewareHandler } from 'hono'
import { fieldReader, type Fields, readFields } from './form.ts'
import { URLENCODED } from './media-type.ts'
import { describes, type Schema } from './openapi-part.ts'
import { Refusal } from './refusal.ts'
import { decided, type Stage } from './trace.ts'

/** The form's fields as they were sent, each the last of its name; empty ones count as not sent. */
export interface PasswordForm {
  username: string
  password: string
  /** Wanted scopes; empty when none were asked for. */
  scopes: string[]
  clientId: string | undefined
  clientSecret: string | undefined
}

/** What stands behind the guard can read: the form, as `c.var.form`. */
export interface PasswordFormEnv {
  Bindings: Stage
  Variables: { form: PasswordForm }
}

/**
 * Makes a guard that reads the token endpoint's form and hands it on as `c.var.form`.
 *
 * Refuses with 422 and a list of what is wrong when `username` or `password` is missing or `grant_type` is
 * another than `password`, with 400 for a body that is no form of its kind, and with 413 for one of more
 * than 64 KiB. Like the tutorial, and unlike RFC 6749 section 3.2, it takes the last of fields sent twice,
 * a form without `grant_type`, and `multipart/form-data`.
 *
 * Answers behind it are not to be stored by caches (RFC 6749 section 5.1).
 *
 * @example
 * const app = new Hono().post('/token', oauth2PasswordForm(), (c) => {
 *   return c.json({ access_token: c.var.form.username, token_type: 'bearer' })
 * })
 * const body = new URLSearchParams({ username: 'johndoe', password: 'secret' })
 * const response = await app.request('/token', { method: 'POST', body })
 * expect(await response.json()).toEqual({ access_token: 'johndoe', token_type: 'bearer' })
 * expect(response.headers.get('cache-control')).toBe('no-store')
 */
export function oauth2PasswordForm(): MiddlewareHandler<PasswordFormEnv> {
  const guard: MiddlewareHandler<PasswordFormEnv> = async function oauth2PasswordForm(c, next) {
    let form: PasswordForm
    try {
      form = checked(await readFields(c.req.raw))
    } catch (error) {
      const because = error instanceof Refusal ? error.because[0]! : 'form-unreadable'
      decided(c, { by: 'OAuth2PasswordForm', gate: 'form', pass: false, because })
      throw error
    }
    decided(c, { by: 'OAuth2PasswordForm', gate: 'form', pass: true, because: 'form-complete' })
    c.set('form', form)
    // Before, for what is answered through `c`, a refusal that is thrown too; afterwards, for any other answer.
    c.header('cache-control', 'no-store')
    await next()
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
  }
  return describes(guard, { form: { schema, mediaType: URLENCODED } })
}

/** @throws Refusal 422 that names each field at fault, in the order FastAPI checks them. */
function checked(fields: Fields): PasswordForm {
  const { text, required, reject, check } = fieldReader(fields)
  const grantType = text('grant_type')
  if (grantType !== undefined && grantType !== 'password') {
    reject('grant_type-string-pattern-mismatch', {
      type: 'string_pattern_mismatch',
      loc: ['body', 'grant_type'],
      msg: "String should match pattern '^password$'",
      input: grantType,
      ctx: { pattern: '^password$' },
    })
  }
  const form: PasswordForm = {
    username: required('username'),
    password: required('password'),
    // Scopes are separated by spaces (RFC 6749 section 3.3).
    scopes: (text('scope') ?? '').split(' ').filter((scope) => scope !== ''),
    clientId: text('client_id'),
    clientSecret: text('client_secret'),
  }
  check()
  return form
}

const orNull = (schema: Schema) => ({ anyOf: [schema, { type: 'null' }] })

const schema: Schema = {
  required: ['username', 'password'],
  type: 'object',
  properties: {
    grant_type: { title: 'Grant Type', ...orNull({ pattern: '^password$', type: 'string' }) },
    username: { title: 'Username', type: 'string' },
    password: { title: 'Password', type: 'string', format: 'password' },
    scope: { title: 'Scope', type: 'string', default: '' },
    client_id: { title: 'Client Id', ...orNull({ type: 'string' }) },
    client_secret: { title: 'Client Secret', ...orNull({ type: 'string' }), format: 'password' },
  },
}
