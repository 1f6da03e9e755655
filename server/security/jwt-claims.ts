/** The claims of a token whose signature is right, one after the other (RFC 7519 section 4.1). */

import { errors, type JWTPayload } from 'jose'
import { isObject } from './jwt-form.ts'
import type { TokenGates } from './jwt-gates.ts'

/** The claims of a token that stood every check: whom it is about and until when it counts. */
export type VerifiedClaims = JWTPayload & { sub: string; exp: number }

/** Reads the claims, as bytes; JSON has no byte order mark (RFC 8259 section 8.1), and a decoder drops it. */
export function readClaims(payload: Uint8Array, gates: TokenGates): JWTPayload {
  const claims = jsonIn(payload)
  if (!isObject(claims)) {
    const cause = new errors.JWTInvalid('JWT Claims Set must be a top-level JSON object')
    throw gates.stop('expiry', 'claims-not-an-object', undefined, cause)
  }
  const [first, second, third] = payload
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    throw gates.stop('expiry', 'claims-not-an-object')
  }
  return claims
}

const utf8 = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true })

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes))
  } catch {
    return undefined
  }
}

/** Whether `now`, in seconds since 1970, lies within the token's dates, and they within what a server allows. */
export function checkDates(
  claims: JWTPayload,
  { now, maxSeconds }: { now: number; maxSeconds: number },
  gates: TokenGates,
): number {
  const invalid = (claim: string) =>
    new errors.JWTClaimValidationFailed(`"${claim}" claim check failed`, claims, claim)
  if (claims.exp === undefined) throw gates.stop('expiry', 'exp-missing', undefined, invalid('exp'))
  for (const name of ['iat', 'nbf', 'exp'] as const) {
    const date: unknown = claims[name]
    if (date === undefined || typeof date === 'number') continue
    throw gates.stop('expiry', `${name}-not-a-date`, undefined, invalid(name))
  }
  const { exp, nbf, iat } = claims
  if (nbf !== undefined && nbf > now) {
    throw gates.stop('expiry', 'not-yet-valid', undefined, invalid('nbf'))
  }
  if (exp <= now) {
    const cause = new errors.JWTExpired('"exp" claim timestamp check failed', claims, 'exp')
    throw gates.stop('expiry', 'expired', Number.isFinite(exp) ? { exp } : undefined, cause)
  }
  // 1e999 is a number to JSON.parse, and never comes.
  for (const name of ['exp', 'nbf', 'iat'] as const) {
    if (!Number.isFinite(claims[name] ?? 0)) throw gates.stop('expiry', `${name}-not-a-date`)
  }
  if (maxSeconds < Infinity) {
    if (iat !== undefined && iat > now + LEEWAY_SECONDS) throw gates.stop('expiry', 'iat-in-future')
    if (exp - (iat ?? now) > maxSeconds) throw gates.stop('expiry', 'exp-too-far', { exp })
  }
  gates.pass('expiry', 'not-expired', { seconds: Math.floor(exp - now) })
  return exp
}

/** How far two clocks may be apart. */
const LEEWAY_SECONDS = 60

/** Whether the token was made by whom this server trusts, for this server, and to open it. */
export function checkPurpose(
  claims: JWTPayload,
  { issuer, audience }: { issuer?: string | undefined; audience?: string | undefined },
  gates: TokenGates,
): void {
  const { iss, aud, jti } = claims
  if (issuer !== undefined && iss !== issuer) throw gates.stop('subject', 'issuer-differs')
  // A token with an audience is for that audience alone (RFC 7519 section 4.1.3), and this server has no name to be it.
  if (audience === undefined && aud !== undefined) throw gates.stop('subject', 'audience-not-ours')
  if (audience !== undefined && ![aud].flat().includes(audience)) {
    throw gates.stop('subject', 'audience-differs')
  }
  if (jti !== undefined && typeof jti !== 'string') throw gates.stop('subject', 'token-id-not-text')
  // Only an ID token speaks of the access token it came with (OpenID Connect Core section 3.1.3.6).
  if (claims['at_hash'] !== undefined) throw gates.stop('subject', 'id-token')
}

/** Whom the token is about. */
export function checkSubject({ sub }: JWTPayload, gates: TokenGates): string {
  if (typeof sub !== 'string' || sub === '') throw gates.stop('subject', 'subject-missing')
  gates.pass('subject', 'subject-present', { sub })
  return sub
}
