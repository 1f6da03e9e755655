/** The OpenAPI description of an app, read off its routes: a guard in the route line is all it takes. */

import type { Hono } from 'hono'
import type { RouterRoute } from 'hono/types'
import { type OAuth2PasswordScheme, partOf, type Schema, titleOf } from './openapi-part.ts'

interface OpenApiInfo {
  title: string
  version: string
}

interface Operation {
  summary?: string
  operationId: string
  parameters?: Parameter[]
  requestBody?: { required: true; content: Content }
  responses: Record<string, { description: string; content: Content }>
  security?: Record<string, string[]>[]
}

type Content = Record<string, { schema: Schema }>

interface Parameter {
  name: string
  in: 'path'
  required: true
  schema: Schema
}

/** An OpenAPI 3.1 document, as far as the tutorial's servers need it. */
export interface OpenApiDocument {
  openapi: '3.1.0'
  info: OpenApiInfo
  /** Where the paths begin, if not at the root. */
  servers?: { url: string }[]
  paths: Record<string, Record<string, Operation>>
  components?: {
    schemas?: Record<string, Schema>
    securitySchemes?: Record<string, OAuth2PasswordScheme>
  }
}

/**
 * Describes every route of `app` as FastAPI would; middleware for all methods is not a route.
 *
 * An operation is named after its handler: `function readItems(c)` is "Read Items". One without a name is
 * called by its method and path, and has no summary.
 *
 * @param prefix path that a proxy or a host puts before the app's own, as `root_path` in FastAPI.
 *
 * @example
 * const app = new Hono()
 * app.get('/items/', oauth2PasswordBearer({ tokenUrl: 'token' }), function readItems(c) {
 *   return c.json([])
 * })
 * const { paths } = openapi(app, { title: 'Items', version: '1.0.0' })
 * expect(paths['/items/']?.['get']).toMatchObject({
 *   summary: 'Read Items',
 *   operationId: 'read_items_items__get',
 *   security: [{ OAuth2PasswordBearer: [] }],
 * })
 */
export function openapi(
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- any app, whatever its bindings
  app: Pick<Hono<any>, 'routes'>,
  info: OpenApiInfo,
  prefix = '',
): OpenApiDocument {
  const paths: OpenApiDocument['paths'] = {}
  const named: Named = { schemas: {}, securitySchemes: {} }
  for (const handlers of operationsOf(app.routes)) {
    const { method, path } = handlers[0]
    const operations = (paths[templateOf(path)] ??= {})
    operations[method.toLowerCase()] = operation(handlers, named)
  }
  const components = {
    ...(hasAny(named.schemas) && { schemas: sorted(named.schemas) }),
    ...(hasAny(named.securitySchemes) && { securitySchemes: named.securitySchemes }),
  }
  return {
    openapi: '3.1.0',
    info,
    ...(prefix !== '' && { servers: [{ url: prefix }] }),
    paths,
    ...(hasAny(components) && { components }),
  }
}

/** What operations refer to by name. */
type Named = Required<NonNullable<OpenApiDocument['components']>>

type Handlers = [RouterRoute, ...RouterRoute[]]

/** The handlers of each operation, in their order: its guards, and the one that answers. */
function operationsOf(routes: RouterRoute[]): Iterable<Handlers> {
  const operations = new Map<string, Handlers>()
  for (const route of routes) {
    if (route.method === 'ALL') continue
    const key = `${route.method} ${route.path}`
    const known = operations.get(key)
    if (known) known.push(route)
    else operations.set(key, [route])
  }
  return operations.values()
}

function operation(handlers: Handlers, named: Named): Operation {
  const { method, path, handler } = handlers.at(-1)!
  const name = snakeCase(handler.name)
  const operationId = operationIdOf(name, method.toLowerCase(), templateOf(path))
  const parts = handlers.flatMap((route) => partOf(route.handler) ?? [])

  // A guard that stands twice before a route is described once.
  const schemes = new Map(parts.flatMap(({ security }) => security ?? []).map((s) => [s.name, s]))
  for (const { name: scheme, scheme: declared } of schemes.values()) {
    named.securitySchemes[scheme] = declared
  }
  const form = parts.findLast((part) => part.form)?.form
  const response = parts.findLast((part) => part.response)?.response
  const parameters = parametersOf(path)
  if (form || parameters.length > 0) Object.assign(named.schemas, VALIDATION_SCHEMAS)

  return {
    ...(name !== '' && { summary: titleOf(name) }),
    operationId,
    ...(parameters.length > 0 && { parameters }),
    ...(form && {
      requestBody: {
        content: { [form.mediaType]: { schema: refer(named, `Body_${operationId}`, form.schema) } },
        required: true,
      },
    }),
    responses: {
      '200': {
        description: 'Successful Response',
        content: json(response ? refer(named, response.name, response.schema) : {}),
      },
      ...((form || parameters.length > 0) && {
        '422': {
          description: 'Validation Error',
          content: json({ $ref: '#/components/schemas/HTTPValidationError' }),
        },
      }),
    },
    ...(schemes.size > 0 && {
      security: [...schemes.values()].map((scheme) => ({ [scheme.name]: scheme.scopes })),
    }),
  }
}

/** FastAPI's way to name an operation: its function, its path with every other character as `_`, its method. */
function operationIdOf(name: string, method: string, path: string): string {
  const place = path.replace(/\W/g, '_')
  return name === '' ? method + place.replace(/_+/g, '_') : `${name}${place}_${method}`
}

/** `readUsersMe` as Python writes it: `read_users_me`. */
function snakeCase(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase()
}

/** A path of Hono, `/users/:id{[0-9]+}`, as a template of OpenAPI: `/users/{id}`. */
function templateOf(path: string): string {
  return path.replace(PARAMETER, '{$1}')
}

const PARAMETER = /:(\w+)(?:\{[^/]*\})?/g

/** Parts of a path are texts, whatever else a handler makes of them. */
function parametersOf(path: string): Parameter[] {
  return [...path.matchAll(PARAMETER)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', title: titleOf(name) },
  }))
}

/** Puts a schema among the components; gives the reference to it. */
function refer(named: Named, name: string, schema: Schema): Schema {
  named.schemas[name] = { title: name, ...schema }
  return { $ref: `#/components/schemas/${name}` }
}

const json = (schema: Schema) => ({ 'application/json': { schema } })

const hasAny = (object: object) => Object.keys(object).length > 0

const sorted = <Value>(record: Record<string, Value>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))

/** What a 422 says: a list of what is wrong, each with its place. */
const VALIDATION_SCHEMAS: Record<string, Schema> = {
  HTTPValidationError: {
    title: 'HTTPValidationError',
    type: 'object',
    properties: {
      detail: {
        title: 'Detail',
        type: 'array',
        items: { $ref: '#/components/schemas/ValidationError' },
      },
    },
  },
  ValidationError: {
    title: 'ValidationError',
    required: ['loc', 'msg', 'type'],
    type: 'object',
    properties: {
      loc: {
        title: 'Location',
        type: 'array',
        items: { anyOf: [{ type: 'string' }, { type: 'integer' }] },
      },
      msg: { title: 'Message', type: 'string' },
      type: { title: 'Error Type', type: 'string' },
      input: { title: 'Input' },
      ctx: { title: 'Context', type: 'object' },
    },
  },
}
