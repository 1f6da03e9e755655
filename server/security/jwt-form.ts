/** A token's form and its header, before anything in it is believed (RFC 7515, RFC 8725). */

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

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
