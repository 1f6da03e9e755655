/** JSON Web Tokens signed with one key and one algorithm, checked gate by gate (RFC 7519, RFC 7515, RFC 8725). */

import { compactVerify, errors, SignJWT } from 'jose'
import {
  checkDates,
  checkPurpose,
  checkSubject,
  readClaims,
  type VerifiedClaims,
} from './jwt-claims.ts'
import { checkHeader, checkParts } from './jwt-form.ts'
import { type OnRequest, type TokenGates, tokenGates } from './jwt-gates.ts'
import { Refusal } from './refusal.ts'
import { secondsNow, type Stage } from './trace.ts'

interface JsonWebTokensOptions {
  /**
   * The secret that signs and verifies, as text; its UTF-8 bytes are the key. A function reads it from what the
   * request's host lends, so that it need not stand in the source.
   */
  key: string | ((c: { env: Stage }) => string | undefined)
  /** The one algorithm; what a token's own header says never chooses (RFC 8725 section 3.1). */
  algorithm: keyof typeof HASHES
  /** Who makes the tokens: written into each, and asked of each (RFC 7519 section 4.1.1). Anybody when absent. */
  issuer?: string
  /** Whom the tokens are for, as `issuer`. When absent, a token made out to somebody is refused (section 4.1.3). */
  audience?: string
  /** How long a token may count, however well it is signed; for ever when absent. */
  maxMinutes?: number
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

/** The algorithms of one shared key (RFC 7518 section 3.2), each with its hash. */
const HASHES = { HS256: 'SHA-256', HS384: 'SHA-384', HS512: 'SHA-512' } as const

/**
 * Makes the pair that signs and verifies with `key`.
 *
 * @example
 * const tokens = jsonWebTokens({ key: '32 random bytes, or more', algorithm: 'HS256' })
 * const c = { env: { now: () => new Date('2026-01-01T00:00:00Z') } }
 * const token = await tokens.sign(c, { sub: 'johndoe' }, { minutes: 30 })
 * expect((await tokens.verify(c, token)).sub).toBe('johndoe')
 * const later = { env: { now: () => new Date('2026-01-01T00:30:00Z') } }
 * await expect(tokens.verify(later, token)).rejects.toMatchObject({ status: 401 })
 */
export function jsonWebTokens({
  key,
  algorithm,
  issuer,
  audience,
  maxMinutes = Infinity,
}: JsonWebTokensOptions): JsonWebTokens {
  const cryptoKey = keyImport(HASHES[algorithm])
  const keyFor = ({ env = {} }: OnRequest) => {
    const text = typeof key === 'string' ? key : key({ env })
    if (text === undefined) throw new Error('there is no key to sign with')
    return cryptoKey(text)
  }

  return {
    sign: async (c, claims, { minutes }) => {
      const jwt = new SignJWT({ ...claims })
        .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
        .setExpirationTime(secondsNow(c) + minutes * 60)
      if (issuer !== undefined) jwt.setIssuer(issuer)
      if (audience !== undefined) jwt.setAudience(audience)
      return jwt.sign(await keyFor(c))
    },

    verify: async (c, token) => {
      const gates = tokenGates(c)
      checkHeader(checkParts(token, gates), algorithm, gates)
      const payload = await checkSignature(token, await keyFor(c), algorithm, gates)
      const claims = readClaims(payload, gates)
      const dates = { now: secondsNow(c), maxSeconds: maxMinutes * 60 }
      const exp = checkDates(claims, dates, gates)
      checkPurpose(claims, { issuer, audience }, gates)
      const sub = checkSubject(claims, gates)
      return Object.assign(claims, { sub, exp })
    },
  }
}

/** Whether the key makes the same signature out of the first two parts; gives the payload, decoded. */
async function checkSignature(
  token: string,
  key: CryptoKey,
  algorithm: string,
  gates: TokenGates,
): Promise<Uint8Array> {
  try {
    const { payload } = await compactVerify(token, key, { algorithms: [algorithm] })
    gates.pass('signature', 'signature-matches')
    return payload
  } catch (error) {
    // The machine failed and the token was not judged, so this is no 401.
    if (!(error instanceof errors.JOSEError)) throw error
    const differs = error instanceof errors.JWSSignatureVerificationFailed
    const because = differs ? 'signature-differs' : 'signature-not-checked'
    throw gates.stop('signature', because, undefined, error)
  }
}

/** Imports a key at its first use, once: a step app can be loaded where there is no Web Crypto. */
function keyImport(hash: string): (text: string) => Promise<CryptoKey> {
  let known: string | undefined
  let imported: Promise<CryptoKey>
  return (text) => {
    // Browsers keep it from pages over plain http (W3C Web Cryptography API, section 10).
    if (!crypto.subtle) {
      throw new Refusal(501, 'No Web Crypto here', { because: 'no-web-crypto' })
    }
    if (text !== known) {
      const bytes = new TextEncoder().encode(text)
      const algorithm = { name: 'HMAC', hash }
      imported = crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign', 'verify'])
      known = text
    }
    return imported
  }
}
