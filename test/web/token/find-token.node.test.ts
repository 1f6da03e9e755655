/** A token is found in whatever it was copied with, and what is no token is called what it is. */

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Finding, type Reading, readToken } from '../../../web/token/read-token.ts'
import { sayFinding } from '../../../web/token/say-finding.ts'
import { base64url } from '../../../lessons/contract/forge.ts'

const HEADER = base64url('{"alg":"HS256","typ":"JWT"}')
const PAYLOAD = base64url('{"sub":"johndoe","name":"John Doe","admin":false}')
const SIGNATURE = base64url(new Uint8Array(32).fill(7))
const T = `${HEADER}.${PAYLOAD}.${SIGNATURE}`
const OTHER = `${HEADER}.${base64url('{"sub":"alice"}')}.${SIGNATURE}`
const UNSIGNED = `${base64url('{"alg":"none"}')}.${PAYLOAD}.`
const RSA = `${base64url('{"alg":"RS256","kid":"a"}')}.${PAYLOAD}.${base64url(new Uint8Array(256).fill(9))}`
const JWE = `${base64url('{"alg":"dir","enc":"A256GCM"}')}..${'i'.repeat(16)}.${'c'.repeat(40)}.${'t'.repeat(22)}`

type Malformed = Extract<Reading, { kind: 'malformed' }>

function malformed(text: string): Malformed {
  const reading = readToken(text)
  expect(reading.kind).toBe('malformed')
  return reading as Malformed
}

/** Lines of so many characters. */
const wrapped = (text: string, width: number, end = '\n') =>
  text.match(new RegExp(`.{1,${width}}`, 'g'))!.join(end)

const html = (text: string) => text.replaceAll('"', '&quot;').replaceAll('.', '&#46;')

