/** The bearer guard: finds the token in the `Authorization` header, and checks nothing else about it. */

import type { MiddlewareHandler } from 'hono'
import { parseAuthorization } from './authorization.ts'
import type { Gate, Reason } from './codes.ts'
import { describes } from './openapi-part.ts'
import { Refusal } from './refusal.ts'
import { decided, type HeaderList, type Stage } from './trace.ts'

interface OAuth2PasswordBearerOptions {
  /** Where a password is exchanged for a token; a relative URL is resolved against the server's own. */
  tokenUrl: string
  /** Scope names and what each allows, for the docs. */
  scopes?: Record<string, string>
  /** The scheme's name in `components.securitySchemes`. */
  schemeName?: string
  description?: string
}

/** What stands behind the guard can read: the token, exactly as it was sent, blanks around it removed. */
export interface BearerEnv {
  Bindings: Stage
  Variables: { token: string }
}

/**
 * Makes a guard that requires `Authorization: Bearer <token>` and hands the token on as `c.var.token`.
 *
 * Refuses with 401 and the challenge `Bearer` when the header is absent or names another scheme
 * (RFC 6750 sections 2.1 and 3), and with 400 when several `Authorization` lines came (RFC 9110
 * section 5.3: the field is not a list). The scheme is case-insensitive (RFC 9110 section 11.1).
 * An empty token passes here: whether a token is any good is for the next dependency to say.
 *
 * @example
 * const oauth2Scheme = oauth2PasswordBearer({ tokenUrl: 'token' })
 * const app = new Hono().get('/items/', oauth2Scheme, (c) => c.json({ token: c.var.token }))
 * const headers = { authorization: 'Bearer abc' }
 * expect(await (await app.request('/items/', { headers })).json()).toEqual({ token: 'abc' })
 * expect((await app.request('/items/')).headers.get('www-authenticate')).toBe('Bearer')
 */
export function oauth2PasswordBearer({
  tokenUrl,
  scopes = {},
  schemeName = 'OAuth2PasswordBearer',
  description,
}: OAuth2PasswordBearerOptions): MiddlewareHandler<BearerEnv> {
  const guard: MiddlewareHandler<BearerEnv> = function oauth2PasswordBearer(c, next) {
    const decide = (gate: Gate, pass: boolean, because: Reason, facts?: Record<string, string>) =>
      decided(c, { by: schemeName, gate, pass, because, ...(facts && { facts }) })

    const authorization = c.req.header('authorization')
    // A Headers object joins the lines of one name with a comma: where none is, there was one line.
    if (authorization?.includes(',') && linesOf(c.env?.headers) > 1) {
      decide('header', false, 'authorization-repeated')
      throw new Refusal(400, 'Several Authorization headers', { because: 'authorization-repeated' })
    }

    if (!authorization) {
      decide('header', false, 'authorization-missing')
      throw new Refusal(401, 'Not authenticated', { because: 'authorization-missing' })
    }
    decide('header', true, 'authorization-present')

    const { scheme, parameter } = parseAuthorization(authorization)
    if (scheme.toLowerCase() !== 'bearer') {
      decide('scheme', false, 'scheme-not-bearer', { scheme })
      throw new Refusal(401, 'Not authenticated', { because: 'scheme-not-bearer' })
    }
    decide('scheme', true, 'scheme-bearer', { scheme })

    decide('token', true, parameter === '' ? 'token-empty' : 'token-found-unchecked')
    c.set('token', parameter)
    return next()
  }

  return describes(guard, {
    security: {
      name: schemeName,
      scopes: [],
      scheme: {
        type: 'oauth2',
        ...(description !== undefined && { description }),
        flows: { password: { scopes, tokenUrl } },
      },
    },
  })
}

/** How many Authorization lines came, as far as the platform can tell. */
function linesOf(headers: HeaderList = []): number {
  return headers.filter(([name]) => name.toLowerCase() === 'authorization').length
}
