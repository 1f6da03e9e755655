/** `Set-Cookie` on the responses of the servers in this browser. */

import { describe, expect, test } from 'vitest'
import type { HeaderList } from '../../../server/security/trace.ts'
import { keepSetCookie } from '../../../web/stage/keep-set-cookie.ts'

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
