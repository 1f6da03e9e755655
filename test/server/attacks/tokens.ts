/** Tokens as attackers make them: any header, any claims, any key, and no check of what they say. */

import {
  createCipheriv,
  createHmac,
  generateKeyPairSync,
  type KeyObject,
  sign as signWith,
} from 'node:crypto'
import { deflateRawSync } from 'node:zlib'

/** The tutorial's key: everybody has it, so an attacker has. */
export const PUBLISHED_KEY = '09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7'

type Pair = { publicKey: KeyObject; privateKey: KeyObject }

/** The attacker's own key pairs, made at their first use. */
const pairs = new Map<string, Pair>()

const MAKERS: Record<string, () => Pair> = {
  RSA: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  EC: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  OKP: () => generateKeyPairSync('ed25519'),
}

function pairFor(algorithm: string): Pair {
  const type = /^[RP]S/.test(algorithm) ? 'RSA' : algorithm === 'EdDSA' ? 'OKP' : 'EC'
  const pair = pairs.get(type) ?? MAKERS[type]!()
  pairs.set(type, pair)
  return pair
}

/** The attacker's public key, as it stands in a header. */
export const ownJwk = (algorithm: string): string =>
  JSON.stringify(pairFor(algorithm).publicKey.export({ format: 'jwk' }))

/** The attacker's public key as a file, for servers that take any text for a secret. */
export const ownPem = (algorithm: string): string =>
  pairFor(algorithm).publicKey.export({ format: 'pem', type: 'spki' }).toString()

/** Signs with a secret (HS…), or with the attacker's own key pair (all others). */
export function signature(algorithm: string, secret: string, signed: Buffer): Buffer {
  const hash = `sha${algorithm.slice(2)}`
  if (algorithm.startsWith('HS')) return createHmac(hash, secret).update(signed).digest()
  const key = pairFor(algorithm).privateKey
  if (algorithm === 'EdDSA') return signWith(null, signed, key)
  if (algorithm.startsWith('ES')) return signWith(hash, signed, { key, dsaEncoding: 'ieee-p1363' })
  // RSA_PKCS1_PSS_PADDING is 6, RSA_PKCS1_PADDING is 1; a salt is as long as the hash.
  const padding = algorithm.startsWith('PS') ? { padding: 6, saltLength: 32 } : { padding: 1 }
  return signWith(hash, signed, { key, ...padding })
}

/** Encrypts with A256GCM under a key of its own, `dir` in the terms of RFC 7518. */
export function encrypted(
  header: Buffer,
  plaintext: Buffer,
  { key, deflated }: { key: string; deflated: boolean },
): string {
  const head = header.toString('base64url')
  const iv = Buffer.alloc(12, 1)
  const cipher = createCipheriv('aes-256-gcm', Buffer.alloc(32, key), iv).setAAD(Buffer.from(head))
  const text = Buffer.concat([
    cipher.update(deflated ? deflateRawSync(plaintext) : plaintext),
    cipher.final(),
  ])
  const rest = [iv, text, cipher.getAuthTag()].map((bytes) => bytes.toString('base64url'))
  return [head, '', ...rest].join('.')
}
