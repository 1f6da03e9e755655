/** The playground's app on a port of this machine: what Node knows of a request, handed on. */

import { type HttpBindings, serve, type ServerType } from '@hono/node-server'
import type { HeaderList } from './security/trace.ts'
import type { SiteBindings } from './site.ts'

/** What answers: a Hono app, as its `fetch`. */
interface Site {
  fetch: (request: Request, bindings: SiteBindings) => Response | Promise<Response>
}

interface ListenOptions {
  host: string
  /** 0 takes any free port. */
  port: number
  limits?: Partial<Limits>
}

/** What a client may take of the server, in milliseconds and bytes. */
interface Limits {
  /** From the connection to the last byte of the request's head. */
  headersTimeout: number
  /** From the connection to the last byte of the request. */
  requestTimeout: number
  /** How often connections are looked at. */
  connectionsCheckingInterval: number
  /** All header lines together. */
  maxHeaderSize: number
}

/** Who dribbles a request, or never ends one, is cut off with 408; who sends too long a head, with 431. */
const LIMITS: Limits = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16 * 1024,
}

/**
 * Listens, and resolves once a client can connect.
 *
 * @returns the server, and the port it got.
 * @throws Node's error with its `code` when the address cannot be had.
 */
export function listen(
  site: Site,
  { host, port, limits = {} }: ListenOptions,
): Promise<{ server: ServerType; port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: (request, env) => {
          // Plain HTTP/1.1, as no TLS is asked for below.
          const { incoming } = env as HttpBindings
          if (hostLines(incoming.rawHeaders) > 1) {
            return Response.json({ detail: 'Several Host headers' }, { status: 400 })
          }
          return site.fetch(request, {
            // Read by few: most requests are answered without it.
            get headers() {
              return fieldLines(incoming.rawHeaders)
            },
            target: incoming.url ?? '',
            // What the socket says: the Host header is the client's word.
            get origin() {
              const { localAddress = '', localPort } = incoming.socket
              return `http://${localAddress.includes(':') ? `[${localAddress}]` : localAddress}:${localPort}`
            },
          })
        },
        hostname: host,
        port,
        serverOptions: { ...LIMITS, ...limits },
      },
      (address) => resolve({ server, port: address.port }),
    )
    server.once('error', reject)
  })
}

/** How many lines say which host is meant; a server must refuse several (RFC 9112 section 3.2). */
function hostLines(rawHeaders: readonly string[]): number {
  let lines = 0
  for (let i = 0; i < rawHeaders.length; i += 2) {
    if (rawHeaders[i]!.length === 4 && rawHeaders[i]!.toLowerCase() === 'host') lines++
  }
  return lines
}

/** Header lines as they came: a `Headers` object would join those of one name. */
function fieldLines(rawHeaders: readonly string[]): HeaderList {
  const lines: HeaderList = []
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    lines.push([rawHeaders[i]!.toLowerCase(), rawHeaders[i + 1]!])
  }
  return lines
}
