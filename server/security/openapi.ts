/** The OpenAPI description of an app, read off its routes: a guard in the route line is all it takes. */

import type { Hono } from 'hono'
import type { RouterRoute } from 'hono/types'
import { type OAuth2PasswordScheme, type OpenApiPart, partOf, type Schema } from './openapi-part.ts'

interface OpenApiInfo {
  title: string
  version: string
}

interface Operation {
  operationId: string
  requestBody?: { required: true; content: Record<string, { schema: Schema }> }
  responses: Record<string, { description: string; content: Record<string, { schema: Schema }> }>
  security?: Record<string, string[]>[]
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
 * Describes every route of `app`; middleware for all methods is not a route.
 *
 * @param prefix path that a proxy or a host puts before the app's own, as `root_path` in FastAPI.
 */
export function openapi(
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- any app, whatever its bindings
  app: Pick<Hono<any>, 'routes'>,
  info: OpenApiInfo,
  prefix = '',
): OpenApiDocument {
  const servers = prefix === '' ? {} : { servers: [{ url: prefix }] }
  const document: OpenApiDocument = { openapi: '3.1.0', info, ...servers, paths: {} }
  for (const route of app.routes) {
    if (route.method === 'ALL') continue
    const operation = operationOf(document, route)
    const part = partOf(route.handler)
    if (part) describe(document, operation, part)
  }
  return document
}

/** The operation of a route, made on first sight: a route with guards is listed once for each handler. */
function operationOf(document: OpenApiDocument, { method, path }: RouterRoute): Operation {
  const template = path.replace(/:(\w+)/g, '{$1}')
  const operations = (document.paths[template] ??= {})
  return (operations[method.toLowerCase()] ??= {
    operationId: `${method.toLowerCase()}${template.replace(/\W+/g, '_')}`,
    responses: { '200': { description: 'Successful Response', content: json({}) } },
  })
}

function describe(document: OpenApiDocument, operation: Operation, part: OpenApiPart): void {
  const { security, form, response } = part
  if (security) {
    // The same guard twice before one route asks for nothing more.
    if (!operation.security?.some((entry) => security.name in entry)) {
      operation.security = [...(operation.security ?? []), { [security.name]: security.scopes }]
    }
    const components = (document.components ??= {})
    components.securitySchemes = {
      ...components.securitySchemes,
      [security.name]: security.scheme,
    }
  }
  if (form) {
    const schema = named(document, form.name, form.schema)
    operation.requestBody = { required: true, content: { [form.mediaType]: { schema } } }
    operation.responses['422'] = {
      description: 'Validation Error',
      content: json(named(document, 'HTTPValidationError', validationError)),
    }
  }
  if (response) {
    operation.responses['200']!.content = json(named(document, response.name, response.schema))
  }
}

/** Puts a schema among the components; gives the reference to it. */
function named(document: OpenApiDocument, name: string, schema: Schema): Schema {
  const components = (document.components ??= {})
  components.schemas = { ...components.schemas, [name]: schema }
  return { $ref: `#/components/schemas/${name}` }
}

const json = (schema: Schema) => ({ 'application/json': { schema } })

/** What a 422 says: a list of what is wrong, each with its place. */
const validationError: Schema = {
  title: 'HTTPValidationError',
  type: 'object',
  properties: {
    detail: {
      type: 'array',
      items: {
        title: 'ValidationError',
        type: 'object',
        properties: {
          type: { type: 'string' },
          loc: { type: 'array', items: { type: 'string' } },
          msg: { type: 'string' },
          input: { anyOf: [{ type: 'string' }, { type: 'null' }] },
        },
        required: ['type', 'loc', 'msg'],
      },
    },
  },
}
