/** The OpenAPI description of an app, read off its routes: a guard in the route line is all it takes. */

import type { Hono } from 'hono'
import type { RouterRoute } from 'hono/types'
import { declaredScheme, type OAuth2PasswordScheme } from './scheme.ts'

interface OpenApiInfo {
  title: string
  version: string
}

interface Operation {
  operationId: string
  responses: Record<string, unknown>
  security?: Record<string, string[]>[]
}

/** An OpenAPI 3.1 document, as far as the tutorial's servers need it. */
export interface OpenApiDocument {
  openapi: '3.1.0'
  info: OpenApiInfo
  paths: Record<string, Record<string, Operation>>
  components?: { securitySchemes: Record<string, OAuth2PasswordScheme> }
}

/** Describes every route of `app`; middleware for all methods is not a route. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any app, whatever its bindings
export function openapi(app: Pick<Hono<any>, 'routes'>, info: OpenApiInfo): OpenApiDocument {
  const document: OpenApiDocument = { openapi: '3.1.0', info, paths: {} }
  for (const route of app.routes) {
    if (route.method === 'ALL') continue
    const operation = operationOf(document, route)
    const declared = declaredScheme(route.handler)
    if (!declared) continue
    operation.security = [...(operation.security ?? []), { [declared.name]: declared.scopes }]
    document.components ??= { securitySchemes: {} }
    document.components.securitySchemes[declared.name] = declared.scheme
  }
  return document
}

/** The operation of a route, made on first sight: a route with guards is listed once for each handler. */
function operationOf(document: OpenApiDocument, { method, path }: RouterRoute): Operation {
  const template = path.replace(/:(\w+)/g, '{$1}')
  const operations = (document.paths[template] ??= {})
  return (operations[method.toLowerCase()] ??= {
    operationId: `${method.toLowerCase()}${template.replace(/\W+/g, '_')}`,
    responses: {
      '200': {
        description: 'Successful Response',
        content: { 'application/json': { schema: {} } },
      },
    },
  })
}
