/** A token read without a key: good to look at, and no proof of anything. */

import { fromBase64url } from './base64url.ts'

/** A JSON object out of one base64url part of a token; undefined where it is none. */
function partOf(token: string, part: number): Record<string, unknown> | undefined {
  try {
    const bytes = fromBase64url(token.split('.')[part] ?? '')
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** The claims of a token, read and not verified (RFC 7519 section 4); undefined for what is none. */
export const claimsOf = (token: string) => partOf(token, 1)

/** The JOSE header of a token, read and not verified (RFC 7515 section 4). */
export const joseHeaderOf = (token: string) => partOf(token, 0)
