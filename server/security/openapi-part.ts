/** What a guard tells the OpenAPI description, so that nothing is declared twice. */

/** An OAuth2 security scheme with the password flow (OpenAPI 3.1, Security Scheme Object). */
export interface OAuth2PasswordScheme {
  type: 'oauth2'
  description?: string
  flows: { password: { scopes: Record<string, string>; tokenUrl: string } }
}

/** JSON Schema, as far as it is used here. */
export type Schema = Record<string, unknown>

/** One guard's share of the operation it stands before. */
export interface OpenApiPart {
  /** A scheme in `components.securitySchemes`, and the scopes this operation asks for. */
  security?: { name: string; scheme: OAuth2PasswordScheme; scopes: string[] }
  /** A form the operation reads: its schema, which is named after the operation, and its media type. */
  form?: { schema: Schema; mediaType: string }
  /** What a 200 answer holds: its name in `components.schemas`, and its schema. */
  response?: { name: string; schema: Schema }
}

const part = Symbol('OpenAPI part')

/** Gives a guard its part; returns the same guard. */
export function describes<Guard extends object>(guard: Guard, openApiPart: OpenApiPart): Guard {
  return Object.assign(guard, { [part]: openApiPart })
}

/** The part `handler` carries, if it carries one. */
export function partOf(handler: unknown): OpenApiPart | undefined {
  if (typeof handler !== 'function') return undefined
  return (handler as { [part]?: OpenApiPart })[part]
}

/** A field's name as FastAPI writes it for people: `client_id` is "Client Id". */
export function titleOf(name: string): string {
  return name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}
