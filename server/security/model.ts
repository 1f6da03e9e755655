/** What a response may hold: the fields of a model, and no other that happens to lie beside them. */

import type { Context, Env, Handler, MiddlewareHandler } from 'hono'
import { describes, partOf, type Schema, titleOf } from './openapi-part.ts'

interface FieldTypes {
  string: string
  'string | null': string | null
  'boolean | null': boolean | null
}

type Fields = Record<string, keyof FieldTypes>

/** The values of a model: `ValueOf<typeof User>`. */
export type ValueOf<Of> = Of extends Model<infer F> ? Values<F> : never

type Values<F extends Fields> = { -readonly [Name in keyof F]: FieldTypes[F[Name]] }

interface Model<F extends Fields> {
  name: string
  schema: Schema
  /** Picks the model's fields, in their order, out of a value that may have more. */
  from: (value: Values<F>) => Values<F>
}

/**
 * Names a model and its fields; every field is part of each answer.
 *
 * @example
 * const User = model('User', { username: 'string', email: 'string | null' })
 * const stored = { username: 'johndoe', email: null, hashed_password: 'fakehashedsecret' }
 * expect(User.from(stored)).toEqual({ username: 'johndoe', email: null })
 */
export function model<const F extends Fields>(name: string, fields: F): Model<F> {
  const names = Object.keys(fields) as (keyof F & string)[]
  return {
    name,
    schema: {
      title: name,
      required: names.filter((field) => !fields[field]!.endsWith('| null')),
      type: 'object',
      properties: Object.fromEntries(
        names.map((field) => [field, schemaOf(field, fields[field]!)]),
      ),
    },
    from: (value) => Object.fromEntries(names.map((field) => [field, value[field]])) as Values<F>,
  }
}

/**
 * Makes a route's handler out of a guard and a function: what the function returns is cut down to the model
 * and answered as JSON, as FastAPI's return types do. The description says so too.
 *
 * The function's own name is the operation's.
 *
 * @example
 * const User = model('User', { username: 'string' })
 * const currentUser = depends(oauth2PasswordBearer({ tokenUrl: 'token' }), 'user', (c) => ({
 *   username: c.var.token,
 *   hashed_password: 'fakehashedsecret',
 * }))
 * const app = new Hono().get(
 *   '/users/me',
 *   returns(User, currentUser, function readUsersMe(c) {
 *     return c.var.user
 *   }),
 * )
 * const response = await app.request('/users/me', { headers: { authorization: 'Bearer johndoe' } })
 * expect(await response.json()).toEqual({ username: 'johndoe' })
 */
export function returns<F extends Fields, E extends Env>(
  { name, schema, from }: Model<F>,
  guard: MiddlewareHandler<E>,
  handler: (c: Context<E>) => Values<F> | Promise<Values<F>>,
): Handler<E> {
  const respond = (c: Context) => {
    const outcome = guard(c, () => {
      // Set here and not returned, so that what the guard adds to an answer finds this one.
      const answer = (value: Values<F>) => void (c.res = c.json(from(value)))
      const value = handler(c)
      if (value instanceof Promise) return value.then(answer)
      answer(value)
      return AT_ONCE
    })
    // Nobody waits for an answer that is there.
    return outcome === AT_ONCE ? c.res : outcome
  }
  Object.defineProperty(respond, 'name', { value: handler.name })
  return describes(respond, { ...partOf(guard), response: { name, schema } })
}

/** What `next()` gives where the answer is there already: guards may wait for it. */
const AT_ONCE = /* @__PURE__ */ Promise.resolve()

function schemaOf(field: string, type: keyof FieldTypes): Schema {
  const title = titleOf(field)
  const types = type.split(' | ').map((one) => ({ type: one }))
  return types.length === 1 ? { title, ...types[0]! } : { title, anyOf: types }
}
