/** Where tokens travel: in an answer's `access_token`, in `Authorization`, in a cookie. */

import { parseAuthorization } from '../../server/security/authorization.ts'
import type { HeaderList } from '../../server/security/trace.ts'
import { accessToken } from '../../lessons/exchange/access-token.ts'

/** The token a message carries; undefined where it has none. */
export function tokenOf(headers: HeaderList, body: string): string | undefined {
  return accessToken(body) ?? bearerToken(headers) ?? cookieToken(headers)
}

/** The credentials of a Bearer `Authorization` (RFC 6750 section 2.1). */
export function bearerToken(headers: HeaderList): string | undefined {
  for (const [name, value] of headers) {
    const { scheme, parameter } = parseAuthorization(value.replace(/^[ \t]+/, ''))
    if (/^authorization$/i.test(name) && /^bearer$/i.test(scheme) && parameter) return parameter
  }
  return undefined
}

/** The value of lesson 5's cookie, on its way to the browser or back. */
export function cookieToken(headers: HeaderList): string | undefined {
  for (const [name, value] of headers) {
    const token = /(?:^|;\s*)jwt_token="?([^;"]+)/.exec(value)?.[1]
    if (token && /^(set-)?cookie$/i.test(name)) return token
  }
  return undefined
}
