/** How a guard says which OpenAPI security scheme it stands for, so that nobody declares it twice. */

/** An OAuth2 security scheme with the password flow (OpenAPI 3.1, Security Scheme Object). */
export interface OAuth2PasswordScheme {
  type: 'oauth2'
  description?: string
  flows: { password: { scopes: Record<string, string>; tokenUrl: string } }
}

/** The scheme a guard declares: its name in `components.securitySchemes` and its object. */
export interface DeclaredScheme {
  name: string
  scheme: OAuth2PasswordScheme
  /** The scopes a route behind this guard asks for. */
  scopes: string[]
}

/** Where a guard carries its declared scheme. */
export const securityScheme = Symbol('OpenAPI security scheme')

/** The scheme that `handler` declares, if it is a guard that declares one. */
export function declaredScheme(handler: unknown): DeclaredScheme | undefined {
  if (typeof handler !== 'function') return undefined
  return (handler as { [securityScheme]?: DeclaredScheme })[securityScheme]
}
