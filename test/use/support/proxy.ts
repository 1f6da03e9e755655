/** What stands between people and servers: a proxy that ends TLS, and a forwarded port. */

import { once } from 'node:events'
import {
  createServer,
  type IncomingHttpHeaders,
  request as passOn,
  type RequestListener,
} from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { cert, key } from './certificate.ts'

export interface Proxy {
  port: number
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
    createTlsServer(
      { key, cert },
      onward(
        ({ host = '' }) => servers[host.replace(/:\d+$/, '')],
        (headers) => ({ ...headers, 'x-forwarded-proto': 'https' }),
      ),
    ),
  )

/** Forwards a port of this machine, as an editor or a container does. */
export const startForwarder = (server: string, rewrite: Rewrite = (same) => same): Promise<Proxy> =>
  start(createServer(onward(() => server, rewrite)))

function onward(
  serverOf: (headers: IncomingHttpHeaders) => string | undefined,
  rewrite: Rewrite,
): RequestListener {
  return (asked, answer) => {
    const server = serverOf(asked.headers)
    if (!server) return void answer.writeHead(502).end()
    const { hostname, port } = new URL(server)
    const { method, url: path, headers } = asked
    const passed = passOn({ hostname, port, method, path, headers: rewrite(headers) })
    passed.on('response', (got) => {
      answer.writeHead(got.statusCode!, got.rawHeaders)
      got.pipe(answer)
    })
    passed.on('error', () => answer.writeHead(502).end())
    asked.pipe(passed)
  }
}

async function start(server: ReturnType<typeof createServer>): Promise<Proxy> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
