/** The server's own refusal of a login, told apart by the page from every answer of a lesson's. */

import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { listen } from '../../server/node/listen.ts'
import { Refusal, useBcrypt } from '../../server/security/index.ts'
import { createSite } from '../../server/playground/site.ts'
import { decodeTrace, TRACE_HEADER } from '../../server/stage/trace-header.ts'
import { busyWith } from '../../web/stage/busy-server.ts'
import { cheapBcrypt } from './support/cheap-bcrypt.ts'

beforeAll(() =>
  useBcrypt(() =>
    Promise.reject(
      new Refusal(503, 'Too many logins at once', {
        because: 'logins-waiting',
        retryAfter: 1,
        facts: { logins: 9 },
      }),
    ),
  ),
)
afterAll(() => useBcrypt(cheapBcrypt()))

test.each([
  ['jwt/api/token', 'Too many logins at once'],
  ['jwt/secret/token', 'Too many logins at once'],
  ['two-servers/auth/token', 'Too many logins at once'],
  ['two-servers/client/get-token', 'The auth server is busy'],
  ['two-servers/faithful/get-token', 'The auth server is busy'],
])('POST %s answers 503 and Retry-After, and says to the page why', async (path, said) => {
  const site = createSite({ weak: true })
  const { server } = await listen(site, { host: '127.0.0.1', port: 0 })
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const response = await fetch(`http://127.0.0.1:${port}/lessons/${path}`, {
    method: 'POST',
    body: new URLSearchParams({ username: 'johndoe', password: 'secret' }),
  })
  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toBe('1')
  const trace = decodeTrace(response.headers.get(TRACE_HEADER))
  const headers = [...response.headers]
  const body = await response.text()
  expect(body).toContain(said)
  expect(body).not.toContain('waiting')
  const seen = { status: response.status, headers, body, redirected: false, url: response.url }
  expect(busyWith({ mode: 'real', response: seen, trace })).toEqual({ logins: 9, seconds: 1 })
})
