/** Bytes that are no request: each gets a 4xx or the door, and the server goes on. */

import { afterEach, describe, expect, test } from 'vitest'
import {
  askRaw,
  exchange,
  openSocket,
  parseResponse,
  rawRequest,
  readAll,
} from '../../support/raw-http.ts'
import { realServer } from '../../support/real-server.ts'

const server = realServer()

const ITEMS = '/lessons/first-steps/api/items/'

// Whatever a test sent, the next client is served.
afterEach(async () => {
  const { status, body } = await askRaw(server.port, { method: 'GET', path: '/healthz' })
  expect([status, body.toString()]).toEqual([200, '{"status":"ok"}'])
})

/** A whole head: the given lines after a request line, a Host and `Connection: close`. */
const head = (requestLine: string, ...lines: string[]): string =>
  [requestLine, 'Host: localhost', 'Connection: close', ...lines, '', ''].join('\r\n')

const GET = `GET ${ITEMS} HTTP/1.1`
const POST = `POST ${ITEMS} HTTP/1.1`
const BEARER = 'Authorization: Bearer x'
const CHUNKED = 'Transfer-Encoding: chunked'

const sent = async (bytes: string) =>
  parseResponse(await exchange(server.port, Buffer.from(bytes, 'latin1')))

/** Sends bytes, and expects a refusal in JSON after which the connection ends. */
async function refused(bytes: string, status: number, detail: unknown = expect.any(String)) {
  const answer = await sent(bytes)
  expect(answer.status).toBe(status)
  expect(answer.headers).toContainEqual(['content-type', 'application/json'])
  expect(answer.headers).toContainEqual(['content-length', String(answer.body.length)])
  expect(answer.headers).toContainEqual(['connection', 'close'])
  expect(JSON.parse(answer.body.toString())).toEqual({ detail })
}

