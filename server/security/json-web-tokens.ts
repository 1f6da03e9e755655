/** JSON Web Tokens signed with one key and one algorithm, checked gate by gate (RFC 7519, RFC 7515, RFC 8725). */

import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import { Refusal } from './refusal.ts'
import { decided, type Facts, secondsNow, type Stage } from './trace.ts'

interface JsonWebTokensOptions {
  /** The secret that signs and verifies, as text; its UTF-8 bytes are the key. */
  key: string
  /** The one algorithm; what a token's own header says never chooses (RFC 8725 section 3.1). */
  algorithm: 'HS256'
  /** How long a token may count, however well it is signed; for ever when absent. */
  maxMinutes?: number
}

/** The claims of a token that stood every check: whom it is about and until when it counts. */
export type VerifiedClaims = JWTPayload & { sub: string; exp: number }

/** What a request lends to signing and verifying: its clock, and where decisions are written. */
interface OnRequest {
  env?: Stage
}

export interface JsonWebTokens {
  /** Signs claims that count for so many minutes from now; gives the compact form (RFC 7515 section 3.1). */
  sign: (c: OnRequest, claims: { sub: string }, options: { minutes: number }) => Promise<string>
  /**
   * Checks a token and gives its claims. Nothing in the token is believed before its signature is.
   *
   * @throws Refusal 401 `Could not validate credentials`, whatever the reason; the reason, and jose's error
   *   code behind it, are for the trace alone.
   */
  verify: (c: OnRequest, token: string) => Promise<VerifiedClaims>
}

/** More characters are no token of ours, and are not worth parsing. */
const LONGEST = 8 * 1024

/** Makes the pair that signs and verifies with `key`. */
export function jsonWebTokens({
  key,
  algorithm,
  maxMinutes = Infinity,
}: JsonWebTokensOptions): JsonWebTokens {
  // Imported once, at the first use: a step app can be loaded where there is no Web Crypto.
  let imported: Promise<CryptoKey> | undefined
  const cryptoKey = () => {
    // Browsers keep it from pages over plain http (W3C Web Cryptography API, section 10).
    if (!crypto.subtle) {
      throw new Refusal(501, 'No Web Crypto here', { because: 'no-web-crypto' })
    }
    return (imported ??= crypto.subtle.importKey(
      'raw',
      new TextEncoder().encode(key),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign', 'verify'],
    ))
  }

  return {
    sign: async (c, claims, { minutes }) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
        .setExpirationTime(secondsNow(c) + minutes * 60)
        .sign(await cryptoKey()),

    verify: async (c, token) => {
      const gates = gatesOf(c)
      const { header, payload } = parted(token, gates)
      checkHeader(header, algorithm, gates)
      const now = secondsNow(c)
      let claims: JWTPayload
      try {
        const verified = await jwtVerify(token, await cryptoKey(), {
          algorithms: [algorithm],
          requiredClaims: ['exp'],
          currentDate: new Date(now * 1000),
        })
        claims = verified.payload
      } catch (error) {
        throw refusedByJose(error, gates)
      }
      gates.pass('signature', 'signature-matches')
      checkDates(claims, payload, gates)
      const { exp, sub } = claims as VerifiedClaims
      if (maxMinutes < Infinity) checkLife(claims as VerifiedClaims, now, maxMinutes * 60, gates)
      gates.pass('expiry', 'not-expired', { seconds: Math.floor(exp - now) })
      checkPurpose(claims, gates)
      if (typeof sub !== 'string' || sub === '') throw gates.stop('subject', 'subject-missing')
      gates.pass('subject', 'subject-present', { sub })
      return claims as VerifiedClaims
    },
  }
}

/** Writes decisions down, and makes the refusal of the one that stops the request. */
interface Gates {
  pass: (gate: string, because: string, facts?: Facts) => void
  stop: (gate: string, because: string, facts?: Facts, cause?: unknown) => Refusal
}

function gatesOf(c: OnRequest): Gates {
  const decide = (gate: string, pass: boolean, because: string, facts?: Facts) =>
    decided(c, { by: 'JWT', gate, pass, because, ...(facts && { facts }) })
  return {
    pass: (gate, because, facts) => decide(gate, true, because, facts),
    stop: (gate, because, facts, cause) => {
      decide(gate, false, because, facts)
      const code = cause instanceof errors.JOSEError ? [cause.code] : []
      return new Refusal(401, 'Could not validate credentials', {
        because: [because, ...code],
        cause,
      })
    },
  }
}

/** Takes a token apart without believing a word of it. */
function parted(token: string, gates: Gates): { header: string; payload: string } {
  if (token.length > LONGEST) throw gates.stop('parts', 'token-too-long', { length: token.length })
  const parts = token.split('.')
  if (parts.length !== 3) throw gates.stop('parts', 'not-three-parts', { parts: parts.length })
  if (!parts.every(isBase64url)) throw gates.stop('parts', 'not-base64url')
  gates.pass('parts', 'three-parts')
  return { header: parts[0]!, payload: parts[1]! }
}

