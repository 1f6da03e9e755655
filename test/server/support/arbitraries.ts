/** What a client might send: headers, forms, paths and tokens, from nearly right to plain noise. */

import * as fc from 'fast-check'
import type { HeaderList } from '../../../server/security/trace.ts'
import { base64url } from '../../../lessons/contract/forge.ts'
import { multipart, URLENCODED } from './forms.ts'
import { HS256, signature, token } from './tokens.ts'

/** Characters a header value may hold: one octet each, no NUL and no line break. */
const octet = fc
  .integer({ min: 1, max: 255 })
  .filter((code) => code !== 10 && code !== 13)
  .map((code) => String.fromCharCode(code))

const octets = fc.string({ unit: octet, maxLength: 40 })

const method = fc.oneof(
  fc.constantFrom('GET', 'POST', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'get', 'FOO'),
  fc.stringMatching(/^[A-Za-z!#$%&'*+.^_`|~-]{1,8}$/),
)

const path = fc.oneof(
  fc.constantFrom('/token', '/items/', '/users/me', '/users/me/', '/users/me/items/'),
  fc.constantFrom('/', '/docs', '/openapi.json', '/token/', '/items', '/users/me/items', '//token'),
  fc.webPath(),
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => `/${encodeURI(text)}`),
  fc
    .string({ unit: fc.constantFrom('/', '%', '2', 'F', '.', ';', 'token', 'users'), maxLength: 9 })
    .map((text) => `/${text}`),
)

const scheme = fc.constantFrom('Bearer', 'bearer', 'BEARER', 'Basic', 'Bear', 'Bearer:', '', ' ')

/** Values of Authorization lines, most of them nearly right. */
const authorization = (tokens: fc.Arbitrary<string>) =>
  fc.oneof(
    octets,
    fc
      .tuple(scheme, fc.constantFrom(' ', '  ', '\t', ' \t', ',', ''), tokens)
      .map((parts) => parts.join('')),
  )

const headers = (tokens: fc.Arbitrary<string>): fc.Arbitrary<HeaderList> =>
  fc.array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: authorization(tokens).map((v): [string, string] => ['Authorization', v]),
      },
      fc.tuple(
        fc.constantFrom('Cookie', 'X-User', 'Accept', 'Host', 'x-playground-now', '__proto__'),
        octets,
      ),
    ),
    { maxLength: 3 },
  )

const fieldName = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('username', 'password', 'grant_type', 'scope') },
  fc.constantFrom('client_id', 'client_secret', '__proto__', 'constructor', 'username[]', ''),
  fc.string({ maxLength: 5 }),
)

const fieldValue = fc.oneof(
  fc.constantFrom('johndoe', 'alice', 'secret', 'secret2', 'password', '', '\0', '__proto__'),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.nat(6000).map((length) => 'x'.repeat(length)),
)

const part = fc.record(
  {
    name: fieldName.map((name) => name.replaceAll('"', '')),
    value: fieldValue,
    filename: fc.constantFrom('', 'a.txt'),
    more: fc.constantFrom('', 'Content-Type: text/plain\r\n', 'X\r\n', 'A: \0\r\n'),
  },
  { requiredKeys: ['name', 'value'] },
)

interface Sent {
  method: string
  path: string
  headers: HeaderList
  body: Uint8Array<ArrayBuffer> | null
}

const contentType = (value: string): HeaderList => [['Content-Type', value]]
const bytes = (text: string) => new TextEncoder().encode(text)

/** A form as it should be, or with a piece of it torn out. */
const torn = fc.oneof(
  { weight: 2, arbitrary: fc.constant((text: string) => text) },
  fc.tuple(fc.nat(), fc.nat(40)).map(([at, length]) => (text: string) => {
    const from = at % (text.length + 1)
    return text.slice(0, from) + text.slice(from + length)
  }),
)