describe('a request line', () => {
  test.each([
    ['of one word', 'garbage\r\n\r\n'],
    ['of a method only', 'GET\r\n\r\n'],
    ['with an unknown method', head(`FOO ${ITEMS} HTTP/1.1`)],
    ['with a method in lower case', head(`get ${ITEMS} HTTP/1.1`)],
    ['with an unknown version', head(`GET ${ITEMS} HTTP/9.9`)],
    ['with the protocol in lower case', head(`GET ${ITEMS} http/1.1`)],
    ['with a space in its target', head('GET /a b HTTP/1.1')],
    ['with a tab in its target', head('GET /a\tb HTTP/1.1')],
    ['with a NUL in its target', head('GET /a\0b HTTP/1.1')],
    ['with a raw byte above ASCII in its target', head('GET /caf\u00e9 HTTP/1.1')],
    ['with backslashes for slashes', head(`GET ${ITEMS.replaceAll('/', '\\')} HTTP/1.1`)],
    ['with a backslash among the slashes', head('GET /lessons/first-steps/api\\items/ HTTP/1.1')],
    ['with no slash before its path', head('GET healthz HTTP/1.1')],
    ['with an asterisk for a path', head('GET * HTTP/1.1')],
    ['with a URL of another protocol', head(`GET ftp://localhost${ITEMS} HTTP/1.1`)],
    ['with a URL that is none', head('GET http://[/ HTTP/1.1')],
    ['of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['of TLS', '\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03'],
  ])('%s answers 400', async (_, bytes) => {
    await refused(bytes, 400)
  })

  test('with CONNECT gets the door', async () => {
    const bytes = head('CONNECT localhost:443 HTTP/1.1')
    expect((await exchange(server.port, bytes)).toString()).toBe('')
  })
})

describe('a head', () => {
  test.each([
    ['without Host', `${GET}\r\n${BEARER}\r\nConnection: close\r\n\r\n`],
    ['with two Hosts', `${GET}\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n`],
    ['with a Host of two words', `${GET}\r\nHost: a b\r\nConnection: close\r\n\r\n`],
    ['with a path in its Host', `${GET}\r\nHost: a/b\r\nConnection: close\r\n\r\n`],
    ['with a user in its Host', `${GET}\r\nHost: a@b\r\nConnection: close\r\n\r\n`],
    [
      'with a port out of range in its Host',
      `${GET}\r\nHost: a:99999\r\nConnection: close\r\n\r\n`,
    ],
    ['with a line without a colon', head(GET, 'Authorization')],
    ['with a line without a name', head(GET, ': Bearer x')],
    ['with a space before the colon', head(GET, 'Authorization : Bearer x')],
    ['with a space in a name', head(GET, 'Author ization: Bearer x')],
    ['with a non-ASCII name', head(GET, 'Authoriz\u00e4tion: Bearer x')],
    ['with a NUL in a value', head(GET, 'Authorization: Bearer x\0y')],
    ['with a control character in a value', head(GET, 'Authorization: Bearer x\x01y')],
    ['with a bare CR in a value', head(GET, 'Authorization: Bearer x\ry')],
    ['with a folded value', head(GET, 'Authorization: Bearer', ' x')],
    ['with bare line feeds', head(GET, BEARER).replaceAll('\r\n', '\n')],
    ['with two lengths that differ', `${head(POST, 'Content-Length: 1', 'Content-Length: 2')}a`],
    ['with a length and chunks', `${head(POST, 'Content-Length: 1', CHUNKED)}0\r\n\r\n`],
    ['with a negative length', head(POST, 'Content-Length: -1')],
    ['with a length of letters', head(POST, 'Content-Length: 1x')],
    ['with a length beyond all numbers', head(POST, `Content-Length: ${'9'.repeat(30)}`)],
    ['with a transfer coding that ends unchunked', head(POST, 'Transfer-Encoding: gzip')],
  ])('%s answers 400', async (_, bytes) => {
    await refused(bytes, 400)
  })

  test.each([
    ['a header of 20,000 characters', head(GET, `Authorization: Bearer ${'A'.repeat(20_000)}`)],
    ['a target of 20,000 characters', head(`GET /${'a'.repeat(20_000)} HTTP/1.1`)],
    [
      'many short lines, 20,000 characters together',
      head(GET, ...Array<string>(2000).fill('a: 123456789')),
    ],
  ])('with %s answers 431', async (_, bytes) => {
    await refused(bytes, 431, 'Request Header Fields Too Large')
  })

  test('with an expectation nobody meets answers 417', async () => {
    await refused(head(GET, BEARER, 'Expect: the-unexpected'), 417, 'Expectation Failed')
  })
})

describe('bytes that are no request', () => {
  test('before their answer come the answers to the requests before them', async () => {
    const bytes = `${keptAlive('/healthz')}garbage\r\n\r\n`
    const text = (await exchange(server.port, bytes)).toString()
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400'])
    expect(text).toMatch(/\{"detail":"Bad Request"\}$/)
  })
})

const keptAlive = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`

describe('a client that goes away', () => {
  test.each([
    ['before it says anything', ''],
    ['amid its request line', 'GET /less'],
    ['amid its head', `${GET}\r\nHost: loc`],
    ['amid its body', `${head(POST, 'Content-Length: 100')}abc`],
    ['amid a chunk', `${head(POST, CHUNKED)}64\r\nabc`],
  ])('%s gets a 4xx or the door', async (_, bytes) => {
    const socket = await openSocket(server.port)
    const answer = readAll(socket)
    socket.end(bytes)
    expect((await answer).toString()).toMatch(/^(HTTP\/1\.1 4\d\d |$)/)
  })

  test('with a reset, while its answer is made, does no harm', async () => {
    const socket = await openSocket(server.port)
    const closed = readAll(socket)
    socket.write(rawRequest({ method: 'GET', path: ITEMS }), () => socket.resetAndDestroy())
    await closed
    expect(socket.destroyed).toBe(true)
  })
})
