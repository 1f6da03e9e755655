/** What no client sends and somebody's own few lines over a socket do: to each of the three ports. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RealServer, startRealServer } from '../e2e/support/playground.ts'
import { exchange, openSocket, parseResponse, readAll } from '../support/raw-http.ts'

let real: RealServer
beforeAll(async () => {
  real = await startRealServer()
})
afterAll(() => real?.stop())

const portOf = (url: string) => Number(new URL(url).port)

const lines = (...of: string[]) => [...of, '', ''].join('\r\n')

const LOGIN = 'username=johndoe&password=secret'
const FORM = 'Content-Type: application/x-www-form-urlencoded'

describe.each([
  ['the playground', () => portOf(real.url)],
  ['the auth server', () => portOf(real.authUrl)],
  ['the client server', () => portOf(real.clientUrl)],
])('%s', (_, port) => {
  const send = async (bytes: string) =>
    parseResponse(await exchange(port(), Buffer.from(bytes, 'latin1')))

  test.each([
    ['a Host that is no name (xn--)', 400, 'GET / HTTP/1.1', 'Host: xn--'],
    ['a Host with a blank in it', 400, 'GET / HTTP/1.1', 'Host: local host'],
    ['no Host', 400, 'GET / HTTP/1.1', 'Accept: */*'],
    ['two Hosts', 400, 'GET / HTTP/1.1', 'Host: localhost\r\nHost: localhost'],
    ['a Host of somebody else', 421, 'GET / HTTP/1.1', 'Host: evil.example'],
    ['an Upgrade to HTTP/2', 200, 'GET /docs HTTP/1.1', 'Host: localhost\r\nUpgrade: h2c'],
    ['a whole URL for a path', 200, 'GET http://localhost/docs HTTP/1.1', 'Host: localhost'],
    ['a path that is not there', 404, 'GET /nowhere/at/all HTTP/1.1', 'Host: localhost'],
    [
      'a header of 20,000 characters',
      431,
      'GET / HTTP/1.1',
      `Host: localhost\r\nX: ${'x'.repeat(20_000)}`,
    ],
  ])('somebody sends %s and gets %i', async (what, status, requestLine, headers) => {
    // The playground's own page is at its root.
    const target = port() === portOf(real.url) ? requestLine.replace('/docs', '/') : requestLine
    const answer = await send(lines(target, headers, 'Connection: close'))
    expect(answer.status).toBe(status)
    if (status < 400) return
    const type = answer.headers.find(([name]) => name === 'content-type')?.[1]
    expect(type, what).toMatch(/^application\/json/)
    expect(JSON.parse(answer.body.toString())).toEqual({ detail: expect.any(String) })
  })

  test('somebody sends garbage and hangs up, again and again, and the next request is answered', async () => {
    for (const bytes of ['\0\0\0', 'GET', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', '\x16\x03\x01\x00']) {
      const socket = await openSocket(port())
      socket.end(bytes)
      await readAll(socket)
    }
    const { status } = await send(lines('GET / HTTP/1.1', 'Host: localhost', 'Connection: close'))
    expect([200, 404]).toContain(status)
  })
})

describe('somebody logs in at the auth server by hand', () => {
  const head = [`POST /token HTTP/1.1`, 'Host: localhost', FORM, 'Connection: close']
  const answerOf = async (answer: Promise<Buffer>) => {
    const { status, body } = parseResponse(await answer)
    return { status, json: JSON.parse(body.toString()) as unknown }
  }
  const token = { status: 200, json: { access_token: expect.any(String), token_type: 'bearer' } }

  test('with one byte a packet', async () => {
    const socket = await openSocket(portOf(real.authUrl))
    socket.setNoDelay(true)
    const answer = readAll(socket)
    for (const byte of lines(...head, `Content-Length: ${LOGIN.length}`) + LOGIN) {
      await new Promise((resolve) => socket.write(byte, resolve))
    }
    expect(await answerOf(answer)).toEqual(token)
  })

  test('with a body in chunks', async () => {
    const chunks = ['username=john', 'doe&pass', 'word=secret', ''].map(
      (chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`,
    )
    const bytes = lines(...head, 'Transfer-Encoding: chunked') + chunks.join('')
    expect(await answerOf(exchange(portOf(real.authUrl), bytes))).toEqual(token)
  })

  test('and asks first whether to go on', async () => {
    const socket = await openSocket(portOf(real.authUrl))
    const answer = readAll(socket)
    socket.write(lines(...head, `Content-Length: ${LOGIN.length}`, 'Expect: 100-continue'))
    await new Promise((resolve) => socket.once('data', resolve))
    socket.write(LOGIN)
    const bytes = (await answer).toString('latin1')
    expect(bytes).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\n/)
    const rest = Buffer.from(bytes.slice(bytes.indexOf('\r\n\r\n') + 4), 'latin1')
    expect(await answerOf(Promise.resolve(rest))).toEqual(token)
  })

  test('and sends the next request along without waiting', async () => {
    const [first, ...rest] = head
    const keepOpen = [first!, ...rest.slice(0, -1)]
    const login = lines(...keepOpen, `Content-Length: ${LOGIN.length}`) + LOGIN
    const me = lines('GET /users/me/ HTTP/1.1', 'Host: localhost', 'Connection: close')
    const answers = (await exchange(portOf(real.authUrl), login + me)).toString('latin1')
    expect(answers.match(/HTTP\/1\.1 \d{3}/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 401'])
  })
})
