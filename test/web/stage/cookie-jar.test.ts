/** The jar that keeps the cookies of the lessons' servers. */

import { describe, expect, test } from 'vitest'
import { CookieJar } from '../../../web/stage/cookie-jar.ts'

const NOW = 1_000_000
const at = (path: string) => new URL(path, 'http://localhost')

/** The header for `/a/b/c`, half a second after these lines came from there. */
function afterwards(...lines: string[]): string | undefined {
  const jar = new CookieJar()
  jar.take(at('/a/b/c'), lines, NOW)
  return jar.headerFor(at('/a/b/c'), NOW + 500)
}

describe('a line is read', () => {
  test.each([
    ['a pair', 'a=1', 'a=1'],
    ['a pair with attributes', 'a=1; HttpOnly; SameSite=Lax; Secure', 'a=1'],
    ['blanks around all of it', '  a = 1 2  ;  Max-Age = 60 ', 'a=1 2'],
    ['equals signs in the value', 'a=b=c==', 'a=b=c=='],
    ['quotes, which are the value’s', 'a="1"', 'a="1"'],
    ['an empty value', 'a=', 'a='],
    ['an object key for a name', '__proto__=1', '__proto__=1'],
    ['attributes nobody knows', 'a=1;; x; y=z; =; Priority=High;', 'a=1'],
    ['no equals sign', 'a', undefined],
    ['no name', '=1', undefined],
    ['a blank for a name', ' =1', undefined],
    ['nothing', '', undefined],
    ['attributes alone', '; Max-Age=60', undefined],
  ])('with %s', (_, line, header) => {
    expect(afterwards(line)).toBe(header)
  })
})

describe('Max-Age', () => {
  test.each([
    ['1', true],
    ['60', true],
    ['99999999999999', true],
    ['0', false],
    ['-1', false],
    // What is no number counts for nothing.
    ['', true],
    ['soon', true],
    ['1e9', true],
    ['0.5', true],
    ['0x0', true],
    ['+0', true],
  ])('of "%s" keeps the cookie: %s', (maxAge, kept) => {
    expect(afterwards(`a=1; Max-Age=${maxAge}`)).toBe(kept ? 'a=1' : undefined)
  })

  test.each([
    ['Max-Age=0; Max-Age=60', 'a=1'],
    ['Max-Age=60; Max-Age=0', undefined],
    ['Max-Age=0; Max-Age=soon', undefined],
    ['MAX-AGE=0', undefined],
  ])('"%s" goes by the last that is a number', (attributes, header) => {
    expect(afterwards(`a=1; ${attributes}`)).toBe(header)
  })

  test.each([
    [NOW, 'a=1'],
    [NOW + 59_999, 'a=1'],
    [NOW + 60_000, undefined],
    [NOW + 60_001, undefined],
  ])('of 60, at %i milliseconds', (now, header) => {
    const jar = new CookieJar()
    jar.take(at('/'), ['a=1; Max-Age=60'], NOW)
    expect(jar.headerFor(at('/'), now)).toBe(header)
  })

  test('of more than 400 days keeps the cookie for 400, as browsers do', () => {
    const jar = new CookieJar()
    jar.take(at('/'), ['a=1; Max-Age=99999999999999'], NOW)
    jar.take(at('/'), ['b=1; Expires=Fri, 31 Dec 9999 23:59:59 GMT'], NOW)
    const end = NOW + 400 * 86_400_000
    expect(jar.all(NOW).map(({ expires }) => expires)).toEqual([end, end])
    expect(jar.headerFor(at('/'), end)).toBeUndefined()
  })

  test('that ends in 1970 is over, too', () => {
    const jar = new CookieJar()
    jar.take(at('/'), ['a=1; Max-Age=60'], -60_000)
    jar.take(at('/'), ['b=1; Max-Age=60'], -60_001)
    expect(jar.headerFor(at('/'), 1)).toBeUndefined()
  })
})

describe('Path', () => {
  test.each([
    ['/a/b/c', '', '/a/b/other', true],
    ['/a/b/c', '', '/a/b', true],
    ['/a/b/c', '', '/a/b/', true],
    ['/a/b/c', '', '/a/bc', false],
    ['/a/b/c', '', '/a', false],
    ['/a/b/', '', '/a/b/c', true],
    ['/a', '', '/elsewhere', true],
    ['/', '', '/a/b', true],
    ['/a/b/c', '; Path=/', '/elsewhere', true],
    ['/a/b/c', '; Path=/a/', '/a/x', true],
    ['/a/b/c', '; Path=/a/', '/a', false],
    ['/a/b/c', '; Path=/a', '/a', true],
    ['/a/b/c', '; Path=/a', '/ab', false],
    ['/a/b/c', '; Path=/x', '/x/y', true],
    ['/a/b/c', '; path=/x', '/x', true],
    ['/a/b/c', '; Path=/x; Path=/y', '/y', true],
    ['/a/b/c', '; Path=/x; Path=/y', '/x', false],
    ['/a/b/c', '; Path=/x=y', '/x=y', true],
    ['/a/b/c', '; Path=/A', '/a', false],
    // No path at all: the folder it came from.
    ['/a/b/c', '; Path=', '/a/b/x', true],
    ['/a/b/c', '; Path=x', '/x', false],
    ['/a/b/c', '; Path', '/elsewhere', false],
    // A semicolon ends a cookie's path, so servers write one escaped.
    ['/a;b/c', '; Path=/a%3Bb/', '/a;b/d', true],
    ['/a;b/c', '', '/a;b/d', true],
    ['/a;b/c', '', '/a/d', false],
  ])('from %s with "%s" goes to %s: %s', (from, attributes, to, goes) => {
    const jar = new CookieJar()
    jar.take(at(from), [`a=1${attributes}`], NOW)
    expect(jar.headerFor(at(to), NOW)).toBe(goes ? 'a=1' : undefined)
  })
})

