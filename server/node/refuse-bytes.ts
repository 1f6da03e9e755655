/** Refusals of what is no request yet, or never will be: Node says them without a body, people and clients get JSON. */

import { STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

/** What ends a request before anybody reads it. */
export interface BadRequest {
  status: number
  detail: string
}

/** Answers a request that goes no further; the connection ends with it, for its body lies unread. */
export function refuse(outgoing: ServerResponse, { status, detail }: BadRequest): void {
  const body = bodyOf(detail)
  outgoing.writeHead(status, {
    'content-type': 'application/json',
    'content-length': body.length,
    connection: 'close',
  })
  outgoing.end(body)
}

/** What Node's parser and clocks find, by the codes of their errors; all else is a bad request. */
const STATUSES: Record<string, number> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  HPE_HEADER_OVERFLOW: 431,
}

/** Makes a server say in JSON what is wrong with bytes that are no request, with an unmet expectation, and with haste. */
export function refuseBadBytes(server: Server): void {
  const answers = new WeakMap<Duplex, ServerResponse>()
  const keep = ({ socket }: IncomingMessage, outgoing: ServerResponse) =>
    void answers.set(socket, outgoing)
  server.on('request', keep)
  server.on('checkExpectation', (_, outgoing: ServerResponse) =>
    refuse(outgoing, { status: 417, detail: STATUS_CODES[417]! }),
  )
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
    const end = () => {
      // An answer that was the last has ended the connection.
      if (!socket.writable) return
      socket.end(message(STATUSES[error.code ?? ''] ?? 400), () => void socket.destroy())
    }
    const answer = answers.get(socket)
    if (!answer || answer.writableFinished) return end()
    // After a whole request, the bytes are of the next one: first comes the answer that is due.
    if (answer.req.complete) return void answer.once('finish', end)
    // In the middle of an answer, these bytes would be part of it.
    return void (answer.headersSent ? socket.destroy() : end())
  })
}

/** A whole response, as bytes. */
function message(status: number): string {
  const reason = STATUS_CODES[status]!
  const body = bodyOf(reason)
  return [
    `HTTP/1.1 ${status} ${reason}`,
    `Date: ${new Date().toUTCString()}`,
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n')
}

/** ASCII, so that characters and bytes are as many. */
const bodyOf = (detail: string) => JSON.stringify({ detail })
