/** The gates before the signature: what no key is needed for, and what nothing in the token may decide. */

import { generateKeyPairSync } from 'node:crypto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { base64url } from '../../../lessons/contract/forge.ts'
import { judged, NOW, passedAll, stoppedAt } from '../support/judged.ts'
import { HS256, otherLastBits, signature, token } from '../support/tokens.ts'

const CLAIMS = `{"sub":"johndoe","exp":${NOW + 1800}}`
const GOOD = token(CLAIMS)
const [HEADER = '', PAYLOAD = '', SIGNATURE = ''] = GOOD.split('.')

/** Claims of so many bytes: a text of x fills them up. */
const padded = (bytes: number) => {
  const claims = `{"sub":"johndoe","exp":${NOW + 1800},"x":""}`
  return claims.replace('""', `"${'x'.repeat(bytes - claims.length)}"`)
}

test('a good token passes every gate', async () => {
  expect(passedAll(await judged(GOOD))).toEqual({ sub: 'johndoe', exp: NOW + 1800 })
})

describe('the parts', () => {
  test.each<[what: string, token: string, parts: number]>([
    ['nothing', '', 1],
    ['a word', 'garbage', 1],
    ['a dot', '.', 2],
    ['two parts', `${HEADER}.${PAYLOAD}`, 2],
    ['four parts', `${GOOD}.`, 4],
    ['four parts, well signed', `${HEADER}.${PAYLOAD}.${PAYLOAD}.${signature(GOOD)}`, 4],
    ['an encrypted token', `${base64url('{"alg":"dir","enc":"A256GCM"}')}..AA.AA.AA`, 5],
    ['two tokens', `${GOOD}.${GOOD}`, 6],
    ['dots alone', '.'.repeat(8192), 8193],
  ])('%s is not three of them', async (_, text, parts) => {
    const result = await judged(text)
    stoppedAt(result, 'parts', 'not-three-parts')
    expect(result.trace).toMatchObject([{ facts: { parts } }])
  })

  const one = (h: string, p: string) => `${h}.${p}.${signature(`${h}.${p}`)}`
  test.each<[what: string, token: string]>([
    ['a signature with padding', `${GOOD}=`],
    ['a signature with much padding', `${GOOD}====`],
    ['a signature with a word after padding', `${GOOD}=JUNK`],
    ['a header with padding, well signed', one(`${HEADER}=`, PAYLOAD)],
    ['a payload with padding, well signed', one(HEADER, `${PAYLOAD}=`)],
    ['the other alphabet, +', one(HEADER, `${base64url('{"a":"\u00be\u00be\u00be"}')}+`)],
    ['the other alphabet, /', one(HEADER, `${PAYLOAD}/`)],
    ['a signature with stray bits', `${HEADER}.${PAYLOAD}.${otherLastBits(SIGNATURE)}`],
    ['a header with stray bits, well signed', one(otherLastBits(base64url(`${HS256} `)), PAYLOAD)],
    ['claims with stray bits, well signed', one(HEADER, otherLastBits(base64url(padded(49))))],
    ['a part with a character too many', one(HEADER, `${base64url('abc')}a`)],
    ['a space inside', `${HEADER}. ${PAYLOAD}.${SIGNATURE}`],
    ['a space after', `${GOOD} `],
    ['a line break after', `${GOOD}\n`],
    ['a tab inside', `${HEADER}\t.${PAYLOAD}.${SIGNATURE}`],
    ['a NUL after', `${GOOD}\0`],
    ['a letter beyond ASCII after', `${GOOD}\u00e9`],
    ['a full-width letter', GOOD.replace('e', '\uff45')],
    ['a byte order mark before', `\ufeff${GOOD}`],
    ['quotes around', `"${GOOD}"`],
    ['letters of one character', 'a.b.c'],
    ['JSON', '{"a":1}.{"b":2}.{"c":3}'],
  ])('%s is no base64url in its one spelling', async (_, text) => {
    stoppedAt(await judged(text), 'parts', 'not-base64url')
  })

  test('a token of 8192 characters is read, and one of 8193 is not', async () => {
    const [longest, longer] = [token(padded(6083)), token(padded(6084))]
    expect([longest.length, longer.length]).toEqual([8192, 8193])
    passedAll(await judged(longest))
    const result = await judged(longer)
    stoppedAt(result, 'parts', 'token-too-long')
    expect(result.trace).toMatchObject([{ facts: { length: 8193 } }])
    stoppedAt(await judged('.'.repeat(1_000_000)), 'parts', 'token-too-long')
  })
})