describe('Expires', () => {
  test.each([
    ['Expires=Thu, 01 Jan 1970 00:16:41 GMT', true],
    ['Expires=Thu, 01 Jan 1970 00:16:40 GMT', false],
    ['expires=Wed, 21 Oct 2015 07:28:00 GMT', true],
    ['Expires=Thu, 01 Jan 1970 00:00:00 GMT', false],
    ['Expires=Thu, 01 Jan 1970 00:00:00 GMT; Expires=Wed, 21 Oct 2015 07:28:00 GMT', true],
    ['Expires=soon', true],
    ['Expires=', true],
    ['Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT', true],
    ['Max-Age=0; Expires=Wed, 21 Oct 2015 07:28:00 GMT', false],
  ])('"%s" keeps the cookie: %s', (attributes, kept) => {
    expect(afterwards(`a=1; ${attributes}`)).toBe(kept ? 'a=1' : undefined)
  })
})

describe('Domain and Secure', () => {
  test.each([
    ['http://a.example', 'Domain=a.example', 'http://a.example', true],
    ['http://a.example', 'Domain=.A.example', 'http://a.example', true],
    ['http://b.a.example', 'Domain=a.example', 'http://b.a.example', true],
    ['http://a.example', 'Domain=other.example', 'http://a.example', false],
    ['http://a.example', 'Domain=b.a.example', 'http://a.example', false],
    ['http://xa.example', 'Domain=a.example', 'http://xa.example', false],
    ['http://a.example', 'Domain=', 'http://a.example', true],
    ['https://a.example', 'Secure', 'https://a.example', true],
    ['https://a.example', 'Secure', 'http://a.example', false],
    ['http://localhost:8001', 'Secure', 'http://localhost:8001', true],
    ['http://127.0.0.1:8001', 'Secure', 'http://127.0.0.1:8001', true],
  ])('set by %s with "%s", it goes to %s: %s', (from, attribute, to, goes) => {
    const jar = new CookieJar()
    jar.take(new URL(from), [`a=1; ${attribute}`], NOW)
    expect(jar.headerFor(new URL(to), NOW)).toBe(goes ? 'a=1' : undefined)
  })
})

describe('who may have a cookie is known', () => {
  test.each([
    ['', { httpOnly: false, secure: false, sameSite: undefined }],
    ['; HttpOnly; Secure; SameSite=Lax', { httpOnly: true, secure: true, sameSite: 'Lax' }],
    ['; httponly=no; SAMESITE=strict', { httpOnly: true, secure: false, sameSite: 'Strict' }],
    ['; SameSite=None; Secure', { httpOnly: false, secure: true, sameSite: 'None' }],
    ['; SameSite=sometimes', { httpOnly: false, secure: false, sameSite: undefined }],
  ])('"a=1%s"', (attributes, known) => {
    const jar = new CookieJar()
    jar.take(at('/a/b'), [`a=1${attributes}`], NOW)
    expect(jar.all(NOW)).toMatchObject([
      { name: 'a', value: '1', path: '/a', created: NOW, ...known },
    ])
  })

  test('and one for all sites that may travel in the open is not kept', () => {
    expect(afterwards('a=1; SameSite=None')).toBeUndefined()
  })

  test('and one that has ended is there no more', () => {
    const jar = new CookieJar()
    jar.take(at('/a/b'), ['a=1; Max-Age=1'], NOW)
    expect(jar.all(NOW + 999)).toHaveLength(1)
    expect(jar.all(NOW + 1000)).toEqual([])
  })
})

describe('several cookies', () => {
  test('go on one line, those of the longest path first', () => {
    expect(afterwards('a=1; Path=/', 'b=2; Path=/a/b/c', 'c=3; Path=/a', 'd=4; Path=/')).toBe(
      'b=2; c=3; a=1; d=4',
    )
  })

  test('of one name and path are one, the last', () => {
    expect(afterwards('a=1', 'a=2; Path=/a/b')).toBe('a=2')
  })

  test('of one name and two paths are two', () => {
    expect(afterwards('a=1; Path=/', 'a=2; Path=/a')).toBe('a=2; a=1')
  })

  test.each([
    ['a=; Max-Age=0; Path=/', 'b=2; a=3'],
    ['a=; Max-Age=0; Path=/a/b', 'b=2; a=1'],
    ['a=; Max-Age=0', 'b=2; a=1'],
    ['A=; Max-Age=0; Path=/', 'b=2; a=3; a=1'],
    ['x=; Max-Age=0', 'b=2; a=3; a=1'],
  ])('"%s" deletes the one of its name and path', (line, header) => {
    const set = ['a=1; Path=/', 'b=2; Path=/a/b/c', 'a=3; Path=/a/b']
    expect(afterwards(...set, line)).toBe(header)
  })
})
