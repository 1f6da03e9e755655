/** Where tokens travel: in an answer's `access_token`, in `Authorization`, in a cookie. */

import { parseAuthorization } from '../../server/security/authorization.ts'
import type { HeaderList } from '../../server/security/trace.ts'
import { accessToken } from '../../lessons/exchange/access-token.ts'

/** A cookie whose value has the three parts of a signed token, or the five of an encrypted one. */
const TOKEN_IN_PAIR = /(?:^|;\s*)[^=;]+="?([^;".]+\.[^;".]*\.[^;"]*)/

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

/** The first cookie's value that has a token's form, parts joined by dots, on its way to the browser or back. */
export function cookieToken(headers: HeaderList): string | undefined {
  for (const [name, value] of headers) {
    // What follows the first pair of a Set-Cookie line are attributes.
    const pairs = /^cookie$/i.test(name)
      ? value
      : /^set-cookie$/i.test(name)
        ? value.split(';')[0]!
        : ''
    const token = TOKEN_IN_PAIR.exec(pairs)?.[1]
    if (token) return token
  }
  return undefined
}
