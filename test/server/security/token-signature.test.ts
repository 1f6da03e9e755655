/** The signature: only the key makes one, and nothing else in the token is believed before it. */

import { afterEach, describe, expect, test, vi } from 'vitest'
import { jsonWebTokens } from '../../../server/security/json-web-tokens.ts'
import { Refusal } from '../../../server/security/refusal.ts'
import type { Trace } from '../../../server/security/trace.ts'
import { base64url, TUTORIAL_KEY } from '../../../lessons/contract/forge.ts'
import { type GateName, judged, NOW, passedAll, stoppedAt } from '../support/judged.ts'
import { HS256, signature, token } from '../support/tokens.ts'

const DIFFERS = ['signature', 'signature-differs', 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED'] as const
const CLAIMS = `{"sub":"johndoe","exp":${NOW + 1800}}`
const [HEADER = '', PAYLOAD = '', SIGNATURE = ''] = token(CLAIMS).split('.')

afterEach(() => vi.restoreAllMocks())

describe('a token', () => {
  const mac = Buffer.from(SIGNATURE, 'base64url')
  const withMac = (bytes: Uint8Array) => `${HEADER}.${PAYLOAD}.${base64url(bytes)}`
  const withClaims = (claims: string) => `${HEADER}.${base64url(claims)}.${SIGNATURE}`
  const shown = `${HEADER}.${PAYLOAD}`

  test.each<[what: string, token: string]>([
    ['without a signature', withMac(new Uint8Array())],
    ['with half of one', withMac(mac.subarray(0, 16))],
    ['with one byte less', withMac(mac.subarray(0, 31))],
    ['with one byte more', withMac(Buffer.concat([mac, new Uint8Array(1)]))],
    ['with one bit turned', withMac(mac.map((byte, i) => (i === 31 ? byte ^ 1 : byte)))],
    ['with zeros for one', withMac(new Uint8Array(32))],
    ['with ones for one', withMac(new Uint8Array(32).fill(255))],
    ['with its own payload for one', `${shown}.${PAYLOAD}`],
    ['of another key', token(CLAIMS, { key: 'not-the-key' })],
    ['of an empty key', token(CLAIMS, { key: '' })],
    ['of the key and a line break', token(CLAIMS, { key: `${TUTORIAL_KEY}\n` })],
    ['of the key in capitals', token(CLAIMS, { key: TUTORIAL_KEY.toUpperCase() })],
    ['of the bytes the key spells', token(CLAIMS, { key: Buffer.from(TUTORIAL_KEY, 'hex') })],
    ['of the right key by another hash', `${shown}.${signature(shown, TUTORIAL_KEY, 'HS512')}`],
    ['that signed the payload alone', `${shown}.${signature(PAYLOAD)}`],
    ['that signed the texts', `${shown}.${signature(`${HS256}.${CLAIMS}`)}`],
    ["with somebody else's claims", withClaims(CLAIMS.replace('johndoe', 'alice'))],
    ['with the claims in another order', withClaims(`{"exp":${NOW + 1800},"sub":"johndoe"}`)],
    ['with another blank in its claims', withClaims(`${CLAIMS} `)],
    ['with another header', `${base64url('{"alg":"HS256"}')}.${PAYLOAD}.${SIGNATURE}`],
    ['without claims', `${HEADER}..${SIGNATURE}`],
  ])('%s is not signed', async (_, text) => {
    stoppedAt(await judged(text), ...DIFFERS)
  })

  test.each<[what: string, claims: string | Uint8Array]>([
    ['expired', `{"sub":"johndoe","exp":${NOW - 1}}`],
    ['without exp', '{"sub":"johndoe"}'],
    ['not JSON', 'johndoe'],
    ['not UTF-8', new Uint8Array([0xff])],
    ['for somebody else', `{"sub":"johndoe","exp":${NOW + 1800},"aud":"x"}`],
  ])('wrongly signed and %s is told nothing but the first', async (_, claims) => {
    stoppedAt(await judged(token(claims, { key: 'theirs' })), ...DIFFERS)
  })
})

describe('the vector of RFC 7515 appendix A.1', () => {
  const KEY =
    'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow'
  const TOKEN =
    'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
  const EXP = 1_300_819_380

  /** A pair whose key is the vector's bytes, which no text has. */
  const ofVector = () => {
    const importKey = crypto.subtle.importKey.bind(crypto.subtle)
    vi.spyOn(crypto.subtle, 'importKey').mockImplementation((_format, _key, ...rest) =>
      importKey('raw', Buffer.from(KEY, 'base64url'), ...(rest as [HmacImportParams, boolean, []])),
    )
    return jsonWebTokens({ key: 'in its place', algorithm: 'HS256' })
  }

  test.each<[what: string, token: string, at: number, stop: readonly [GateName, string, string?]]>([
    ['names nobody, in its time', TOKEN, EXP - 1, ['subject', 'subject-missing']],
    ['is over at its exp', TOKEN, EXP, ['expiry', 'expired', 'ERR_JWT_EXPIRED']],
    ['is nothing with another last character', TOKEN.replace(/k$/, 'g'), EXP - 1, DIFFERS],
  ])('%s', async (_, text, at, stop) => {
    stoppedAt(await judged(text, { at, by: ofVector() }), ...stop)
  })
})

describe('signing', () => {
  const tokens = jsonWebTokens({ key: TUTORIAL_KEY, algorithm: 'HS256' })
  const at = (seconds: number) => ({ env: { now: () => new Date(seconds * 1000) } })
  const textOf = (text = '') => Buffer.from(text, 'base64url').toString()

  test.each<[now: number, minutes: number, exp: number]>([
    [NOW, 30, NOW + 1800],
    [NOW, 1, NOW + 60],
    [NOW, 0.5, NOW + 30],
    [NOW, 0, NOW],
    [NOW, -1, NOW - 60],
    [NOW + 0.999, 30, NOW + 1800],
    [0, 30, 1800],
  ])('at %d for %d minutes makes a token with exp %d and no other claim', async (...row) => {
    const [now, minutes, exp] = row
    const text = await tokens.sign(at(now), { sub: 'johndoe' }, { minutes })
    const [header, payload, signed] = text.split('.')
    expect(textOf(header)).toBe('{"alg":"HS256","typ":"JWT"}')
    expect(textOf(payload)).toBe(`{"sub":"johndoe","exp":${exp}}`)
    expect(signed).toBe(signature(`${header}.${payload}`))
  })

  test('makes what verifying takes, until it expires', async () => {
    const text = await tokens.sign(at(NOW), { sub: 'j\u00f6hn\0"' }, { minutes: 1 })
    expect(passedAll(await judged(text, { at: NOW + 59 }))).toMatchObject({ sub: 'j\u00f6hn\0"' })
    stoppedAt(await judged(text, { at: NOW + 60 }), 'expiry', 'expired', 'ERR_JWT_EXPIRED')
  })

  test('with one key makes nothing for another', async () => {
    const text = await tokens.sign(at(NOW), { sub: 'johndoe' }, { minutes: 30 })
    const by = jsonWebTokens({ key: crypto.randomUUID(), algorithm: 'HS256' })
    stoppedAt(await judged(text, { by }), ...DIFFERS)
  })

  test("goes by this machine's clock where a request brings none", async () => {
    vi.useFakeTimers({ now: NOW * 1000, toFake: ['Date'] })
    const text = await tokens.sign({}, { sub: 'johndoe' }, { minutes: 1 })
    await expect(tokens.verify({}, text)).resolves.toEqual({ sub: 'johndoe', exp: NOW + 60 })
    vi.setSystemTime((NOW + 60) * 1000)
    await expect(tokens.verify({}, text)).rejects.toThrow('Could not validate credentials')
    vi.useRealTimers()
  })
})

test('a key that cannot be used is a fault of ours, and no 401', async () => {
  const trace: Trace = []
  const unusable = jsonWebTokens({ key: '', algorithm: 'HS256' })
  const error: unknown = await unusable
    .verify({ env: { trace } }, token(CLAIMS))
    .catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(DOMException)
  expect(error).not.toBeInstanceOf(Refusal)
  expect(trace).not.toContainEqual(expect.objectContaining({ pass: false }))
})

test('without Web Crypto nothing is signed or believed, and the reason is said', async () => {
  vi.spyOn(crypto, 'subtle', 'get').mockReturnValue(undefined as unknown as SubtleCrypto)
  const tokens = jsonWebTokens({ key: TUTORIAL_KEY, algorithm: 'HS256' })
  const refusal = { status: 501, because: ['no-web-crypto'] }
  await expect(tokens.verify({}, token(CLAIMS))).rejects.toMatchObject(refusal)
  await expect(tokens.sign({}, { sub: 'johndoe' }, { minutes: 1 })).rejects.toMatchObject(refusal)
})