/** Bodies for the token endpoint, of every kind. */
export const form: fc.Arbitrary<Pick<Sent, 'headers' | 'body'>> = fc.oneof(
  fc
    .tuple(fc.array(fc.tuple(fieldName, fieldValue), { maxLength: 6 }), torn)
    .map(([fields, tear]) => ({
      headers: contentType(URLENCODED),
      body: bytes(tear(new URLSearchParams(fields).toString())),
    })),
  fc
    .tuple(fc.array(part, { maxLength: 4 }), torn, fc.constantFrom('b', 'c', '"b"', ''))
    .map(([parts, tear, boundary]) => ({
      headers: contentType(`multipart/form-data; boundary=${boundary}`),
      body: bytes(tear(multipart('b', parts))),
    })),
  fc
    .tuple(
      fc.constantFrom(URLENCODED, 'multipart/form-data; boundary=b', 'application/json', ';', ''),
      fc.uint8Array({ maxLength: 200 }),
    )
    .map(([type, body]) => ({ headers: contentType(type), body: new Uint8Array(body) })),
)

const noBody = fc.constant({ headers: [] as HeaderList, body: null })

/** Any request at all; the tokens it carries are now and then `tokens`. */
export const request = (tokens: fc.Arbitrary<string>): fc.Arbitrary<Sent> =>
  fc
    .tuple(method, path, headers(fc.oneof(tokens, octets)), fc.oneof(noBody, form))
    .map(([name, at, lines, { headers: types, body }]) => ({
      method: name,
      path: at,
      headers: [...lines, ...types],
      body: /^(get|head)$/i.test(name) ? null : body,
    }))

/** A token that differs from `good`, by a few characters as a rule. */
export const mutated = (good: string): fc.Arbitrary<string> => {
  const character = fc.oneof(
    fc.constantFrom('A', 'B', 'w', 'x', '0', '9', '-', '_', '.', '=', '+', '/', ' '),
    octet.filter((one) => one.charCodeAt(0) > 32),
  )
  const edit = fc.tuple(fc.constantFrom('set', 'insert', 'drop', 'swap'), fc.nat(), character)
  return fc
    .array(edit, { minLength: 1, maxLength: 3 })
    .map((edits) =>
      edits.reduce((text, [kind, at, one]) => {
        const i = at % text.length
        const [between, rest] = {
          set: [one, i + 1] as const,
          insert: [one, i] as const,
          drop: ['', i + 1] as const,
          swap: [`${text[i + 1] ?? ''}${text[i]}`, i + 2] as const,
        }[kind]
        return text.slice(0, i) + between + text.slice(rest)
      }, good),
    )
    .filter((text) => text.trim() !== good)
}

/** Tokens with right claims that were made without the key, or of another algorithm. */
export const forgery = (claims: string): fc.Arbitrary<string> => {
  const key = fc.oneof(fc.uint8Array({ maxLength: 64 }), fc.constantFrom('', 'secret', 'password'))
  const hash = fc.constantFrom('HS256', 'HS384', 'HS512')
  const name = fc.oneof(hash, fc.constantFrom('none', 'NONE', 'RS256', 'ES256', 'EdDSA', 'dir', ''))
  const headerOf = (alg: string) => JSON.stringify({ alg, typ: 'JWT' })
  const unsigned = `${base64url(HS256)}.${base64url(claims)}`
  return fc.oneof(
    fc
      .tuple(key, hash, name)
      .map(([k, algorithm, alg]) => token(claims, { key: k, algorithm, header: headerOf(alg) })),
    fc
      .tuple(hash, name)
      .filter(([, alg]) => alg !== 'HS256')
      .map(([algorithm, alg]) => token(claims, { algorithm, header: headerOf(alg) })),
    fc.uint8Array({ maxLength: 64 }).map((mac) => `${unsigned}.${base64url(mac)}`),
    fc.json().map((other) => `${unsigned}.${signature(`${base64url(HS256)}.${base64url(other)}`)}`),
    name.map((alg) => `${base64url(headerOf(alg))}.${base64url(claims)}.`),
  )
}
