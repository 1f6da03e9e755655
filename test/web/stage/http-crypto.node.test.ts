/** What stands in for Web Crypto over plain http, held to the real one: the same bytes, the same verdicts, the same refusals. */

import * as fc from 'fast-check'
import { decodeProtectedHeader, errors, jwtVerify, SignJWT } from 'jose'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { httpRandomUUID, httpSubtle, installHttpCrypto } from '../../../web/stage/http-crypto.ts'

const real = crypto.subtle
const ours = httpSubtle as unknown as SubtleCrypto

/** Has everything that asks for Web Crypto get one of the two, as long as something is done. */
async function by<Made>(subtle: SubtleCrypto, make: () => Promise<Made>): Promise<Made> {
  const spy = vi.spyOn(crypto, 'subtle', 'get').mockReturnValue(subtle)
  try {
    return await make()
  } finally {
    spy.mockRestore()
  }
}

afterEach(() => vi.restoreAllMocks())

const ALGORITHMS = ['HS256', 'HS384', 'HS512'] as const
const KEY = new TextEncoder().encode(
  '09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7',
)

const sign = (alg: string, key = KEY, claims: Record<string, unknown> = { sub: 'johndoe' }) =>
  new SignJWT(claims).setProtectedHeader({ alg }).setExpirationTime(4_102_444_800).sign(key)

const verify = (token: string, key = KEY, algorithms: string[] = [...ALGORITHMS]) =>
  jwtVerify(token, key, { algorithms }).then(
    ({ payload }) => ({ payload }),
    (error: unknown) => ({ code: error instanceof errors.JOSEError ? error.code : String(error) }),
  )

describe.each(ALGORITHMS)('a token by jose with %s', (alg) => {
  test('is the same to the last character as with the browser’s Web Crypto', async () => {
    const used = vi.spyOn(httpSubtle, 'sign')
    expect(await by(ours, () => sign(alg))).toBe(await by(real, () => sign(alg)))
    expect(used).toHaveBeenCalledOnce()
  })

  test('is taken where it was signed by the other', async () => {
    const [one, other] = [await by(real, () => sign(alg)), await by(ours, () => sign(alg))]
    const payload = { sub: 'johndoe', exp: 4_102_444_800 }
    expect(await by(ours, () => verify(one))).toEqual({ payload })
    expect(await by(real, () => verify(other))).toEqual({ payload })
    expect(decodeProtectedHeader(one)).toEqual({ alg })
  })

  const parts = (token: string) => token.split('.') as [string, string, string]
  const flipped = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1)

  test.each<[string, (token: string) => string, Uint8Array<ArrayBuffer>?]>([
    ['as it is', (token) => token],
    ['another key', (token) => token, new TextEncoder().encode('somebody else’s key, as long')],
    ['a key with one bit more', (token) => token, Uint8Array.from([...KEY, 0x01])],
    [
      'another payload',
      (token) =>
        parts(token)
          .map((part, at) => (at === 1 ? flipped(part) : part))
          .join('.'),
    ],
    [
      'another header',
      (token) =>
        [btoa('{"alg":"HS256","x":1}').replaceAll('=', ''), ...parts(token).slice(1)].join('.'),
    ],
    [
      'another signature',
      (token) =>
        parts(token)
          .map((part, at) => (at === 2 ? flipped(part) : part))
          .join('.'),
    ],
    ['half a signature', (token) => token.slice(0, -20)],
    ['no signature', (token) => `${parts(token).slice(0, 2).join('.')}.`],
    ['a signature that is longer', (token) => `${token}AAAA`],
  ])('is judged as the browser’s judges it: %s', async (_, tamper, key) => {
    const token = tamper(await by(real, () => sign(alg)))
    const verdict = await by(real, () => verify(token, key))
    expect(await by(ours, () => verify(token, key))).toEqual(verdict)
    if (tamper(token) !== token || key) expect(verdict).toHaveProperty('code')
  })
})

const HASHES = ['SHA-256', 'SHA-384', 'SHA-512']
const bytes = (min = 0) => fc.uint8Array({ minLength: min, maxLength: 300 })

