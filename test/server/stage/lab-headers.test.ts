/** Headers that browsers forbid a page to set, brought under other names. */

import { describe, expect, test } from 'vitest'
import { isLabHeader, labName, withLabHeaders } from '../../../server/stage/lab-headers.ts'
import { fetchInProcess } from '../../support/in-process.ts'

const URL = 'http://localhost/lessons/two-servers/client/test-users-me'

test.each([
  ['Cookie', true],
  ['origin', true],
  ['Sec-Fetch-Site', true],
  ['Sec-Fetch-Mode', false],
  ['Host', false],
  ['Authorization', false],
])('%s can be set so: %s', (name, can) => {
  expect(isLabHeader(name)).toBe(can)
})

describe('a request', () => {
  const asked = (headers: Record<string, string>) => {
    const request = new Request(URL, { headers })
    const { request: given, lines } = withLabHeaders(request, Object.entries(headers))
    return { headers: Object.fromEntries(given.headers), lines }
  }

  test('without such a header stays the very same', () => {
    const request = new Request(URL)
    expect(withLabHeaders(request, []).request).toBe(request)
  })

  test('gets what it brings, in its headers and in its lines', () => {
    expect(asked({ accept: '*/*', [labName('Cookie')]: 'jwt_token=x' })).toEqual({
      headers: { accept: '*/*', cookie: 'jwt_token=x' },
      lines: [
        ['accept', '*/*'],
        ['cookie', 'jwt_token=x'],
      ],
    })
  })

  test('has what it brings in the place of what its browser sent', () => {
    expect(asked({ cookie: 'jwt_token=old', [labName('cookie')]: 'jwt_token=x' })).toEqual({
      headers: { cookie: 'jwt_token=x' },
      lines: [['cookie', 'jwt_token=x']],
    })
  })

  test('that brings an empty value has none, whatever its browser sent', () => {
    expect(asked({ cookie: 'jwt_token=old', [labName('cookie')]: '' })).toEqual({
      headers: {},
      lines: [],
    })
  })

  test('may bring no other header', () => {
    const name = 'x-playground-header-host'
    expect(asked({ [name]: 'evil.example' }).headers).toEqual({ [name]: 'evil.example' })
  })

  test('keeps a method that no client library sends', () => {
    const request = new Request(URL, { headers: { [labName('origin')]: 'null' } })
    Object.defineProperty(request, 'method', { value: 'TRACE' })
    expect(withLabHeaders(request, []).request.method).toBe('TRACE')
  })

  test('keeps its body', async () => {
    const request = new Request(URL, {
      method: 'POST',
      body: 'a=b',
      headers: { [labName('origin')]: 'null' },
    })
    expect(await withLabHeaders(request, []).request.text()).toBe('a=b')
  })
})

test('GET /test-users-me with a spoilt cookie so brought answers 401 and clears it', async () => {
  const response = await fetchInProcess(URL, {
    headers: { [labName('cookie')]: 'jwt_token=a.b.c' },
  })
  expect(response.status).toBe(401)
  expect(response.headers.get('set-cookie')).toMatch(/^jwt_token=; Max-Age=0/)
})