/** Header parameters decide nothing here; they can only be the ones expected. */
function checkHeader(text: string, algorithm: string, gates: Gates): void {
  const header = jsonIn(text)
  if (!isObject(header)) throw gates.stop('jose-header', 'header-not-an-object')
  // A recipient that does not understand a critical parameter must refuse (RFC 7515 section 4.1.11).
  if ('crit' in header) throw gates.stop('jose-header', 'header-critical')
  // A payload in plain would be critical, and a JWT has none (RFC 7797 sections 6 and 7).
  if ('b64' in header && header['b64'] !== true) throw gates.stop('jose-header', 'header-b64')
  gates.pass('jose-header', 'header-readable')
  const { alg } = header
  const facts = { algorithm: typeof alg === 'string' ? alg : typeof alg }
  if (alg !== algorithm) throw gates.stop('algorithm', 'algorithm-not-allowed', facts)
  gates.pass('algorithm', 'algorithm-allowed', facts)
}

/** Finds the gate at which jose stopped. */
function refusedByJose(error: unknown, gates: Gates): unknown {
  // Not a word about the token: the machine's fault, and no 401.
  if (!(error instanceof errors.JOSEError)) return error
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return gates.stop('signature', 'signature-differs', undefined, error)
  }
  if (
    error instanceof errors.JWTExpired ||
    error instanceof errors.JWTClaimValidationFailed ||
    error instanceof errors.JWTInvalid
  ) {
    gates.pass('signature', 'signature-matches')
    return gates.stop('expiry', claimProblem(error), expiryFacts(error), error)
  }
  // What is left is about the form of the token, which the header of a JWS governs.
  return gates.stop('signature', 'signature-not-checked', undefined, error)
}

function claimProblem(
  error: errors.JWTExpired | errors.JWTClaimValidationFailed | errors.JWTInvalid,
): string {
  if (error instanceof errors.JWTExpired) return 'expired'
  if (error instanceof errors.JWTInvalid) return 'claims-not-an-object'
  if (error.claim === 'nbf' && error.reason === 'check_failed') return 'not-yet-valid'
  return error.reason === 'missing' ? `${error.claim}-missing` : `${error.claim}-not-a-date`
}

function expiryFacts(error: errors.JOSEError): Facts | undefined {
  if (!(error instanceof errors.JWTExpired)) return undefined
  const { exp } = error.payload
  return typeof exp === 'number' && Number.isFinite(exp) ? { exp } : undefined
}

/** The octets EF BB BF in base64url. */
const BYTE_ORDER_MARK = '77u_'

/** Dates that jose lets through and we do not. */
function checkDates(claims: JWTPayload, payload: string, gates: Gates): void {
  // JSON has no byte order mark (RFC 8259 section 8.1); a decoder that drops one reads another text.
  if (payload.startsWith(BYTE_ORDER_MARK)) throw gates.stop('expiry', 'claims-not-an-object')
  for (const claim of ['exp', 'nbf', 'iat'] as const) {
    const value = claims[claim]
    // 1e999 is a number to JSON.parse, and never comes.
    if (value !== undefined && !Number.isFinite(value)) {
      throw gates.stop('expiry', `${claim}-not-a-date`)
    }
  }
}

/** How far two clocks may be apart, in seconds. */
const LEEWAY = 60

/** Whether a token counts no longer than so many seconds, and was not made in times to come. */
function checkLife({ exp, iat }: VerifiedClaims, now: number, longest: number, gates: Gates): void {
  if (iat !== undefined && iat > now + LEEWAY) throw gates.stop('expiry', 'iat-in-future')
  if (exp - (iat ?? now) > longest) throw gates.stop('expiry', 'exp-too-far', { exp })
}

/** What says that a token was made for something else. */
function checkPurpose(claims: JWTPayload, gates: Gates): void {
  // A token made out to somebody is for nobody else (RFC 7519 section 4.1.3), and this server has no name.
  if (claims.aud !== undefined) throw gates.stop('subject', 'audience-not-ours')
  if (claims.jti !== undefined && typeof claims.jti !== 'string') {
    throw gates.stop('subject', 'token-id-not-text')
  }
  // Only an ID token speaks of the access token it came with (OpenID Connect Core section 3.1.3.6).
  if (claims['at_hash'] !== undefined) throw gates.stop('subject', 'id-token')
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Bits of the last character that say nothing, by how many characters stand in the last group of four. */
const STRAY_BITS = [0, -1, 0b1111, 0b11]

/**
 * Whether a text is base64url in its one canonical spelling.
 *
 * Padding, foreign characters and stray bits at the end would give one token several spellings, which a
 * list of revoked tokens then misses (RFC 7515 section 2; RFC 4648 section 3.5).
 */
function isBase64url(text: string): boolean {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return false
  // A group of one character holds no octet.
  const stray = STRAY_BITS[text.length % 4]!
  return stray >= 0 && (ALPHABET.indexOf(text.at(-1) ?? 'A') & stray) === 0
}

/** The JSON in a part of a token; undefined where there is none. */
function jsonIn(part: string): unknown {
  try {
    const binary = atob(part.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