/** The text, what stands around the token, and the token. */
const SURROUNDED: [what: string, text: string, problem: Finding, token?: string][] = [
  ['another cookie before it', `Cookie: theme=dark; jwt_token=${T}`, { code: 'cookie' }],
  ['cookies on both sides', `theme=dark; jwt_token=${T}; lang=ko`, { code: 'cookie' }],
  ['a cookie in quotes', `Cookie: jwt_token="${T}"`, { code: 'cookie' }],
  [
    'attributes after it',
    `Set-Cookie: __Host-t=${T}; Path=/; Secure; HttpOnly`,
    { code: 'cookie' },
  ],
  [
    'a curl line',
    `curl -s http://localhost:8000/users/me/ -H 'Authorization: Bearer ${T}'`,
    { code: 'command' },
  ],
  [
    'a curl line over several lines',
    `$ curl 'http://localhost:8000/' \\\n  -H 'accept: */*' \\\n  -H "Authorization: Bearer ${T}" \\\n  --compressed`,
    { code: 'command' },
  ],
  ['a line of httpie', `http :8000/users/me/ "Authorization: Bearer ${T}"`, { code: 'command' }],
  ['a member of JSON', `"access_token": "${T}",`, { code: 'json-member', about: 'access_token' }],
  [
    'JSON that was cut off',
    `{"token_type":"bearer","access_token":"${T}"`,
    { code: 'json-member', about: 'access_token' },
  ],
  ['JSON with one member', `{"id_token":"${T}"}`, { code: 'json-member', about: 'id_token' }],
  [
    'JSON deeper down',
    JSON.stringify({ data: [{ user: 1 }, { session: { jwt: T } }] }),
    { code: 'json-member', about: 'jwt' },
  ],
  [
    'a member of any name',
    JSON.stringify({ a: 'b', value: `Bearer ${T}` }),
    { code: 'json-member', about: 'value' },
  ],
  [
    'JSON inside of JSON',
    JSON.stringify(JSON.stringify({ access_token: T })).slice(1, -1),
    { code: 'json-member', about: 'access_token' },
  ],
  [
    'a token response with more',
    JSON.stringify({ access_token: T, id_token: OTHER, expires_in: 1800 }, null, 2),
    { code: 'token-response' },
  ],
  [
    'a whole HTTP answer',
    `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{"access_token":"${T}","token_type":"bearer"}`,
    { code: 'json-member', about: 'access_token' },
  ],
  [
    'a whole HTTP request',
    `GET /users/me/ HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${T}\r\nAccept: */*\r\n\r\n`,
    { code: 'header-line' },
  ],
  ['a header line', `Authorization: Bearer ${T}`, { code: 'header-line' }],
  ['a header line without a scheme', `authorization: ${T}`, { code: 'header-line' }],
  ['a header of code', `headers: { 'Authorization': 'Bearer ${T}' }`, { code: 'header-line' }],
  [
    'a fragment',
    `http://localhost:3000/#access_token=${T}&token_type=bearer&expires_in=1800`,
    { code: 'url-parameter', about: 'access_token' },
  ],
  ['a fragment alone', `#access_token=${T}`, { code: 'url-parameter', about: 'access_token' }],
  ['a query', `/items?page=1&token=${T}`, { code: 'url-parameter', about: 'token' }],
  ['a form', `grant_type=x&assertion=${T}&scope=`, { code: 'url-parameter', about: 'assertion' }],
  ['a shell variable', `export TOKEN='${T}'`, { code: 'assignment', about: 'TOKEN' }],
  ['code', `const token = "${T}"; // mine`, { code: 'assignment', about: 'token' }],
  ['YAML', `  bearer_token: ${T}\n`, { code: 'assignment', about: 'bearer_token' }],
  ['escaped HTML', `&lt;code&gt;${T}&lt;/code&gt;`, { code: 'html-escaped' }],
  [
    'HTML with its quotes and dots escaped',
    html(`{"access_token":"${T}"}`),
    { code: 'html-escaped' },
  ],
  ['a token whose dots are escaped', html(T), { code: 'html-escaped' }],
  ['a tag', `<code>${T}</code>`, { code: 'found', at: 7 }],
  ['Markdown', `Try \`${T}\` now.`, { code: 'found', at: 6 }],
  ['a sentence', `My token is ${T}.`, { code: 'found', at: 13 }],
  ['Korean letters right behind it', `토큰은 ${T}이에요`, { code: 'found', at: 5 }],
  ['a list of one', `["${T}"]`, { code: 'found', at: 3 }],
  ['lines of 76 characters', wrapped(T, 76), { code: 'blank-inside', at: 77 }],
  ['lines of 20 characters', wrapped(T, 20), { code: 'blank-inside', at: 21 }],
  ['lines that are indented', wrapped(T, 30, '\r\n    '), { code: 'blank-inside', at: 31 }],
  ['a quoted e-mail', `> ${wrapped(T, 64, '\n> ')}\n\nThanks`, { code: 'found', at: 3 }],
  [
    'a header line that was wrapped',
    `Authorization: Bearer ${wrapped(T, 40)}\nAccept: */*`,
    { code: 'header-line' },
  ],
  ['prose around wrapped lines', `Here:\n${wrapped(T, 50)}\nThanks`, { code: 'found', at: 7 }],
  ['quoted-printable', wrapped(T, 75, '=\r\n'), { code: 'quoted-printable' }],
  [
    'quoted-printable in a header line',
    `Authorization: Bearer ${wrapped(T.replaceAll('.', '=2E'), 50, '=\n')}`,
    { code: 'quoted-printable' },
  ],
  ['a percent-encoded value', `%22${T}%22`, { code: 'quotes' }],
  ['a wrapped RSA token', wrapped(RSA, 64), { code: 'blank-inside', at: 65 }, RSA],
  [
    'an unsigned token in a header',
    `Authorization: Bearer ${UNSIGNED}`,
    { code: 'header-line' },
    UNSIGNED,
  ],
  ['an encrypted token in a header', `Authorization: Bearer ${JWE}`, { code: 'header-line' }, JWE],
  ['the same token twice', `${T}\n${T}`, { code: 'found', at: 1 }],
]

describe('the token alone is taken out of', () => {
  test.each(SURROUNDED)('%s', (_, text, problem, token = T) => {
    const reading = malformed(text)
    expect(reading.problem).toEqual(problem)
    expect(reading.cure).toBe(token)
    expect(['jws', 'encrypted']).toContain(readToken(token).kind)
  })

  test('any text that keeps its distance', () => {
    const far = fc.string().map((text) => text.replaceAll(/[\w.~-]/g, ' '))
    fc.assert(
      fc.property(far, far, (before, after) => {
        const reading = readToken(`${before} ${T} ${after}`)
        expect(reading).toMatchObject({ kind: 'malformed' })
        if ((reading as Malformed).problem.code === 'invisible') return
        expect((reading as Malformed).cure).toBe(T)
      }),
    )
  })
})

describe('several tokens are told apart', () => {
  test.each([
    ['a comma', `${T},${OTHER}`],
    ['a comma and a blank', `${T}, ${OTHER}`],
    ['a line break', `${T}\n${OTHER}`],
    ['a blank line', `${T}\r\n\r\n${OTHER}\r\n`],
    ['words', `old: ${T} new: ${OTHER}`],
    ['a form', `access_token=${T}&id_token=${OTHER}`],
  ])('with %s between', (_, text) => {
    const reading = malformed(text)
    expect(reading.problem).toEqual({ code: 'several', count: 2 })
    expect(reading.several).toEqual([T, OTHER])
    expect(reading.cure).toBeUndefined()
  })
})

