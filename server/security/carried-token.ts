/** Tokens that a client carries without understanding them: their form, and how long they may still count. */

import { fromBase64url } from './base64url.ts'
import { secondsNow, type Stage } from './trace.ts'

/** The only texts that may follow `Bearer` in a header (RFC 6750 section 2.1, b64token), 8 KiB at most. */
const TOKEN = /^[A-Za-z0-9._~+/-]{1,8192}=*$/

/**
 * Whether a value from outside, a cookie or an answer, may be put into a header or a cookie as a token.
 *
 * @example
 * expect(isToken('abc.def')).toBe(true)
 * expect(isToken('abc; Path=/')).toBe(false)
 */
export function isToken(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 8192 && TOKEN.test(value)
}

/** How long a cookie may live at most: 400 days (RFC 10025 section 5.5). */
const MAX_COOKIE_SECONDS = 34_560_000

/**
 * How many seconds a JWT says it has left, at most as many as a cookie may live; undefined where it
 * does not say, as other tokens do not.
 *
 * Only read, not verified: good enough to forget a cookie in time, and for nothing else.
 *
 * @example
 * const tokens = jsonWebTokens({ key: '32 random bytes, or more', algorithm: 'HS256' })
 * const c = { env: { now: () => new Date('2026-01-01T00:00:00Z') } }
 * const token = await tokens.sign(c, { sub: 'johndoe' }, { minutes: 30 })
 * expect(secondsLeft(c, token)).toBe(1800)
 * expect(secondsLeft(c, 'abc')).toBeUndefined()
 */
export function secondsLeft(c: { env?: Stage }, token: string): number | undefined {
  try {
    const claims = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      fromBase64url(token.split('.')[1]!),
    )
    const { exp } = JSON.parse(claims) as { exp?: unknown }
    if (typeof exp !== 'number') return undefined
    return Math.min(MAX_COOKIE_SECONDS, Math.max(0, Math.floor(exp - secondsNow(c))))
  } catch {
    return undefined
  }
}
