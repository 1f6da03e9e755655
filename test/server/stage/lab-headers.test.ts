/** Headers that browsers forbid a page to set, brought under other names. */

import { describe, expect, test } from 'vitest'
import { isLabHeader, labName, withLabHeaders } from '../../../server/stage/lab-headers.ts'
import { decodeTrace, TRACE_HEADER } from '../../../server/stage/trace-header.ts'
import { fetchInProcess } from '../../support/in-process.ts'

const URL = 'http://localhost/lessons/two-servers/client/test-users-me'

test.each([
  ['Cookie', true],
  ['origin', true],
  ['Sec-Fetch-Site', true],
  ['Sec-Fetch-Dest', true],
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

  test.each([
    [{ [labName('origin')]: 'null' }, { origin: 'null' }],
    [{ [labName('origin')]: '' }, {}],
    [{ [labName('sec-fetch-site')]: 'cross-site' }, { 'sec-fetch-site': 'cross-site' }],
    [{ [labName('cookie')]: '' }, { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }],
  ])('with %j has %j of what says where it comes from', (brought, given) => {
    const own = { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }
    expect(asked({ ...own, ...brought })).toEqual({ headers: given, lines: Object.entries(given) })
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
  expect(setCookiesSent(response)).toEqual([expect.stringMatching(/^jwt_token=; Max-Age=0/)])
})

describe('cookies are those of the lab where it brings them, and the browser’s own where it does not', () => {
  const login = (headers: Record<string, string>) =>
    fetchInProcess('http://localhost/lessons/two-servers/client/get-token', {
      method: 'POST',
      headers,
      body: new URLSearchParams({ username: 'johndoe', password: 'secret' }),
    })

  test.each(['', 'a=b'])(
    'a login with a Cookie header of "%s" so brought puts its cookie into the trace alone',
    async (cookie) => {
      const response = await login({ [labName('cookie')]: cookie })
      expect(response.status).toBe(200)
      expect(response.headers.has('set-cookie')).toBe(false)
      expect(setCookiesSent(response)).toEqual([expect.stringMatching(/^jwt_token=ey/)])
    },
  )

  test('a login without one puts its cookie into the browser’s store too', async () => {
    const response = await login({})
    expect(response.headers.getSetCookie()).toEqual(setCookiesSent(response))
    expect(response.headers.getSetCookie()).toHaveLength(1)
  })

  test.each([
    ['/lessons/first-steps/api/items/', 401],
    ['/lessons/two-servers/client/test-users-me', 401],
  ])(
    'GET %s shows nothing of the browser’s cookies where the lab brings none',
    async (path, status) => {
      const response = await fetchInProcess(`http://localhost${path}`, {
        headers: { cookie: 'jwt_token=a.b.c; session=of-another-port', [labName('cookie')]: '' },
      })
      expect(response.status).toBe(status)
      expect(response.headers.get(TRACE_HEADER)).not.toMatch(/session|jwt_token|"called"/)
    },
  )
})

function setCookiesSent(response: Response): string[] {
  const sent = decodeTrace(response.headers.get(TRACE_HEADER)).find(({ kind }) => kind === 'sent')
  const headers = sent?.kind === 'sent' ? sent.headers : []
  return headers.filter(([name]) => name === 'set-cookie').map(([, line]) => line)
}