const GENERAL = { payload: PAYLOAD, signatures: [{ protected: HEADER, signature: SIGNATURE }] }

/** What is no token and holds none, or not as it is. */
const NAMED: [what: string, text: string, problem: Finding, cure?: string][] = [
  ['a general JWS', JSON.stringify(GENERAL), { code: 'json-general', count: 1 }, T],
  [
    'a general JWS of two signatures',
    JSON.stringify({
      ...GENERAL,
      signatures: [{ header: { kid: 'a' }, signature: 'x' }, ...GENERAL.signatures],
    }),
    { code: 'json-general', count: 2 },
    T,
  ],
  [
    'a flattened JWS with a header that is not signed',
    JSON.stringify({
      payload: PAYLOAD,
      header: { kid: 'a' },
      protected: HEADER,
      signature: SIGNATURE,
    }),
    { code: 'json-serialization' },
    T,
  ],
  [
    'a flattened JWE',
    JSON.stringify({ protected: 'p', encrypted_key: 'k', iv: 'i', ciphertext: 'c', tag: 't' }),
    { code: 'json-encrypted' },
    'p.k.i.c.t',
  ],
  [
    'a general JWE',
    JSON.stringify({ protected: 'p', recipients: [{}], iv: 'i', ciphertext: 'c', tag: 't' }),
    { code: 'json-encrypted' },
  ],
  ['a set of keys', '{"keys":[{"kty":"RSA","n":"x"}]}', { code: 'json-keys' }],
  ['a key', '{"kty":"oct","k":"c2VjcmV0"}', { code: 'json-keys' }],
  ['claims', '{"sub":"johndoe","exp":1}', { code: 'json-instead' }],
  ['an empty object', '{}', { code: 'json-instead' }],
  [
    'a response with an opaque token',
    '{"access_token":"johndoe","token_type":"bearer"}',
    { code: 'token-response' },
    'johndoe',
  ],
  [
    'an opaque token in JSON',
    '{"refresh_token":"abc"}',
    { code: 'json-member', about: 'refresh_token' },
    'abc',
  ],
  [
    'an opaque token in a curl line',
    'curl -H "Authorization: Bearer ya29.a0Af_x" localhost',
    { code: 'command' },
    'ya29.a0Af_x',
  ],
  [
    'an opaque token in a fragment',
    'http://a/#access_token=gho_16C7e42F&scope=',
    { code: 'url-parameter', about: 'access_token' },
    'gho_16C7e42F',
  ],
  ...(
    [
      ['{{access_token}}', 'template'],
      ['{{ $json["token"] }}', 'template'],
      ['<%= token %>', 'template'],
      ['{token}', 'template'],
      ['#{token}', 'template'],
      ['$TOKEN', 'variable'],
      ['${ACCESS_TOKEN}', 'variable'],
      ['$(cat token.txt)', 'variable'],
      ['%TOKEN%', 'variable'],
      ['$env:TOKEN', 'variable'],
      ['process.env.TOKEN', 'variable'],
      ['<token>', 'placeholder'],
      ['<your access token>', 'placeholder'],
      ['YOUR_ACCESS_TOKEN', 'placeholder'],
      ['YOUR_TOKEN_HERE', 'placeholder'],
      ['your-jwt-token', 'placeholder'],
      ['xxxxx.xxxxx.xxxxx', 'placeholder'],
    ] as const
  ).flatMap(([about, code]): [string, string, Finding][] => [
    [about, about, { code, about }],
    [`${about} after the scheme`, `Bearer ${about}`, { code, about }],
    [`${about} in a header line`, `Authorization: Bearer ${about}`, { code, about }],
  ]),
  [
    'a variable in a curl line',
    'curl -H "Authorization: Bearer $TOKEN" localhost',
    { code: 'variable', about: '$TOKEN' },
  ],
  ['five parts without enc', `${T}.x.y`, { code: 'many-parts', count: 5, at: T.length + 1 }],
]

describe('called what it is:', () => {
  test.each(NAMED)('%s', (_, text, problem, cure) => {
    const reading = malformed(text)
    expect(reading.problem).toEqual(problem)
    expect(reading.cure).toBe(cure)
  })

  test.each([...SURROUNDED, ...NAMED])('%s: a sentence says so in both languages', (_, text) => {
    const { problem } = malformed(text)
    for (const language of ['en', 'ko'] as const) {
      const sentence = sayFinding(problem, language)
      expect(sentence).toMatch(/^\S.*[.]$/s)
      expect(sentence).not.toMatch(/undefined|NaN/)
      if (problem.about !== undefined) expect(sentence).toContain(problem.about)
    }
  })
})

