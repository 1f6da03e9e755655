/** Signing and checking with a key somebody typed: HMAC by Web Crypto (RFC 7518 section 3.2). */

import { fromBase64url, toBase64url } from '../../lessons/exchange/base64url.ts'
import { provideWebCrypto } from '../stage/web-crypto.ts'
import { withPart } from './change-token.ts'

export const ALGORITHMS = ['HS256', 'HS384', 'HS512'] as const

export type Algorithm = (typeof ALGORITHMS)[number]

export const isAlgorithm = (name: unknown): name is Algorithm =>
  (ALGORITHMS as readonly unknown[]).includes(name)

/** The token with a signature of its header and payload, as they are spelt. */
export async function sign(token: string, key: string, algorithm: Algorithm): Promise<string> {
  const cryptoKey = await keyFor(key, algorithm)
  const hmac = await crypto.subtle.sign('HMAC', cryptoKey, signed(token))
  return withPart(token, 'signature', toBase64url(new Uint8Array(hmac)))
}

/** Whether the token's signature is what the key makes of its header and payload. */
export async function fits(token: string, key: string, algorithm: Algorithm): Promise<boolean> {
  const signature = fromBase64url(token.split('.')[2]!)
  const cryptoKey = await keyFor(key, algorithm)
  return crypto.subtle.verify('HMAC', cryptoKey, signature, signed(token))
}

const signed = (token: string) => new TextEncoder().encode(token.split('.', 2).join('.'))

async function keyFor(key: string, algorithm: Algorithm): Promise<CryptoKey> {
  await provideWebCrypto()
  return crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(key),
    { name: 'HMAC', hash: `SHA-${algorithm.slice(2)}` },
    false,
    ['sign', 'verify'],
  )
}
