/** Tokens for the fourth step, right ones and one wrong one after another, with the gate that stops each. */

import { base64url, forge, TUTORIAL_KEY, withPart } from '../../contract/forge.ts'
import { NOW } from './clock.ts'
import { stoppedAt } from './gates.ts'
import type { Expected } from '../../contract/row.ts'

/** The claims of johndoe's token for another half an hour, as JSON, with more behind them. */
const claims = (more = ''): string => `{"sub":"johndoe","exp":${NOW + 1800}${more}}`

/** Claims with a value of `exp`, and with a value of `sub`, as it stands in JSON. */
const until = (exp: string) => `{"sub":"johndoe","exp":${exp}}`
const about = (sub: string) => `{"sub":${sub},"exp":${NOW + 1800}}`

export const good = await forge({ payload: claims() })

/** Its signature. */
const mac = good.slice(good.lastIndexOf('.') + 1)

const signed = (payload: string) => forge({ payload })
const headed = (header: string) => forge({ header, payload: claims() })

const notThree = stoppedAt('parts', 'not-three-parts')
const tooLong = stoppedAt('parts', 'token-too-long')
const notBase64url = stoppedAt('parts', 'not-base64url')
const noHeader = stoppedAt('jose-header', 'header-not-an-object')
const critical = stoppedAt('jose-header', 'header-critical')
const otherAlgorithm = stoppedAt('algorithm', 'algorithm-not-allowed')
const differs = stoppedAt('signature', 'signature-differs', 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED')
const expired = stoppedAt('expiry', 'expired', 'ERR_JWT_EXPIRED')
const badClaim = (because: string) =>
  stoppedAt('expiry', because, 'ERR_JWT_CLAIM_VALIDATION_FAILED')
const notADate = badClaim('exp-not-a-date')
const noClaims = stoppedAt('expiry', 'claims-not-an-object', 'ERR_JWT_INVALID')
const noObject = stoppedAt('expiry', 'claims-not-an-object')
const noSubject = stoppedAt('subject', 'subject-missing')
const notForUs = (because: string) => stoppedAt('subject', because)
const unknown = stoppedAt('user', 'user-unknown')

/** Base64url with the unused bits of its last letter set. */
const strayBits = (text: string): string =>
  text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + 1)

const keyBytes = Uint8Array.from(TUTORIAL_KEY.match(/../g) ?? [], (hex) => parseInt(hex, 16))

type Case = [what: string, token: string, expected: Expected]

const atParts: Case[] = [
  ['one word', 'foobar', notThree],
  ['two parts', good.slice(0, good.lastIndexOf('.')), notThree],
  ['a fourth part', `${good}.x`, notThree],
  ['five parts', 'a.b.c.d.e', notThree],
  ['itself twice, with a comma', `${good}, Bearer ${good}`, notThree],
  ['9 KiB', await signed(claims(`,"x":"${'q'.repeat(6800)}"`)), tooLong],
  ['three letters', 'a.b.c', notBase64url],
  ['quotes around it', `"${good}"`, notBase64url],
  ['its name before it', `token=${good}`, notBase64url],
  ['a blank inside', good.replace('.', '. '), notBase64url],
  ['padding after the signature', `${good}=`, notBase64url],
  ['padding after the header', withPart(good, 0, (text) => `${text}=`), notBase64url],
  ['a plus sign in the signature', withPart(good, 2, (text) => `+${text.slice(1)}`), notBase64url],
  ['stray bits in its last letter', withPart(good, 2, strayBits), notBase64url],
  ['Latin-1 letters', '\u00e9.\u00e8.\u00ea', notBase64url],
  ['Latin-1 letters behind', `${good}\u00e9`, notBase64url],
]

const atHeader: Case[] = [
  ['two dots', '..', noHeader],
  ['a header that is a word', await headed('HS256'), noHeader],
  ['a header that is a text', await headed('"HS256"'), noHeader],
  ['a header that is an array', await headed('["HS256"]'), noHeader],
  ['a header that is null', await headed('null'), noHeader],
  ['a header after a byte order mark', await headed('\ufeff{"alg":"HS256"}'), noHeader],
  ['a critical extension', await headed('{"alg":"HS256","crit":["x"],"x":1}'), critical],
  [
    'an unencoded payload, uncritically',
    await headed('{"alg":"HS256","b64":false}'),
    stoppedAt('jose-header', 'header-b64'),
  ],
  ['an unencoded payload', await headed('{"alg":"HS256","b64":false,"crit":["b64"]}'), critical],
]

const unsigned = async (alg: string) => withPart(await headed(`{"alg":"${alg}"}`), 2, () => '')

const atAlgorithm: Case[] = [
  ['the algorithm none', await unsigned('none'), otherAlgorithm],
  ['the algorithm nOnE', await unsigned('nOnE'), otherAlgorithm],
  ['none, and a good signature', await headed('{"alg":"none"}'), otherAlgorithm],
  [
    'a good HS512 signature',
    await forge({ payload: claims(), header: '{"alg":"HS512"}', hash: 'SHA-512' }),
    otherAlgorithm,
  ],
  ['HMAC under the name RS256', await headed('{"alg":"RS256"}'), otherAlgorithm],
  ['the algorithm in lower case', await headed('{"alg":"hs256"}'), otherAlgorithm],
  ['a list of algorithms', await headed('{"alg":["HS256"]}'), otherAlgorithm],
  ['no algorithm', await headed('{"typ":"JWT"}'), otherAlgorithm],
]

