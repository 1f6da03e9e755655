/** Whatever is pasted is read as a token, or said where and why it is none. */

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Finding, PARTS, type Reading, readToken } from '../../../web/token/read-token.ts'
import { sayFinding } from '../../../web/token/say-finding.ts'
import { base64url, forge } from '../../../lessons/contract/forge.ts'

const HEADER = base64url('{"alg":"HS256","typ":"JWT"}')
const PAYLOAD = base64url('{"sub":"johndoe"}')
const SIGNATURE = base64url(new Uint8Array(32).fill(7))
const TOKEN = `${HEADER}.${PAYLOAD}.${SIGNATURE}`

const withHeader = (json: string) => `${base64url(json)}.${PAYLOAD}.${SIGNATURE}`
const withPayload = (json: string | Uint8Array) => `${HEADER}.${base64url(json)}.${SIGNATURE}`

type Malformed = Extract<Reading, { kind: 'malformed' }>

function malformed(text: string): Malformed {
  const reading = readToken(text)
  expect(reading.kind).toBe('malformed')
  return reading as Malformed
}

/** One row for each way to be no token: the text, what is found, and what was probably meant. */
const MALFORMED: [what: string, text: string, problem: Finding, cure?: string][] = [
  ['one blank', ' ', { code: 'blank', count: 1 }, ''],
  ['blanks and line breaks', ' \n\t ', { code: 'blank', count: 4 }, ''],
  ['blanks around', ` ${TOKEN}\n`, { code: 'blank-around' }, TOKEN],
  ['a no-break space before', `\u00a0${TOKEN}`, { code: 'blank-around' }, TOKEN],
  ['double quotes', `"${TOKEN}"`, { code: 'quotes' }, TOKEN],
  ['single quotes', `'${TOKEN}'`, { code: 'quotes' }, TOKEN],
  ['typographic quotes', `“${TOKEN}”`, { code: 'quotes' }, TOKEN],
  ['the scheme', `Bearer ${TOKEN}`, { code: 'scheme' }, TOKEN],
  ['the scheme in small letters', `bearer  ${TOKEN}`, { code: 'scheme' }, TOKEN],
  ['another scheme', `JWT ${TOKEN}`, { code: 'scheme' }, TOKEN],
  ['a header line', `Authorization: Bearer ${TOKEN}`, { code: 'header-line' }, TOKEN],
  ['a header line in quotes', `"authorization: bearer ${TOKEN}"`, { code: 'quotes' }, TOKEN],
  ['a cookie', `jwt_token=${TOKEN}`, { code: 'cookie' }, TOKEN],
  [
    'a Set-Cookie line',
    `Set-Cookie: jwt_token=${TOKEN}; Path=/; HttpOnly`,
    { code: 'cookie' },
    TOKEN,
  ],
  [
    'a token response',
    JSON.stringify({ access_token: TOKEN, token_type: 'bearer' }),
    { code: 'token-response' },
    TOKEN,
  ],
  [
    'a flattened JWS',
    JSON.stringify({ protected: HEADER, payload: PAYLOAD, signature: SIGNATURE }),
    { code: 'json-serialization' },
    TOKEN,
  ],
  ['bare JSON', '{"sub":"johndoe"}', { code: 'json-instead' }],
  ['broken JSON', '{"sub":', { code: 'json-instead' }],
  ['an ellipsis', `${HEADER.slice(0, 12)}…`, { code: 'shortened', at: 13 }],
  ['three dots in a row', `${HEADER}...${SIGNATURE}`, { code: 'shortened', at: HEADER.length + 1 }],
  [
    'a line break inside',
    `${HEADER}.\n${PAYLOAD}.${SIGNATURE}`,
    { code: 'blank-inside', at: HEADER.length + 2 },
    TOKEN,
  ],
  [
    'a blank inside a part',
    `${HEADER.slice(0, 4)} ${HEADER.slice(4)}.${PAYLOAD}.${SIGNATURE}`,
    { code: 'blank-inside', at: 5 },
    TOKEN,
  ],
  ['one part of three', PAYLOAD, { code: 'one-part' }],
  [
    'two parts',
    `${HEADER}.${PAYLOAD}`,
    { code: 'two-parts', at: HEADER.length + PAYLOAD.length + 2 },
  ],
  ['four parts', `${TOKEN}.x`, { code: 'many-parts', count: 4, at: TOKEN.length + 1 }],
  ['three parts and a dot', `${TOKEN}.`, { code: 'many-parts', count: 4, at: TOKEN.length + 1 }],
  ['six parts', `${TOKEN}.x.y.z`, { code: 'many-parts', count: 6, at: TOKEN.length + 1 }],
  ['too many characters', 'a'.repeat(131_073), { code: 'too-long', count: 131_073 }],
  ['an empty header', `.${PAYLOAD}.${SIGNATURE}`, { code: 'empty-part', part: 'header' }],
  ['an empty payload', `${HEADER}..${SIGNATURE}`, { code: 'empty-part', part: 'payload' }],
  ['two dots alone', '..', { code: 'empty-part', part: 'header' }],
  [
    'padding of the header',
    `${HEADER}=.${PAYLOAD}.${SIGNATURE}`,
    { code: 'padding', part: 'header', at: HEADER.length + 1 },
    TOKEN,
  ],
  [
    'padding of the signature',
    `${TOKEN}=`,
    { code: 'padding', part: 'signature', at: SIGNATURE.length + 1 },
    TOKEN,
  ],
  [
    'padding in the middle',
    `${HEADER}.ab=c.${SIGNATURE}`,
    { code: 'padding', part: 'payload', at: 3 },
  ],
  [
    'plain base64',
    `${HEADER}.ab+/.${SIGNATURE}`,
    { code: 'plain-base64', part: 'payload', at: 3, about: '+' },
    `${HEADER}.ab-_.${SIGNATURE}`,
  ],
  [
    'a foreign character',
    `${HEADER}.${PAYLOAD}.ab%2`,
    { code: 'bad-character', part: 'signature', at: 3, about: '%' },
  ],
  [
    'a letter outside ASCII',
    `${HEADER}.키${PAYLOAD}.${SIGNATURE}`,
    { code: 'bad-character', part: 'payload', at: 1, about: '키' },
  ],
  [
    'an emoji',
    `${HEADER}.${PAYLOAD}.ab🔑`,
    { code: 'bad-character', part: 'signature', at: 3, about: '🔑' },
  ],
  [
    'an impossible length',
    `${HEADER}.abcde.${SIGNATURE}`,
    { code: 'bad-length', part: 'payload', count: 5 },
  ],
  ['one character', `a.${PAYLOAD}.${SIGNATURE}`, { code: 'bad-length', part: 'header', count: 1 }],
  [
    'bytes that are no text',
    withPayload(Uint8Array.of(0x7b, 0x22, 0xff, 0x22)),
    { code: 'not-utf8', part: 'payload', at: 3 },
  ],
  [
    'a letter cut in two',
    withPayload(Uint8Array.of(0x22, 0xed, 0x95)),
    { code: 'not-utf8', part: 'payload', at: 3 },
  ],
  [
    'a byte order mark',
    withPayload('\uFEFF{}'),
    { code: 'byte-order-mark', part: 'payload', at: 1 },
  ],
  [
    'no JSON in the header',
    withHeader('alg=HS256'),
    { code: 'json-value', part: 'header', at: 1, about: 'a' },
  ],
  [
    'no JSON in the payload',
    withPayload('{"sub" "johndoe"}'),
    { code: 'json-colon', part: 'payload', at: 8, about: '"' },
  ],
  [
    'a payload that ends early',
    withPayload('{"sub":"john'),
    { code: 'json-end', part: 'payload', at: 13, about: '' },
  ],
  [
    'a payload of blanks',
    withPayload('  '),
    { code: 'json-empty', part: 'payload', at: 1, about: ' ' },
  ],
  [
    'a list',
    withPayload('["johndoe"]'),
    { code: 'not-an-object', part: 'payload', about: 'array' },
  ],
  ['a text', withPayload('"johndoe"'), { code: 'not-an-object', part: 'payload', about: 'string' }],
  ['a number', withHeader('1'), { code: 'not-an-object', part: 'header', about: 'number' }],
  ['null', withPayload('null'), { code: 'not-an-object', part: 'payload', about: 'null' }],
  ['true', withPayload('true'), { code: 'not-an-object', part: 'payload', about: 'boolean' }],
  ['a token inside', withPayload(TOKEN), { code: 'nested', part: 'payload' }, TOKEN],
  [
    'nesting without end',
    withPayload(`${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`),
    { code: 'json-deep', part: 'payload', at: 321, about: '{' },
  ],
]