describe('a character that cannot be seen', () => {
  test.each([
    ['zero-width space', '\u200b', 'U+200B'],
    ['byte order mark', '\ufeff', 'U+FEFF'],
    ['soft hyphen', '\u00ad', 'U+00AD'],
    ['left-to-right mark', '\u200e', 'U+200E'],
    ['word joiner', '\u2060', 'U+2060'],
    ['zero-width joiner', '\u200d', 'U+200D'],
    ['right-to-left override', '\u202e', 'U+202E'],
    ['Hangul filler', '\u3164', 'U+3164'],
    ['blank of Braille', '\u2800', 'U+2800'],
    ['variation selector', '\ufe0f', 'U+FE0F'],
    ['tag', '\u{e0041}', 'U+E0041'],
    ['zero byte', '\0', 'U+0000'],
    ['escape', '\u001b', 'U+001B'],
    ['delete', '\u007f', 'U+007F'],
  ])('%s is named and can be taken out, wherever it is', (_, character, about) => {
    for (const at of [0, 5, HEADER.length + 1, T.length]) {
      const reading = malformed(T.slice(0, at) + character + T.slice(at))
      expect(reading.problem).toEqual({ code: 'invisible', at: at + 1, about })
      expect(reading.cure).toBe(T)
      for (const language of ['en', 'ko'] as const) {
        expect(sayFinding(reading.problem, language)).toContain(about)
        expect(sayFinding(reading.problem, language)).not.toContain(character)
      }
    }
  })

  test('what is left without it is read like anything else', () => {
    const { cure } = malformed(`\ufeffAuthorization: Bearer ${T}\u200b`)
    expect(malformed(cure!)).toMatchObject({ problem: { code: 'header-line' }, cure: T })
  })

  test('inside of a part is named too', () => {
    const reading = malformed(`${HEADER}.${base64url('{\u200b"sub":1}')}.${SIGNATURE}`)
    for (const language of ['en', 'ko'] as const) {
      expect(sayFinding(reading.problem, language)).toContain('U+200B')
    }
  })
})

describe('a string of another kind is opaque, or known by its form', () => {
  test.each([
    ['ya29.a0AfH6SMBx_z-1', { issuer: 'Google' }],
    ['gho_16C7e42F292c6912E7710c838347Ae178B4a', { issuer: 'GitHub' }],
    ['github_pat_11ABCDEFG0_abc', { issuer: 'GitHub' }],
    ['xoxb-123-456-abc', { issuer: 'Slack' }],
    ['glpat-abc_def', { issuer: 'GitLab' }],
    ['v4.public.eyJzdWIiOiIxMjM0In0abc', { format: 'PASETO' }],
    [
      'v2.local.QAxIpVe-ECVNI1z4xQbm_qQYomyT3h8FtV8bxkz8pBJWkT8f7HtlOpbroPDEZUKop',
      { format: 'PASETO' },
    ],
    ['v4.public.eyJzdWIiOiIxMjM0In0abc.Zm9vdGVy', { format: 'PASETO' }],
    [
      'MDAxY2xvY2F0aW9uIGh0dHA6Ly9teWJhbmsvCjAwMjZpZGVudGlmaWVyIHdlIHVzZQo=',
      { format: 'Macaroon' },
    ],
    ['AgEPaHR0cDovL215YmFuay8CBHRlc3QAAAYg', { format: 'Macaroon' }],
    ['EgYKBGFiY2QaBAoCeHkiBAoCMTI', { format: 'Biscuit' }],
    ['1.2.3.4.5', {}],
    ['abc.def', {}],
    ['MTk4NjIyNDgzNDcx.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs', {}],
    ['127.0.0.1', {}],
    ['a.b.c.d.e.f.g', {}],
  ])('%s', (token, known) => {
    expect(readToken(token)).toEqual({ kind: 'opaque', token, ...known })
  })

  test.each([
    ['Hello world. This is it.', 6],
    ['a b.c.d', 2],
  ])('%j is no bearer token from character %i on', (token, at) => {
    expect(readToken(token)).toEqual({ kind: 'opaque', token, at })
  })
})

