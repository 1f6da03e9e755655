/** What stands between people and servers: a proxy that ends TLS, and a forwarded port. */

import { once } from 'node:events'
import {
  createServer,
  type IncomingHttpHeaders,
  request as passOn,
  type RequestListener,
  type Server,
} from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { cert, key } from './certificate.ts'

export interface Proxy {
  port: number
  /** What the servers behind it wanted browsers to keep: the `Set-Cookie` lines, in order. */
  cookies: string[]
  stop: () => Promise<void>
}

/** Changes what a request says of where it goes and comes from. */
type Rewrite = (headers: IncomingHttpHeaders) => IncomingHttpHeaders

/**
 * Ends TLS as a proxy of a company or a host does: the headers go on as they arrive, the name in the address
 * among them, with a word that it was https.
 *
 * @param servers URLs by the name that the browser asked for.
 */
export const startTlsProxy = (servers: Record<string, string>): Promise<Proxy> =>
  start(
    ({ host = '' }) => servers[host.replace(/:\d+$/, '')],
    (headers) => ({ ...headers, 'x-forwarded-proto': 'https' }),
    (listener) => createTlsServer({ key, cert }, listener),
  )

/** Forwards a port of this machine, as an editor or a container does. */
export const startForwarder = (server: string, rewrite: Rewrite = (same) => same): Promise<Proxy> =>
  start(() => server, rewrite, createServer)

async function start(
  serverOf: (headers: IncomingHttpHeaders) => string | undefined,
  rewrite: Rewrite,
  serve: (listener: RequestListener) => Server,
): Promise<Proxy> {
  const cookies: string[] = []
  const server = serve((asked, answer) => {
    const to = serverOf(asked.headers)
    if (!to) {
      answer.writeHead(502).end()
      return
    }
    const { hostname, port } = new URL(to)
    const { method, url: path, headers } = asked
    const passed = passOn({ hostname, port, method, path, headers: rewrite(headers) })
    passed.on('response', (got) => {
      cookies.push(...(got.headers['set-cookie'] ?? []))
      answer.writeHead(got.statusCode!, got.rawHeaders)
      got.pipe(answer)
    })
    passed.on('error', () => answer.writeHead(502).end())
    asked.pipe(passed)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    cookies,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