describe('malformed', () => {
  test.each(MALFORMED)('%s', (_, text, problem, cure) => {
    const reading = malformed(text)
    expect(reading.problem).toEqual(problem)
    expect(reading.cure).toBe(cure)
  })

  test.each(MALFORMED)('%s: a sentence says so in both languages', (_, text) => {
    const { problem } = malformed(text)
    for (const language of ['en', 'ko'] as const) {
      const sentence = sayFinding(problem, language)
      expect(sentence).toMatch(/^\S.*[.]$/s)
      expect(sentence).not.toMatch(/undefined|NaN/)
      if (problem.at !== undefined && problem.code !== 'byte-order-mark') {
        expect(sentence).toContain(String(problem.at))
      }
    }
  })

  const cured = MALFORMED.filter(([, , , cure]) => cure === TOKEN)
  test.each(cured)('%s: what was meant is a token', (_, text) => {
    expect(readToken(malformed(text).cure!).kind).toBe('jws')
  })

  test('what can be read of it is read', () => {
    const { parts } = malformed(`${HEADER}.${PAYLOAD}`)
    expect(parts.map(({ json }) => json?.value)).toEqual([
      { alg: 'HS256', typ: 'JWT' },
      { sub: 'johndoe' },
    ])
  })
})

describe('no JWT, and nothing wrong with that', () => {
  test.each(['johndoe', 'foobar', 'a', 'YWJj=', '~+/._-'.replaceAll('.', '')])(
    '%s is opaque',
    (token) => {
      expect(readToken(token)).toEqual({ kind: 'opaque', token })
    },
  )

  test.each([
    ['two words', 4],
    ['키', 1],
    ['a"b', 2],
  ])('%s is opaque, and no bearer token from character %i on', (token, at) => {
    expect(readToken(token)).toEqual({ kind: 'opaque', token, at })
  })

  test('nothing is nothing', () => {
    expect(readToken('')).toEqual({ kind: 'empty' })
  })

  test('five parts are an encrypted token, whose header can be read', () => {
    const header = '{"alg":"dir","enc":"A256GCM"}'
    const reading = readToken(`${base64url(header)}..iv.text.tag`)
    expect(reading).toMatchObject({ kind: 'encrypted', parts: [{ json: { text: header } }] })
  })
})

