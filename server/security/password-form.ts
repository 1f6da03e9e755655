/** The form that asks for a token with a name and a password (RFC 6749 section 4.3.2). */

import type { MiddlewareHandler } from 'hono'
import { readBody } from './body.ts'
import { describes, type Schema } from './openapi-part.ts'
import { type FieldError, Refusal } from './refusal.ts'
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

const URLENCODED = 'application/x-www-form-urlencoded'
const MULTIPART = 'multipart/form-data'

/**
 * Makes a guard that reads the token endpoint's form and hands it on as `c.var.form`.
 *
 * Refuses with 422 and a list of what is wrong when `username` or `password` is missing or `grant_type` is
 * another than `password`, with 400 for a body that is no form of its kind, and with 413 for one of more
 * than 64 KiB. Like the tutorial, and unlike RFC 6749 section 3.2, it takes the last of fields sent twice,
 * a form without `grant_type`, and `multipart/form-data`.
 *
 * Answers behind it are not to be stored by caches (RFC 6749 section 5.1).
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
    c.header('cache-control', 'no-store')
    await next()
  }
  return describes(guard, {
    form: { name: 'OAuth2PasswordForm', schema, mediaType: URLENCODED },
  })
}

/** Reads the body as the form its media type says it is; another body has no fields. */
async function readFields(request: Request): Promise<Map<string, string>> {
  const contentType = request.headers.get('content-type') ?? ''
  const mediaType = contentType.split(';')[0]!.trim().toLowerCase()
  // A body that is no form is read all the same, or it would lie in the way of the next request.
  const body = await readBody(request)
  if (mediaType === URLENCODED) {
    return new Map(new URLSearchParams(new TextDecoder('utf-8', { ignoreBOM: true }).decode(body)))
  }
  if (mediaType === MULTIPART) return multipartFields(body, contentType)
  return new Map()
}

async function multipartFields(
  body: Uint8Array<ArrayBuffer>,
  contentType: string,
): Promise<Map<string, string>> {
  let form: FormData
  try {
    form = await new Response(body, { headers: { 'content-type': contentType } }).formData()
  } catch (cause) {
    throw new Refusal(400, 'There was an error parsing the body', {
      because: 'multipart-broken',
      cause,
    })
  }
  const fields = new Map<string, string>()
  for (const [name, value] of form) {
    if (typeof value !== 'string') {
      throw invalid([
        {
          type: 'string_type',
          loc: ['body', name],
          msg: 'Input should be a valid string',
          input: null,
        },
      ])
    }
    fields.set(name, value)
  }
  return fields
}

/** @throws Refusal 422 that names each field at fault, in the order FastAPI checks them. */
function checked(fields: Map<string, string>): PasswordForm {
  const errors: FieldError[] = []
  const grantType = fields.get('grant_type')
  if (grantType && grantType !== 'password') {
    errors.push({
      type: 'string_pattern_mismatch',
      loc: ['body', 'grant_type'],
      msg: "String should match pattern '^password$'",
      input: grantType,
      ctx: { pattern: '^password$' },
    })
  }
  const required = (name: string): string => {
    const value = fields.get(name)
    if (value) return value
    errors.push({ type: 'missing', loc: ['body', name], msg: 'Field required', input: null })
    return ''
  }
  const username = required('username')
  const password = required('password')
  if (errors.length > 0) throw invalid(errors)
  return {
    username,
    password,
    // Scopes are separated by spaces (RFC 6749 section 3.3).
    scopes: (fields.get('scope') ?? '').split(' ').filter((scope) => scope !== ''),
    clientId: fields.get('client_id') || undefined,
    clientSecret: fields.get('client_secret') || undefined,
  }
}

function invalid(errors: FieldError[]): Refusal {
  return new Refusal(422, errors, {
    because: errors.map(({ type, loc }) => `${loc.at(-1)}-${type.replaceAll('_', '-')}`),
  })
}

const text = (title: string, more: Schema = {}): Schema => ({ type: 'string', title, ...more })

const schema: Schema = {
  title: 'OAuth2PasswordForm',
  type: 'object',
  required: ['username', 'password'],
  properties: {
    grant_type: text('Grant Type', { pattern: '^password$' }),
    username: text('Username'),
    password: text('Password', { format: 'password' }),
    scope: text('Scope', { default: '' }),
    client_id: text('Client Id'),
    client_secret: text('Client Secret', { format: 'password' }),
  },
}
