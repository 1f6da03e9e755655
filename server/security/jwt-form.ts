/** A token's form and its header, before anything in it is believed (RFC 7515, RFC 8725). */

import { fromBase64url, isBase64url } from './base64url.ts'
import type { TokenGates } from './jwt-gates.ts'

/** More characters are no token of ours, and are not worth parsing. */
const MAX_TOKEN_CHARACTERS = 8 * 1024

/** Whether the token is three texts in base64url with dots between; gives its header, still encoded. */
export function checkParts(token: string, gates: TokenGates): string {
  const { length } = token
  if (length > MAX_TOKEN_CHARACTERS) throw gates.stop('parts', 'token-too-long', { length })
  const parts = token.split('.')
  if (parts.length !== 3) throw gates.stop('parts', 'not-three-parts', { parts: parts.length })
  if (!parts.every(isBase64url)) throw gates.stop('parts', 'not-base64url')
  gates.pass('parts', 'three-parts')
  return parts[0]!
}

/** Header parameters decide nothing here; they can only be the ones expected. */
export function checkHeader(part: string, algorithm: string, gates: TokenGates): void {
  const header = jsonIn(part)
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

/** One for all tokens, as making a decoder costs more than decoding; marked, so that a server without tokens is built without it. */
const utf8 = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The JSON in a part of a token; undefined where there is none. */
function jsonIn(part: string): unknown {
  try {
    return JSON.parse(utf8.decode(fromBase64url(part)))
  } catch {
    return undefined
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