describe('a token that can be read', () => {
  const warningsOf = (text: string) => {
    const reading = readToken(text)
    return reading.kind === 'jws' ? reading.warnings : reading
  }
  const unsigned = (alg: string, signature = '') =>
    `${base64url(JSON.stringify({ alg }))}.${PAYLOAD}.${signature}`

  test.each([
    ['nothing of', TOKEN, []],
    [
      'a repeated name',
      withPayload('{"sub":"a","sub":"b"}'),
      [{ code: 'repeated', part: 'payload', about: 'sub' }],
    ],
    [
      'a name repeated deeper',
      withPayload('{"a":{"b":1,"b":1}}'),
      [{ code: 'repeated', part: 'payload', about: 'b' }],
    ],
    [
      'a name repeated as an escape',
      withPayload('{"sub":1,"s\\u0075b":2}'),
      [{ code: 'repeated', part: 'payload', about: 'sub' }],
    ],
    ['the same name elsewhere', withPayload('{"a":{"b":1},"b":1}'), []],
    [
      'more than 8 KiB',
      withPayload(JSON.stringify({ a: 'x'.repeat(8192) })),
      [{ code: 'long', count: expect.any(Number) as number }],
    ],
    [
      'another spelling of the same bytes',
      TOKEN.replace(/.$/, (last) => String.fromCharCode(last.charCodeAt(0) + 1)),
      [{ code: 'stray-bits', part: 'signature', at: 43, about: expect.any(String) as string }],
    ],
    ['no signature', unsigned('none'), [{ code: 'unsigned', part: 'signature', about: 'none' }]],
    [
      'no signature, oddly spelt',
      unsigned('nOnE'),
      [{ code: 'unsigned', part: 'signature', about: 'nOnE' }],
    ],
    [
      'none and a signature',
      unsigned('none', SIGNATURE),
      [{ code: 'unsigned-but-signature', part: 'signature', about: 'none' }],
    ],
    [
      'a signature that is missing',
      unsigned('HS256'),
      [{ code: 'signature-missing', part: 'signature', about: 'HS256' }],
    ],
    [
      'a signature too short',
      unsigned('HS512', SIGNATURE),
      [{ code: 'signature-length', part: 'signature', about: 'HS512', count: 64, at: 32 }],
    ],
    ['an algorithm unheard of', unsigned('toString', SIGNATURE), []],
    ['no algorithm', withHeader('{}'), [{ code: 'algorithm-missing', part: 'header' }]],
    [
      'an algorithm that is no text',
      withHeader('{"alg":1}'),
      [{ code: 'algorithm-missing', part: 'header' }],
    ],
  ] as [string, string, Finding[]][])('is warned of %s', (_, text, warnings) => {
    expect(warningsOf(text)).toEqual(warnings)
    for (const warning of warnings.filter(({ code }) => !/^(long|stray-bits)$/.test(code))) {
      expect(sayFinding(warning, 'en')).not.toBe(sayFinding(warning, 'ko'))
    }
  })

  test('has its parts where they stand', () => {
    const { parts } = readToken(TOKEN) as Extract<Reading, { kind: 'jws' }>
    expect(
      parts.map(({ name, start, text }) => [name, TOKEN.slice(start, start + text.length)]),
    ).toEqual([
      ['header', HEADER],
      ['payload', PAYLOAD],
      ['signature', SIGNATURE],
    ])
  })

  test('may speak any language', () => {
    const claims = {
      sub: '홍길동',
      'https://example.com/이름': ['🔑', 'ß', '\u0000'],
      ключ: { مفتاح: 1 },
    }
    const reading = readToken(withPayload(JSON.stringify(claims)))
    expect(reading).toMatchObject({ kind: 'jws', payload: { value: claims } })
  })

  test('keeps a claim called __proto__ a claim', () => {
    const reading = readToken(withPayload('{"__proto__":{"admin":true}}')) as Extract<
      Reading,
      { kind: 'jws' }
    >
    expect(Object.keys(reading.payload.value)).toEqual(['__proto__'])
    expect(reading.payload.value['admin']).toBeUndefined()
  })

  test('signed over any JSON object reads back as that object', async () => {
    const objects = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ maxDepth: 4 }))
    await fc.assert(
      fc.asyncProperty(objects, async (claims) => {
        // -0 is a number that JSON writes as 0.
        const payload = JSON.stringify(claims)
        const reading = readToken(await forge({ payload }))
        expect(reading).toMatchObject({ kind: 'jws', warnings: [] })
        expect((reading as Extract<Reading, { kind: 'jws' }>).payload.value).toEqual(
          JSON.parse(payload),
        )
      }),
    )
  })
})

test('any text at all is read without an error, and its parts stand where they say', () => {
  const pieces = fc.oneof(
    fc.constantFrom('.', '"', 'Bearer ', '{', '=', ' ', '…', HEADER, PAYLOAD, SIGNATURE, TOKEN),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(fc.array(pieces), (texts) => {
      const text = texts.join('')
      const reading = readToken(text)
      if (reading.kind === 'malformed') expect(sayFinding(reading.problem, 'en')).toMatch(/\.$/)
      if (!('parts' in reading)) return
      for (const [index, part] of reading.parts.entries()) {
        expect(part.name).toBe(PARTS[index])
        expect(text.slice(part.start, part.start + part.text.length)).toBe(part.text)
      }
    }),
  )
})
