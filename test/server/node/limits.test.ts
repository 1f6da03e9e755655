/** How much of a server one client gets: time, header bytes, body bytes. The wait of logins has a test of its own. */

import { describe, expect, onTestFinished, test } from 'vitest'
import { listen } from '../../../server/node/listen.ts'
import { createSite } from '../../../server/playground/site.ts'
import { askRaw, openSocket, parseResponse, readAll } from '../../support/raw-http.ts'

/** Short, so that nobody waits for what is cut off. */
const SHORT = { headersTimeout: 40, requestTimeout: 80, connectionsCheckingInterval: 20 }

async function started(limits = {}): Promise<number> {
  const { server, port } = await listen(createSite(), { host: '127.0.0.1', port: 0, limits })
  onTestFinished(() => void server.close())
  return port
}

describe('a client that does not end its request is answered 408', () => {
  test.each([
    ['in the middle of a header', 'GET /healthz HTTP/1.1\r\nHost: a\r\nX-Slow: '],
    ['before its first header', 'GET /healthz HTTP/1.1\r\n'],
    [
      'in the middle of a body',
      'POST /lessons/password-flow/api/token HTTP/1.1\r\nHost: localhost\r\nContent-Length: 90\r\n\r\nuser',
    ],
  ])('%s', async (_, begun) => {
    const socket = await openSocket(await started(SHORT))
    const read = readAll(socket)
    socket.write(begun)
    const { status, headers, body } = parseResponse(await read)
    expect(status).toBe(408)
    expect(headers).toContainEqual(['content-type', 'application/json'])
    expect(headers).toContainEqual(['connection', 'close'])
    expect(body.toString()).toBe('{"detail":"Request Timeout"}')
  })
})

test.each([
  ['16 KiB of headers', 16 * 1024, 431],
  ['12 KiB of headers', 12 * 1024, 200],
])('%s are answered as they should', async (_, size, status) => {
  const headers: [string, string][] = [['X-Long', 'x'.repeat(size)]]
  const answer = await askRaw(await started(), { method: 'GET', path: '/healthz', headers })
  expect(answer.status).toBe(status)
})

describe('a body of more than 64 KiB is answered 413', () => {
  const FORM: [string, string] = ['Content-Type', 'application/x-www-form-urlencoded']
  const LONG = `username=johndoe&password=${'x'.repeat(64 * 1024)}`

  test.each([
    ['announced', { headers: [FORM], body: LONG }],
    [
      'in chunks',
      {
        headers: [FORM, ['Transfer-Encoding', 'chunked']] satisfies [string, string][],
        body: `${LONG.length.toString(16)}\r\n${LONG}\r\n0\r\n\r\n`,
      },
    ],
  ])('%s', async (_, request) => {
    const port = await started()
    const path = '/lessons/password-flow/api/token'
    const answer = await askRaw(port, { method: 'POST', path, ...request })
    expect(answer.status).toBe(413)
    expect(JSON.parse(answer.body.toString())).toEqual({ detail: 'Request body too large' })
    // The next request has the way free.
    expect((await askRaw(port, { method: 'GET', path: '/healthz' })).status).toBe(200)
  })
})