describe('five parts', () => {
  test('whose header says enc are encrypted', () => {
    expect(readToken(JWE)).toMatchObject({ kind: 'encrypted', parts: [{ name: 'header' }] })
  })

  test.each([
    ['whose header says none', `${HEADER}.a.b.c.d`],
    ['whose enc is no text', `${base64url('{"alg":"dir","enc":1}')}.a.b.c.d`],
  ])('%s are two too many', (_, text) => {
    expect(malformed(text).problem).toMatchObject({ code: 'many-parts', count: 5 })
  })
})

describe('an SD-JWT', () => {
  const named = base64url('["salt","given_name","John"]')
  const element = base64url('["salt",{"a":[1]}]')
  const binding = `${base64url('{"alg":"ES256","typ":"kb+jwt"}')}.${PAYLOAD}.${base64url(new Uint8Array(64))}`

  test.each([
    ['without disclosures', `${T}~`, [], undefined],
    [
      'with disclosures',
      `${T}~${named}~${element}~`,
      [
        { text: named, name: 'given_name', value: '"John"' },
        { text: element, value: '{"a":[1]}' },
      ],
      undefined,
    ],
    [
      'with key binding',
      `${T}~${named}~${binding}`,
      [{ text: named, name: 'given_name', value: '"John"' }],
      binding,
    ],
    [
      'with what is no disclosure',
      `${T}~x~${PAYLOAD}~`,
      [{ text: 'x' }, { text: PAYLOAD }],
      undefined,
    ],
  ])('%s is read', (_, text, disclosures, keyBinding) => {
    const reading = readToken(text)
    expect(reading).toMatchObject({
      kind: 'sd-jwt',
      token: text,
      disclosures,
      payload: { value: { sub: 'johndoe' } },
      warnings: [],
    })
    expect((reading as Extract<Reading, { kind: 'sd-jwt' }>).keyBinding).toBe(keyBinding)
  })

  test('is found in other text whole', () => {
    const text = `${T}~${named}~${binding}`
    expect(malformed(`Authorization: Bearer ${text}\n`)).toMatchObject({
      problem: { code: 'header-line' },
      cure: text,
    })
  })

  test('whose signed token is broken is malformed like that', () => {
    const broken = `${HEADER}.${base64url('["a"]')}.${SIGNATURE}~${named}~`
    expect(malformed(broken).problem).toMatchObject({ code: 'not-an-object', part: 'payload' })
    expect(malformed(`${HEADER}=.${PAYLOAD}.${SIGNATURE}~${named}~`)).toMatchObject({
      problem: { code: 'padding' },
      cure: `${T}~${named}~`,
    })
  })
})

describe('up to 64 KB of anything is read without an error:', () => {
  const LONG = 64 * 1024

  test.each([
    'a',
    '.',
    '~',
    '=',
    ' ',
    '"',
    '\'"',
    '{',
    '[',
    '{"a":',
    'eyJ',
    'eyJ ',
    'e30.',
    'e30.a.b ',
    'e30.a.b~',
    'a=',
    'a=b; ',
    '&#46;',
    '&quot;',
    '=\n',
    '%2E',
    '\\u002e',
    'Bearer ',
    'Authorization: ',
    'curl -H ',
    '<',
    '\u200b',
    '가',
    '🔑',
    '\ud800',
    `${HEADER}.`,
    `${T} `,
    `${T},`,
    `${wrapped(T, 10)}\n`,
  ])('%j again and again', (piece) => {
    for (const tail of ['', 'x', T, '"}']) {
      const text = piece.repeat(Math.ceil(LONG / piece.length)).slice(0, LONG - tail.length) + tail
      const reading = readToken(text)
      expect(reading).toMatchObject({ token: text })
      if (reading.kind === 'malformed') expect(sayFinding(reading.problem, 'ko')).toMatch(/\.$/)
    }
  })

  const MARKS =
    '. ~ " \' { } = =\n \n , ; & %2e &#46; Bearer Cookie: curl access_token $TOKEN {{ }} < > eyJ e30 \u200b \\u002e v4.public.'
      .split(' ')
      .concat(' ')

  test('pieces of tokens and of what they travel in', () => {
    const pieces = fc.oneof(
      fc.constantFrom(...MARKS, HEADER, PAYLOAD, SIGNATURE, T, JWE),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(fc.array(pieces), (texts) => {
        const reading = readToken(texts.join(''))
        if (reading.kind !== 'malformed') return
        expect(sayFinding(reading.problem, 'en')).toMatch(/\.$/)
        // What is taken out is nearer to a token each time, and never the same again.
        if (reading.cure !== undefined) expect(reading.cure).not.toBe(texts.join(''))
      }),
    )
  })
})
