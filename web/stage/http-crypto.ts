/**
 * What the lessons need of Web Crypto, for pages over plain http: browsers keep it off there (W3C Web Cryptography
 * API, section 10). HMAC and digests by SHA-2, and no more. It is for learning by: nothing here has a secret to keep.
 */

import { hmac } from '@noble/hashes/hmac.js'
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'

const HASHES = { 'SHA-256': sha256, 'SHA-384': sha384, 'SHA-512': sha512 }

type HashName = keyof typeof HASHES

/** As Web Crypto takes it: a name, or an object with one. */
type Named = string | { name: string }

const failure = (name: string, message: string) => new DOMException(message, name)

const nameIn = (named: Named): string =>
  (typeof named === 'string' ? named : named.name).toUpperCase()

/** @throws DOMException for a hash that is none of SHA-2. */
function hashIn(named: Named): HashName {
  const name = nameIn(named)
  if (!Object.hasOwn(HASHES, name)) {
    throw failure('NotSupportedError', `${name} is not to be had over plain http`)
  }
  return name as HashName
}

/** @throws DOMException for another algorithm than HMAC. */
function expectHmac(algorithm: Named): void {
  if (nameIn(algorithm) === 'HMAC') return
  throw failure('NotSupportedError', `${nameIn(algorithm)} is not to be had over plain http`)
}

/** A copy, so that what is signed is what was given, whatever becomes of it. */
function bytesOf(source: BufferSource): Uint8Array<ArrayBuffer> {
  const view = ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source)
  return Uint8Array.from(view)
}

const bytesByKey = new WeakMap<object, Uint8Array>()

/** A key for HMAC: to jose it is what bears this tag. */
class HmacKey {
  readonly type = 'secret'
  readonly extractable: boolean
  readonly algorithm: { name: 'HMAC'; hash: { name: HashName }; length: number }
  readonly usages: readonly string[]

  constructor(bytes: Uint8Array, hash: HashName, extractable: boolean, usages: readonly string[]) {
    this.extractable = extractable
    this.algorithm = { name: 'HMAC', hash: { name: hash }, length: bytes.length * 8 }
    this.usages = [...usages]
    bytesByKey.set(this, bytes)
  }

  get [Symbol.toStringTag](): string {
    return 'CryptoKey'
  }
}

/** @throws DOMException where the key is none of ours, or not for this. */
function hmacOf(algorithm: Named, key: HmacKey, data: BufferSource, usage: string): Uint8Array {
  expectHmac(algorithm)
  const bytes = bytesByKey.get(key)
  if (!bytes || !key.usages.includes(usage)) {
    throw failure('InvalidAccessError', `the key cannot ${usage}`)
  }
  return hmac(HASHES[key.algorithm.hash.name], bytes, bytesOf(data))
}

/** Whether two signatures are the same, in a time that does not tell where they differ. */
function areSame(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false
  return one.reduce((differ, byte, at) => differ | (byte ^ other[at]!), 0) === 0
}

const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer

export const httpSubtle = {
  importKey: async (
    format: string,
    data: BufferSource,
    algorithm: { name: string; hash: Named },
    extractable: boolean,
    usages: readonly string[],
  ): Promise<HmacKey> => {
    expectHmac(algorithm)
    if (format !== 'raw') {
      throw failure('NotSupportedError', `keys as ${format} are not to be had over plain http`)
    }
    if (usages.length === 0 || usages.some((usage) => usage !== 'sign' && usage !== 'verify')) {
      throw failure('SyntaxError', 'a key for HMAC signs or verifies')
    }
    const bytes = bytesOf(data)
    if (bytes.length === 0) throw failure('DataError', 'a key for HMAC must not be empty')
    return new HmacKey(bytes, hashIn(algorithm.hash), extractable, usages)
  },
  sign: async (algorithm: Named, key: HmacKey, data: BufferSource): Promise<ArrayBuffer> =>
    bufferOf(hmacOf(algorithm, key, data, 'sign')),
  verify: async (
    algorithm: Named,
    key: HmacKey,
    signature: BufferSource,
    data: BufferSource,
  ): Promise<boolean> => areSame(hmacOf(algorithm, key, data, 'verify'), bytesOf(signature)),
  digest: async (algorithm: Named, data: BufferSource): Promise<ArrayBuffer> =>
    bufferOf(HASHES[hashIn(algorithm)](bytesOf(data))),
}

/** A random UUID (RFC 9562 section 5.4). */
export function httpRandomUUID(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [[0, 8], [8, 12], [12, 16], [16, 20], [20]]
    .map(([from, to]) => hex.slice(from, to))
    .join('-')
}

/** Puts in what is missing, and leaves what the browser has. */
export function installHttpCrypto(into: object): void {
  const missing = { subtle: httpSubtle, randomUUID: httpRandomUUID }
  for (const [name, value] of Object.entries(missing)) {
    if (Reflect.get(into, name) !== undefined) continue
    Object.defineProperty(into, name, { value, configurable: true, enumerable: true })
  }
}
