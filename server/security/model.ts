/** What a response may hold: the fields of a model, and no other that happens to lie beside them. */

import type { MiddlewareHandler } from 'hono'
import { describes, type Schema } from './openapi-part.ts'

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

/** Names a model and its fields; every field is part of each answer. */
export function model<const F extends Fields>(name: string, fields: F): Model<F> {
  const names = Object.keys(fields) as (keyof F & string)[]
  return {
    name,
    schema: {
      title: name,
      type: 'object',
      properties: Object.fromEntries(names.map((field) => [field, schemaOf(fields[field]!)])),
      required: names.filter((field) => !fields[field]!.endsWith('| null')),
    },
    from: (value) => Object.fromEntries(names.map((field) => [field, value[field]])) as Values<F>,
  }
}

/** Says in the description that a route answers with `model`; what it sends is its handler's doing. */
export function returns<F extends Fields>({ name, schema }: Model<F>): MiddlewareHandler {
  const guard: MiddlewareHandler = (_, next) => next()
  return describes(guard, { response: { name, schema } })
}

function schemaOf(type: keyof FieldTypes): Schema {
  const types = type.split(' | ').map((one) => ({ type: one }))
  return types.length === 1 ? types[0]! : { anyOf: types }
}
