/** Where secrets stand in what crosses the wire. */

import { describe, expect, test } from 'vitest'
import {
  hasSecret,
  hideAll,
  hideInHeader,
  hideScheme,
  hideSecrets,
} from '../../../web/kit/secrets.ts'

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJqb2huZG9lIn0.c2ln-natu_re'

test.each([
  [
    '{"access_token":"johndoe","token_type":"bearer"}',
    '{"access_token":"••••••••","token_type":"bearer"}',
  ],
  ['{ "hashed_password": "a\\"b", "x": 1 }', '{ "hashed_password": "••••••••", "x": 1 }'],
  ['{"token":"made-up"}', '{"token":"••••••••"}'],
  ['{"token_type":"bearer"}', '{"token_type":"bearer"}'],
  ['username=johndoe&password=secret&x=1', 'username=johndoe&password=••••••••&x=1'],
  ['password=secret', 'password=••••••••'],
  ['password=&x=1', 'password=&x=1'],
  [`see ${JWT}.`, 'see ••••.••••.••••.'],
  [`{"access_token":"${JWT}"}`, '{"access_token":"••••.••••.••••"}'],
  ['Bearer ••••.••••.••••', 'Bearer ••••.••••.••••'],
  ['GET /items/?access_token=abc HTTP/1.1', 'GET /items/?access_token=•••••••• HTTP/1.1'],
  ['Authorization: Bearer foobar', 'Authorization: Bearer ••••••••'],
  ['Bearer realm="x"', 'Bearer realm="x"'],
  ['{"detail":"Not authenticated"}', '{"detail":"Not authenticated"}'],
])('%s is shown as %s', (text, shown) => {
  expect(hideSecrets(text)).toBe(shown)
})

describe('the header', () => {
  test.each([
    ['Authorization', 'Bearer a.b.c', 'Bearer ••••••••'],
    ['authorization', 'Bearer  two blanks', 'Bearer  ••••••••'],
    ['authorization', `Bearer ${JWT}`, 'Bearer ••••.••••.••••'],
    // No signature: that is what there is to see of it.
    ['authorization', 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.', 'Bearer ••••.••••.'],
    ['Cookie', `jwt_token=${JWT}`, 'jwt_token=••••.••••.••••'],
    ['authorization', 'token', '••••••••'],
    ['authorization', '', ''],
    ['Cookie', 'a=b; jwt_token=c', 'a=••••••••; jwt_token=••••••••'],
    ['set-cookie', 'jwt_token=a.b.c; HttpOnly; Path=/', 'jwt_token=••••••••; HttpOnly; Path=/'],
    ['set-cookie', 'jwt_token=; Max-Age=0', 'jwt_token=; Max-Age=0'],
    ['WWW-Authenticate', 'Bearer', 'Bearer'],
    ['WWW-Authenticate', 'Bearer realm="x"', 'Bearer realm="x"'],
    ['content-type', 'application/json', 'application/json'],
  ])('%s: %s is shown as %s', (name, value, shown) => {
    expect(hideInHeader(name, value)).toBe(shown)
  })
})

test('a secret’s length is none of what is shown', () => {
  expect(hideAll('a')).toBe(hideAll('a'.repeat(500)))
  expect(hideAll(JWT)).toBe(hideAll(`${JWT}${'a'.repeat(500)}`))
})

test.each([
  ['Bearer', 'Bearer'],
  ['basic', 'basic'],
  ['', ''],
  ['johndoe', '••••••••'],
  [JWT, '••••.••••.••••'],
])('the word %s in a scheme’s place is shown as %s', (word, shown) => {
  expect(hideScheme(word)).toBe(shown)
})

test.each([
  ['username=johndoe&password=secret', true],
  ['/items/?access_token=abc', true],
  ['/items/?q=abc', false],
  ['', false],
])('the field with %s is covered: %s', (text, covered) => {
  expect(hasSecret(text)).toBe(covered)
})
