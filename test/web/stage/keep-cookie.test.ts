/** How a worker that is all servers keeps the cookies that a server sends on. */

import { describe, expect, test } from 'vitest'
import { keepCookie } from '../../../web/stage/keep-cookie.ts'

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