describe('the header', () => {
  test.each<[header: string | Uint8Array]>([
    [''],
    ['HS256'],
    ['"HS256"'],
    ['["HS256"]'],
    ['[{"alg":"HS256"}]'],
    ['null'],
    ['256'],
    ['{'],
    ['{"alg":"HS256",}'],
    ['{"alg":"HS256"}{}'],
    ["{'alg':'HS256'}"],
    ['{"alg":"HS256","x":NaN}'],
    ['{"alg":"HS256"}\0'],
    [`\ufeff${HS256}`],
    [Buffer.from('{"alg":"HS256","x":"\xff"}', 'latin1')],
    ['['.repeat(2000)],
    [`${'['.repeat(2000)}${']'.repeat(2000)}`],
  ])('%j is no object', async (header) => {
    stoppedAt(await judged(token(CLAIMS, { header })), 'jose-header', 'header-not-an-object')
  })

  test.each([
    '"crit":["exp"],"exp":1',
    '"crit":["x"]',
    '"crit":["alg"]',
    '"crit":[]',
    '"crit":null',
    '"crit":"b64"',
    '"crit":1',
    '"crit":["b64"],"b64":false',
    '"crit":["b64"],"b64":true',
    '"crit":["__proto__"],"__proto__":{}',
  ])('with %s speaks of what is critical, and nothing is understood', async (more) => {
    const header = `{"alg":"HS256",${more}}`
    stoppedAt(await judged(token(CLAIMS, { header })), 'jose-header', 'header-critical')
  })
})

describe('a header that says how the payload is encoded', () => {
  test.each(['false', '"false"', 'null', '0', '[]', '"true"'])(
    'with b64 %s, and no word of what is critical, is of no JWT',
    async (b64) => {
      const header = `{"alg":"HS256","b64":${b64}}`
      stoppedAt(await judged(token(CLAIMS, { header })), 'jose-header', 'header-b64')
    },
  )

  test('with b64 true says nothing new', async () => {
    passedAll(await judged(token(CLAIMS, { header: '{"alg":"HS256","b64":true}' })))
  })
})

describe('the algorithm', () => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = publicKey.export({ type: 'spki', format: 'pem' })
  const unsigned = (header: string) => `${base64url(header)}.${PAYLOAD}.`
  const RS256 = '{"alg":"RS256"}'

  test.each<[what: string, token: string, algorithm: string]>([
    ['none, unsigned', unsigned('{"alg":"none"}'), 'none'],
    ['none, signed all the same', token(CLAIMS, { header: '{"alg":"none"}' }), 'none'],
    ['None', unsigned('{"alg":"None"}'), 'None'],
    ['NONE', unsigned('{"alg":"NONE"}'), 'NONE'],
    ['nOnE', unsigned('{"alg":"nOnE"}'), 'nOnE'],
    ['HS512', token(CLAIMS, { header: '{"alg":"HS512"}', algorithm: 'HS512' }), 'HS512'],
    ['HS384', token(CLAIMS, { header: '{"alg":"HS384"}', algorithm: 'HS384' }), 'HS384'],
    ['RS256 over our key', token(CLAIMS, { header: RS256 }), 'RS256'],
    ['RS256 over a public key', token(CLAIMS, { header: RS256, key: pem.toString() }), 'RS256'],
    ['hs256', token(CLAIMS, { header: '{"alg":"hs256"}' }), 'hs256'],
    ['HS256 and a space', token(CLAIMS, { header: '{"alg":"HS256 "}' }), 'HS256 '],
    ['HS256 and a NUL', token(CLAIMS, { header: String.raw`{"alg":"HS256\u0000"}` }), 'HS256\0'],
    ['nothing', token(CLAIMS, { header: '{"alg":""}' }), ''],
    ['no alg', token(CLAIMS, { header: '{"typ":"JWT"}' }), 'undefined'],
    ['an alg further in', token(CLAIMS, { header: '{"__proto__":{"alg":"HS256"}}' }), 'undefined'],
    ['null', token(CLAIMS, { header: '{"alg":null}' }), 'object'],
    ['a list', token(CLAIMS, { header: '{"alg":["HS256"]}' }), 'object'],
    ['a number', token(CLAIMS, { header: '{"alg":256}' }), 'number'],
    ['none, after HS256', token(CLAIMS, { header: '{"alg":"HS256","alg":"none"}' }), 'none'],
  ])('%s is not ours', async (_, text, algorithm) => {
    const result = await judged(text)
    stoppedAt(result, 'algorithm', 'algorithm-not-allowed')
    expect(result.trace.at(-1)).toMatchObject({ facts: { algorithm } })
  })
})

describe('other words of the header', () => {
  const fetched = vi.spyOn(globalThis, 'fetch')
  afterEach(() => fetched.mockReset())

  test.each([
    '"kid":"../../etc/passwd"',
    String.raw`"kid":"x' OR '1'='1"`,
    '"kid":["__proto__"]',
    '"jwk":{"kty":"oct","k":"AAAA"}',
    '"jku":"https://evil.example/keys"',
    '"x5u":"https://evil.example/cert"',
    '"x5c":["AAAA"]',
    '"typ":"at+jwt"',
    '"typ":7',
    '"cty":"JWT"',
    '"b64":true',
    '"__proto__":{"alg":"none"}',
    '"constructor":null',
  ])('such as %s decide nothing, and nobody is asked', async (more) => {
    passedAll(await judged(token(CLAIMS, { header: `{"alg":"HS256",${more}}` })))
    expect(fetched).not.toHaveBeenCalled()
  })

  test('come twice, and the last one counts', async () => {
    passedAll(await judged(token(CLAIMS, { header: '{"alg":"none","alg":"HS256"}' })))
  })

  test('name a key, and it is not used', async () => {
    const header = `{"alg":"HS256","jwk":{"kty":"oct","k":"${base64url('theirs')}"}}`
    const result = await judged(token(CLAIMS, { header, key: 'theirs' }))
    stoppedAt(result, 'signature', 'signature-differs', 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED')
  })
})
