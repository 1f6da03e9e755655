/** A request in an address: it comes back as it was but for its secrets, and nothing else comes out of an address. */

import { describe, expect, test } from 'vitest'
import jwt from '../../../lessons/4-jwt/lesson.ts'
import type { RequestDraft } from '../../../lessons/exchange/exchange.ts'
import { toBase64url } from '../../../lessons/exchange/base64url.ts'
import { readShared, sharedText } from '../../../web/stage/shared-request.ts'

const draft = (change: Partial<RequestDraft> = {}): RequestDraft => ({
  server: 'api',
  method: 'GET',
  path: '/users/me/',
  headers: [],
  body: '',
  ...change,
})

const encoded = (value: unknown) => toBase64url(new TextEncoder().encode(JSON.stringify(value)))

test('a request without secrets comes back as it was', () => {
  const whole = draft({
    method: 'POST',
    path: '/token?이름=1',
    headers: [['X-Any', 'a b']],
    body: 'username=johndoe',
  })
  expect(readShared(sharedText(whole)!, jwt)).toEqual(whole)
})

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJqb2huZG9lIn0.c2lnbmF0dXJl'

test.each<[string, Partial<RequestDraft>, Partial<RequestDraft>]>([
  [
    'a bearer token',
    { headers: [['Authorization', `Bearer ${TOKEN}`]] },
    { headers: [['Authorization', 'Bearer']] },
  ],
  [
    'a token that is a name',
    { headers: [['authorization', 'Bearer johndoe']] },
    { headers: [['authorization', 'Bearer']] },
  ],
  [
    'a token whose scheme was forgotten',
    { headers: [['Authorization', 'johndoe']] },
    { headers: [['Authorization', '']] },
  ],
  ['a cookie', { headers: [['Cookie', `jwt_token=${TOKEN}`]] }, { headers: [] }],
  [
    'a password in a form',
    { method: 'POST', body: 'username=johndoe&password=secret&scope=' },
    { method: 'POST', body: 'username=johndoe&password=&scope=' },
  ],
  [
    'a password in JSON',
    { method: 'POST', body: '{"password": "secret"}' },
    { method: 'POST', body: '{"password": ""}' },
  ],
  ['a token in the path', { path: `/?access_token=${TOKEN}` }, { path: '/?access_token=' }],
  ['a token in any header', { headers: [['X-Any', TOKEN]] }, { headers: [['X-Any', '']] }],
])('%s is left out, also of an address that somebody else wrote', (_, change, left) => {
  expect(readShared(sharedText(draft(change))!, jwt)).toEqual(draft(left))
  expect(readShared(encoded(draft(change)), jwt)).toEqual(draft(left))
})

describe('no request comes of', () => {
  test.each<[string, string]>([
    ['an empty text', ''],
    ['one character', 'a'],
    ['no JSON', toBase64url(new TextEncoder().encode('{'))],
    ['no UTF-8', toBase64url(Uint8Array.of(0xff, 0xfe))],
    ['null', encoded(null)],
    ['a list', encoded([])],
    ['a server that is not there', encoded(draft({ server: 'elsewhere' }))],
    ['a name of every object as the server', encoded(draft({ server: 'constructor' }))],
    ['an address of elsewhere as the path', encoded(draft({ path: 'https://evil.example/' }))],
    ['a script as the path', encoded(draft({ path: 'javascript:alert(1)' }))],
    ['a method with a line break', encoded(draft({ method: 'GET\r\nX: y' }))],
    ['a method that is none', encoded({ ...draft(), method: 7 })],
    ['a header without a value', encoded({ ...draft(), headers: [['X']] })],
    ['a header with a blank name', encoded(draft({ headers: [['', 'x']] }))],
    ['a header whose name breaks the line', encoded(draft({ headers: [['X\r\nY', 'x']] }))],
    ['headers that are none', encoded({ ...draft(), headers: { 0: ['X', 'y'], length: 1 } })],
    ['too many headers', encoded(draft({ headers: Array.from({ length: 21 }, () => ['X', 'y']) }))],
    ['too long a path', encoded(draft({ path: `/${'a'.repeat(2_000)}` }))],
    ['too long a body', encoded(draft({ body: 'a'.repeat(4_001) }))],
  ])('%s', (_, text) => {
    expect(readShared(text, jwt)).toBeUndefined()
  })
})

test('what more is said beside a request is dropped', () => {
  const more = { ...draft(), send: true, run: 'alert(1)', __proto__: { polluted: true } }
  expect(readShared(encoded(more), jwt)).toEqual(draft())
})

test('a request too long for an address has no text', () => {
  expect(sharedText(draft({ body: 'a'.repeat(4_001) }))).toBeUndefined()
})