const atSignature: Case[] = [
  ['another key', await forge({ payload: claims(), key: 'not-the-key' }), differs],
  ['the empty key', await forge({ payload: claims(), key: '\0' }), differs],
  ['the key and a line end', await forge({ payload: claims(), key: `${TUTORIAL_KEY}\n` }), differs],
  ['the key’s hexadecimal bytes', await forge({ payload: claims(), key: keyBytes }), differs],
  ['SHA-512 under the name HS256', await forge({ payload: claims(), hash: 'SHA-512' }), differs],
  ['a payload changed later', withPart(good, 1, () => base64url(about('"alice"'))), differs],
  ['a header changed later', withPart(good, 0, () => base64url('{"alg":"HS256"}')), differs],
  ['an empty signature', withPart(good, 2, () => ''), differs],
  ['half a signature', withPart(good, 2, (text) => text.slice(0, 20)), differs],
  ['a signature and more', withPart(good, 2, (text) => `${text.slice(0, 40)}AAAA`), differs],
  ['another token’s signature', withPart(await signed(until('5e9')), 2, () => mac), differs],
]

const atExpiry: Case[] = [
  ['an end at this very second', await signed(until(`${NOW}`)), expired],
  ['an end a second ago', await signed(until(`${NOW - 1}`)), expired],
  [
    'an end half a second ago',
    await signed(until(`${NOW}.5`).replace(`${NOW}`, `${NOW - 1}`)),
    expired,
  ],
  ['exp 0', await signed(until('0')), expired],
  ['exp -1', await signed(until('-1')), expired],
  ['no exp', await signed('{"sub":"johndoe"}'), badClaim('exp-missing')],
  ['no claims at all', await signed('{}'), badClaim('exp-missing')],
  ['exp as digits in quotes', await signed(until('"9999999999"')), notADate],
  ['exp as a word', await signed(until('"soon"')), notADate],
  ['exp null', await signed(until('null')), notADate],
  ['exp true', await signed(until('true')), notADate],
  ['exp in an array', await signed(until('[9999999999]')), notADate],
  ['exp beyond all numbers', await signed(until('1e999')), stoppedAt('expiry', 'exp-not-a-date')],
  ['a start in a second', await signed(claims(`,"nbf":${NOW + 1}`)), badClaim('not-yet-valid')],
  ['nbf as a word', await signed(claims(',"nbf":"later"')), badClaim('nbf-not-a-date')],
  ['nbf null', await signed(claims(',"nbf":null')), badClaim('nbf-not-a-date')],
  ['iat as a word', await signed(claims(',"iat":"abc"')), badClaim('iat-not-a-date')],
  ['claims that are a text', await signed('"johndoe"'), noClaims],
  ['claims that are an array', await signed('[{"sub":"johndoe"}]'), noClaims],
  ['claims that are no JSON', await signed('johndoe'), noClaims],
  ['claims with NaN in them', await signed(claims(',"x":NaN')), noClaims],
  ['claims after a byte order mark', await signed(`\ufeff${claims()}`), noObject],
  ['no payload', await signed(''), noClaims],
]

const atSubject: Case[] = [
  ['no sub', await signed(`{"exp":${NOW + 1800}}`), noSubject],
  ['sub null', await signed(about('null')), noSubject],
  ['sub 123', await signed(about('123')), noSubject],
  ['sub in an array', await signed(about('["johndoe"]')), noSubject],
  ['an empty sub', await signed(about('""')), noSubject],
  ['an audience', await signed(claims(',"aud":"others"')), notForUs('audience-not-ours')],
  ['a list of audiences', await signed(claims(',"aud":["a","b"]')), notForUs('audience-not-ours')],
  ['a number for its id', await signed(claims(',"jti":7')), notForUs('token-id-not-text')],
  ['an ID token’s hash', await signed(claims(',"at_hash":"x"')), notForUs('id-token')],
]

const atUser: Case[] = await Promise.all(
  ['bob', 'JohnDoe', 'johndoe ', 'constructor', '__proto__'].map(async (name): Promise<Case> => [
    `sub "${name}"`,
    await signed(about(`"${name}"`)),
    unknown,
  ]),
)

/** Tokens that must not pass, by the gate that stops them. */
export const refusedTokens: Record<string, Case[]> = {
  atParts,
  atHeader,
  atAlgorithm,
  atSignature,
  atExpiry,
  atSubject,
  atUser,
}

/** Tokens that differ from ours, and are as good. */
export const acceptedTokens: [what: string, token: string][] = [
  ['the last second to go', await signed(until(`${NOW + 1}`))],
  ['an end centuries away', await signed(until('99999999999'))],
  ['a fraction in exp', await signed(until(`${NOW + 1800}.75`))],
  ['exp 5e9', await signed(until('5e9'))],
  ['a start at this very second', await signed(claims(`,"nbf":${NOW}`))],
  ['an issue date to come', await signed(claims(`,"iat":${NOW + 86400}`))],
  ['an escape in sub', await signed(about('"\\u006aohndoe"'))],
  ['blanks in its JSON', await signed(` { "exp" : ${NOW + 9} ,\n "sub" : "johndoe" } `)],
  ['another issuer', await signed(claims(',"iss":"https://evil.example"'))],
  ['an id', await signed(claims(',"jti":"abc"'))],
  ['more claims', await signed(claims(',"role":"admin","disabled":true'))],
  ['no typ', await headed('{"alg":"HS256"}')],
  ['another typ', await headed('{"alg":"HS256","typ":"at+jwt"}')],
  ['a key id', await headed('{"alg":"HS256","kid":"../../etc/passwd"}')],
  ['6 KB', await signed(claims(`,"x":"${'q'.repeat(4500)}"`))],
]
