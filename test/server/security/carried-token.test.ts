/** Tokens that are carried unread: which texts may be one, and how long one says it lives. */

import { describe, expect, test } from 'vitest'
import { isToken, secondsLeft } from '../../../server/security/carried-token.ts'
import { base64url } from '../../../lessons/contract/forge.ts'

describe('a token for a header and a cookie', () => {
  test.each([
    'a',
    'a.b.c',
    'AZaz09-._~+/',
    'a=',
    'YWJj==',
    'x'.repeat(8192),
    `${'x'.repeat(8191)}=`,
    '__proto__',
  ])('may be "%.20s"', (text) => {
    expect(isToken(text)).toBe(true)
  })

  test.each([
    '',
    '=',
    'a=b',
    ' a',
    'a ',
    'a b',
    'a;b',
    'a,b',
    'a; Path=/; Domain=evil.example',
    'a\r\nSet-Cookie: evil=1',
    'a\n',
    'a\r',
    'a\t',
    'a\0',
    '"a"',
    'a\\b',
    'a%0d%0ab',
    '<b>',
    'caf\u00e9',
    '\u{1f642}',
    '\u00a0a',
    'x'.repeat(8193),
    `${'x'.repeat(8192)}=`,
    `a${'='.repeat(8192)}`,
  ])('is never %j', (text) => {
    expect(isToken(text)).toBe(false)
  })

  test.each([undefined, null, 1, true, {}, [], ['a.b.c'], { toString: () => 'a' }])(
    'is never %j, which is no text',
    (value) => {
      expect(isToken(value)).toBe(false)
    },
  )
})

describe('how many seconds a token says it has left', () => {
  const NOW = 1_767_225_600
  const YEAR = 365 * 24 * 60 * 60
  const DAYS_400 = 400 * 24 * 60 * 60
  const env = { now: () => new Date(NOW * 1000 + 900) }
  const withClaims = (claims: string) => `h.${base64url(claims)}.s`

  test.each<[exp: string, seconds: number | undefined]>([
    [`${NOW + 1800}`, 1800],
    [`${NOW + 1}`, 1],
    [`${NOW + 1.9}`, 1],
    [`${NOW}`, 0],
    [`${NOW - 1}`, 0],
    ['0', 0],
    ['-1e9', 0],
    [`${NOW + YEAR}`, YEAR],
    // No cookie lives longer.
    [`${NOW + DAYS_400 + 1}`, DAYS_400],
    ['4102444800', DAYS_400],
    ['1e300', DAYS_400],
    ['1e999', DAYS_400],
    [`"${NOW + 1800}"`, undefined],
    ['null', undefined],
    ['true', undefined],
    [`[${NOW + 1800}]`, undefined],
    ['{}', undefined],
  ])('an exp of %s is %s', (exp, seconds) => {
    expect(secondsLeft({ env }, withClaims(`{"sub":"\u00e9\u{1f511}??>>","exp":${exp}}`))).toBe(
      seconds,
    )
  })

  test.each([
    '',
    'johndoe',
    '.',
    '..',
    'a.b.c',
    'h.%.s',
    withClaims('no JSON'),
    withClaims('null'),
    withClaims('1'),
    withClaims('[]'),
    withClaims('{}'),
    withClaims(`{"EXP":${NOW + 1800}}`),
  ])('"%s" has none', (token) => {
    expect(secondsLeft({ env }, token)).toBeUndefined()
  })

  test('without a clock of its own it is this machine’s that counts', () => {
    expect(secondsLeft({}, withClaims('{"exp":1000000000}'))).toBe(0)
    expect(secondsLeft({}, withClaims('{"exp":253402300799}'))).toBe(DAYS_400)
  })
})
