/** The jar in which this browser's servers find the cookies they set, and the ways round the browser's own. */

import { describe, expect, test } from 'vitest'
import type { HeaderList } from '../../../server/security/trace.ts'
import { CookieJar, keepCookie, keepSetCookie, withCookie } from '../../../web/stage/cookie-jar.ts'

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

describe('keepSetCookie', () => {
  const scope = { Response }
  keepSetCookie(scope)
  const lines: HeaderList = [
    ['Set-Cookie', 'a=1; Path=/'],
    ['X-A', '1'],
    ['Set-Cookie', 'b=2, c=3'],
  ]
  const init = { status: 201, headers: lines }

  test('a browser takes the lines out of a response, and the worker’s own keeps them', () => {
    expect(new Response('x', init).headers.getSetCookie()).toEqual([])
    expect(new scope.Response('x', init).headers.getSetCookie()).toEqual([
      'a=1; Path=/',
      'b=2, c=3',
    ])
  })

  test('a response gets no property of its own, which WebKit refuses in the worker', () => {
    expect(Object.keys(Object.getOwnPropertyDescriptors(new scope.Response('x', init)))).toEqual([])
  })

  test('a line that is added later is kept too', () => {
    const response = new scope.Response('x', init)
    response.headers.append('set-cookie', 'd=4')
    expect(response.headers.getSetCookie().at(-1)).toBe('d=4')
  })

  test('all else of the response is as it was', async () => {
    const response = new scope.Response('x', init)
    expect(response).toBeInstanceOf(Response)
    expect([response.status, response.headers.get('x-a')]).toEqual([201, '1'])
    expect(response.headers.get('content-type')).toBe('text/plain;charset=UTF-8')
    expect(await response.text()).toBe('x')
  })

  test('a response without such lines has its headers as they were', () => {
    expect([...new scope.Response(null, { headers: { a: 'b' } }).headers]).toEqual([['a', 'b']])
    expect([...new scope.Response().headers]).toEqual([])
  })
})

describe('keepCookie', () => {
  const scope = { Request }
  keepCookie(scope)
  const url = 'http://localhost/'
  const init = { method: 'POST', headers: { Cookie: 'a=1; b=2', 'X-A': '1' }, body: 'x' }

  test('a browser takes the line out of a request, and the worker’s own keeps it', () => {
    expect(new Request(url, init).headers.get('cookie')).toBeNull()
    expect(new scope.Request(url, init).headers.get('cookie')).toBe('a=1; b=2')
  })

  test('a request made of that one has it too, unless it gets headers of its own', () => {
    const request = new scope.Request(url, { headers: init.headers })
    expect(new scope.Request(request).headers.get('cookie')).toBe('a=1; b=2')
    expect(new scope.Request(request, { headers: [] }).headers.get('cookie')).toBeNull()
  })

  test('all else of the request is as it was', async () => {
    const request = new scope.Request(url, init)
    expect(request).toBeInstanceOf(Request)
    expect([request.method, request.url, request.headers.get('x-a')]).toEqual(['POST', url, '1'])
    expect(await request.text()).toBe('x')
    expect([...new scope.Request(url, { headers: { a: 'b' } }).headers]).toEqual([['a', 'b']])
  })
})

describe('withCookie', () => {
  const request = () => new Request('http://localhost/', { method: 'POST', headers, body: 'x' })
  const headers: HeaderList = [['X-A', '1']]

  test('gives a request a line that browsers take out', async () => {
    const plain = new Request('http://localhost/', { headers: { Cookie: 'a=1' } })
    expect(plain.headers.has('cookie')).toBe(false)

    const given = withCookie(request(), headers, 'a=1; b=2')
    expect(given.request.headers.get('cookie')).toBe('a=1; b=2')
    expect(given.request.headers.get('x-a')).toBe('1')
    expect([given.request.method, await given.request.text()]).toEqual(['POST', 'x'])
    expect(given.lines).toEqual([
      ['X-A', '1'],
      ['cookie', 'a=1; b=2'],
    ])
    expect(headers).toEqual([['X-A', '1']])
  })

  test('without a cookie leaves both as they are', () => {
    const same = request()
    expect(withCookie(same, headers, undefined)).toEqual({ request: same, lines: headers })
    expect(same.headers.has('cookie')).toBe(false)
  })
})