describe.each(HASHES)('with %s', (hash) => {
  const algorithm = { name: 'HMAC', hash }

  async function signed(subtle: SubtleCrypto, key: Uint8Array, data: Uint8Array) {
    const imported = await subtle.importKey('raw', Uint8Array.from(key), algorithm, false, ['sign'])
    return Buffer.from(await subtle.sign('HMAC', imported, Uint8Array.from(data))).toString('hex')
  }

  test('any key signs anything as the browser’s does', async () => {
    await fc.assert(
      fc.asyncProperty(bytes(1), bytes(), async (key, data) => {
        expect(await signed(ours, key, data)).toBe(await signed(real, key, data))
      }),
      { numRuns: 60 },
    )
  })

  test('anything has the digest that the browser’s gives', async () => {
    await fc.assert(
      fc.asyncProperty(bytes(), async (data) => {
        const [one, other] = await Promise.all(
          [ours, real].map((subtle) => subtle.digest(hash, Uint8Array.from(data))),
        )
        expect(Buffer.from(one!)).toEqual(Buffer.from(other!))
      }),
      { numRuns: 60 },
    )
  })

  test('a part of a buffer is that part, and a key is what it was when it was given', async () => {
    const whole = Uint8Array.from([9, 1, 2, 3, 9])
    const part = whole.subarray(1, 4)
    for (const subtle of [ours, real]) {
      const key = await subtle.importKey('raw', part, algorithm, false, ['sign', 'verify'])
      const signature = await subtle.sign(algorithm, key, part)
      whole.fill(7)
      const again = await subtle.sign(algorithm, key, Uint8Array.from([1, 2, 3]).buffer)
      expect(Buffer.from(again)).toEqual(Buffer.from(signature))
      whole.set([9, 1, 2, 3, 9])
    }
  })
})

describe('what Web Crypto refuses is refused with the same name', () => {
  const hmac = { name: 'HMAC', hash: 'SHA-256' }
  const imported = (subtle: SubtleCrypto, usages: KeyUsage[] = ['sign']) =>
    subtle.importKey('raw', Uint8Array.from(KEY), hmac, false, usages)

  test.each<[string, (subtle: SubtleCrypto) => Promise<unknown>]>([
    ['an empty key', (subtle) => subtle.importKey('raw', new Uint8Array(), hmac, false, ['sign'])],
    ['a key for nothing', (subtle) => imported(subtle, [])],
    ['a key to encrypt with', (subtle) => imported(subtle, ['encrypt'])],
    [
      'signing with a key to verify',
      async (subtle) => subtle.sign('HMAC', await imported(subtle, ['verify']), KEY),
    ],
    [
      'verifying with a key to sign',
      async (subtle) => subtle.verify('HMAC', await imported(subtle), KEY, KEY),
    ],
    ['a digest that there is none of', (subtle) => subtle.digest('MD5', Uint8Array.from(KEY))],
  ])('%s', async (_, act) => {
    const nameOf = (subtle: SubtleCrypto) =>
      act(subtle).then(
        () => 'nothing',
        (error: unknown) => (error as Error).name,
      )
    const name = await nameOf(real)
    expect(name).not.toBe('nothing')
    expect(await nameOf(ours)).toBe(name)
  })

  test('and what the lessons do not need is not there', async () => {
    const key = ours.importKey('raw', Uint8Array.from(KEY), { name: 'AES-GCM' }, false, ['encrypt'])
    await expect(key).rejects.toThrow('AES-GCM is not to be had over plain http')
  })
})

test('a random UUID is one, and each another', () => {
  const all = Array.from({ length: 100 }, httpRandomUUID)
  for (const one of all) {
    expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  }
  expect(new Set(all).size).toBe(100)
})

test('what is missing is put in, and what is there stays', () => {
  const bare = {}
  installHttpCrypto(bare)
  expect(bare).toEqual({ subtle: httpSubtle, randomUUID: httpRandomUUID })
  const subtle = {}
  const full = { subtle, randomUUID: undefined }
  installHttpCrypto(full)
  expect(full.subtle).toBe(subtle)
  expect(full.randomUUID).toBe(httpRandomUUID)
})
