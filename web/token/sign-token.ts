/** Signing and checking with a key somebody typed: HMAC by Web Crypto (RFC 7518 section 3.2). */

import { fromBase64url, toBase64url } from '../../lessons/exchange/base64url.ts'
import { withPart } from './change-token.ts'

export const ALGORITHMS = ['HS256', 'HS384', 'HS512'] as const

export type Algorithm = (typeof ALGORITHMS)[number]

export const isAlgorithm = (name: unknown): name is Algorithm =>
  (ALGORITHMS as readonly unknown[]).includes(name)

/** Browsers keep Web Crypto from pages over plain http (W3C Web Cryptography API, section 10). */
export const canSign = (): boolean => Boolean((crypto as Partial<Crypto>).subtle)

/** The token with a signature of its header and payload, as they are spelt. */
export async function sign(token: string, key: string, algorithm: Algorithm): Promise<string> {
  const hmac = await crypto.subtle.sign('HMAC', await keyFor(key, algorithm), signed(token))
  return withPart(token, 'signature', toBase64url(new Uint8Array(hmac)))
}

/** Whether the token's signature is what the key makes of its header and payload. */
export async function fits(token: string, key: string, algorithm: Algorithm): Promise<boolean> {
  const signature = fromBase64url(token.split('.')[2]!)
  return crypto.subtle.verify('HMAC', await keyFor(key, algorithm), signature, signed(token))
}

const signed = (token: string) => new TextEncoder().encode(token.split('.', 2).join('.'))

const keyFor = (key: string, algorithm: Algorithm) =>
  crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(key),
    { name: 'HMAC', hash: `SHA-${algorithm.slice(2)}` },
    false,
    ['sign', 'verify'],
  )
