/** Other servers on this machine that answer as a test wants: in time or never, with sense or without. */

import { once } from 'node:events'
import { createServer as httpServer, type IncomingMessage, type RequestListener } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { onTestFinished } from 'vitest'

/** Starts a server that ends with the test. */
export async function upstream(listener: RequestListener, port = 0) {
  const requests: IncomingMessage[] = []
  const bodies: Promise<string>[] = []
  const server = httpServer((request, response) => {
    requests.push(request)
    bodies.push(textOf(request))
    listener(request, response)
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  const stop = async () => {
    if (!server.listening) return
    server.close().closeAllConnections()
    await once(server, 'close')
  }
  onTestFinished(stop)
  const { port: got } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${got}`, port: got, requests, bodies, stop }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  await new Promise((resolve) => request.once('close', resolve))
  return Buffer.concat(chunks).toString()
}

/** Answers everything with one body. */
export const says =
  (body: string | Buffer, status = 200, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    void response.writeHead(status, headers).end(body)

/** A port of this machine that nobody else gets while the test runs; counts who comes. */
export async function takenPort() {
  const taken = { port: 0, calls: 0 }
  const server = createServer((socket) => {
    taken.calls++
    socket.destroy()
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  taken.port = (server.address() as AddressInfo).port
  return taken
}
