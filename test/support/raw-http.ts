/** HTTP/1.1 by hand over a socket: for requests that no client library agrees to send. */

import { connect, type Socket } from 'node:net'
import type { HeaderList } from '../../server/security/trace.ts'

/** A response as its bytes said it; texts are Latin-1, one character an octet. */
export interface RawResponse {
  status: number
  headers: HeaderList
  body: Buffer
}

interface RawRequest {
  method: string
  /** The request target, sent as it stands. */
  path: string
  /** Field lines in order, values as Latin-1. */
  headers?: HeaderList
  body?: string | Buffer | null
  version?: string
  /** Leaves out the Host line that is else added. */
  noHost?: boolean
}

/**
 * Writes a request as bytes: `Host` first, `Content-Length` after the given lines unless they say how long the
 * body is, and `Connection: close`.
 */
export function rawRequest({
  method,
  path,
  headers = [],
  body = null,
  version = '1.1',
  noHost = false,
}: RawRequest): Buffer {
  const bytes = Buffer.from(body ?? '')
  const has = (wanted: string) => headers.some(([name]) => name.toLowerCase() === wanted)
  const lines: HeaderList = [
    ...(noHost || has('host') ? [] : ([['Host', 'localhost']] satisfies HeaderList)),
    ...headers,
    ...(body === null || has('content-length') || has('transfer-encoding')
      ? []
      : ([['Content-Length', String(bytes.length)]] satisfies HeaderList)),
    ['Connection', 'close'],
  ]
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return Buffer.concat([
    Buffer.from(`${method} ${path} HTTP/${version}\r\n${head}\r\n`, 'latin1'),
    bytes,
  ])
}

/** Opens a connection to a port of this machine. */
export function openSocket(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket))
    socket.once('error', reject)
  })
}

/** Sends bytes and returns all that comes back until the server hangs up. */
export async function exchange(port: number, bytes: Buffer | string): Promise<Buffer> {
  const socket = await openSocket(port)
  const answer = readAll(socket)
  socket.write(bytes)
  return answer
}

/** Reads until the other side closes; a reset after the answer is a way to close. */
export function readAll(socket: Socket): Promise<Buffer> {
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  socket.on('error', () => {})
  return new Promise((resolve) => socket.once('close', () => resolve(Buffer.concat(chunks))))
}

/** Sends a request and reads its one response. */
export async function askRaw(port: number, request: RawRequest): Promise<RawResponse> {
  return parseResponse(await exchange(port, rawRequest(request)))
}

/** Reads the first response in `bytes`. */
export function parseResponse(bytes: Buffer): RawResponse {
  const end = bytes.indexOf('\r\n\r\n')
  const [statusLine = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n')
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(statusLine)?.[1])
  if (Number.isNaN(status)) throw new Error(`not a response: ${bytes.toString('latin1')}`)
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
  })
  const chunked = headers.some(
    ([name, value]) => name === 'transfer-encoding' && value === 'chunked',
  )
  const body = bytes.subarray(end + 4)
  return { status, headers, body: chunked ? unchunked(body) : body }
}

function unchunked(body: Buffer): Buffer {
  const chunks: Buffer[] = []
  let at = 0
  for (;;) {
    const lineEnd = body.indexOf('\r\n', at)
    const size = parseInt(body.subarray(at, lineEnd).toString('latin1'), 16)
    if (!(size > 0)) return Buffer.concat(chunks)
    chunks.push(body.subarray(lineEnd + 2, lineEnd + 2 + size))
    at = lineEnd + 2 + size + 2
  }
}
