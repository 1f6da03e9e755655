/** The playground's app on a port of this machine: what Node knows of a request, handed on. */

import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener, type HttpBindings, RequestError } from '@hono/node-server'
import { meantForUs, readHost } from './allowed-hosts.ts'
import { isFromNetwork } from './from-network.ts'
import { type BadRequest, refuse, refuseBadBytes } from './refuse-bytes.ts'
import type { HeaderList } from '../security/trace.ts'
import type { SiteBindings } from '../stage/site-bindings.ts'

/** What answers: a Hono app, as its `fetch`. */
interface Site {
  fetch: (request: Request, bindings: SiteBindings) => Response | Promise<Response>
}

interface ListenOptions {
  host: string
  /** 0 takes any free port. */
  port: number
  /** Hosts that requests may name besides this machine's own, as URLs spell them. */
  allowedHosts?: readonly string[]
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

/** A client that is too slow with its request is cut off with 408, one whose head is too long with 431. */
const LIMITS: Limits = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16 * 1024,
}

/**
 * Listens, and resolves once a client can connect.
 *
 * What is no request, or is meant for another host, is answered here, in JSON; the site never sees it.
 *
 * @returns the server, and the port it got.
 * @throws Node's error with its `code` when the address cannot be had.
 */
export function listen(
  site: Site,
  { host, port, allowedHosts = [], limits = {} }: ListenOptions,
): Promise<{ server: Server; port: number }> {
  const answer = getRequestListener(
    (request, env) =>
      site.fetch(request, new NodeBindings((env as HttpBindings).incoming, allowedHosts)),
    { errorHandler },
  )
  let isOurs: (hostname: string) => boolean = () => false
  const server = createServer(
    // Node's own refusal of a request without Host has no body.
    { ...LIMITS, ...limits, requireHostHeader: false },
    (incoming, outgoing) => {
      const read = readAuthority(incoming, isOurs)
      if ('status' in read) return refuse(outgoing, read)
      // The app makes URLs of the host that was checked, and of no other.
      incoming.headers.host = read.host
      return void answer(incoming, outgoing)
    },
  )
  refuseBadBytes(server)
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const { address, port: got } = server.address() as AddressInfo
      isOurs = meantForUs({ host, address, allowed: allowedHosts })
      resolve({ server, port: got })
    })
  })
}

/** What Node knows of a request and a `Request` does not; read by few, so made when it is read. */
class NodeBindings implements SiteBindings {
  readonly target: string
  readonly allowedHosts: readonly string[]
  readonly #incoming: IncomingMessage

  constructor(incoming: IncomingMessage, allowedHosts: readonly string[]) {
    this.target = incoming.url ?? ''
    this.allowedHosts = allowedHosts
    this.#incoming = incoming
  }

  get headers() {
    return fieldLines(this.#incoming.rawHeaders)
  }

  get fromNetwork() {
    return isFromNetwork(this.#incoming)
  }

  /** What the socket says: the Host header is the client's word. */
  get origin() {
    return `http://${socketAddress(this.#incoming)}`
  }
}

/** Answers what no URL can be made of; anything else that comes here is a fault of ours. */
function errorHandler(error: unknown): Response {
  if (error instanceof RequestError) {
    return Response.json({ detail: 'Bad Request' }, { status: 400 })
  }
  console.error(error)
  return Response.json({ detail: 'Internal Server Error' }, { status: 500 })
}

/**
 * Reads which host a request is meant for: what `Host` names, and the target too where it is a whole URL
 * (RFC 9112 section 3.2).
 */
function readAuthority(
  incoming: IncomingMessage,
  isOurs: (hostname: string) => boolean,
): { host: string } | BadRequest {
  const named = hostsIn(incoming.rawHeaders)
  if (named.length > 1) return { status: 400, detail: 'Several Host headers' }
  // HTTP/1.0 has no Host.
  const field = named[0] ?? (incoming.httpVersion === '1.0' ? socketAddress(incoming) : undefined)
  if (field === undefined) return { status: 400, detail: 'No Host header' }
  const [, inTarget] = incoming.url?.startsWith('/')
    ? []
    : (/^https?:\/\/([^/?#]*)/.exec(incoming.url ?? '') ?? [])
  const host = readHost(field)
  const target = inTarget === undefined ? host : readHost(inTarget)
  if (!host || !target) return { status: 400, detail: 'Bad host' }
  return isOurs(host.hostname) && (target === host || isOurs(target.hostname))
    ? host
    : { status: 421, detail: 'Host not allowed; see ALLOWED_HOSTS' }
}

/** Address and port that a connection came in at, as in a URL. */
function socketAddress({ socket: { localAddress = '', localPort } }: IncomingMessage): string {
  // A socket for both families spells IPv4 so.
  const address = localAddress.replace(/^::ffff:(?=\d+\.)/, '')
  return `${address.includes(':') ? `[${address}]` : address}:${localPort}`
}

/** What the lines say that name the host; there must be one (RFC 9112 section 3.2). */
function hostsIn(rawHeaders: readonly string[]): string[] {
  const hosts: string[] = []
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    if (rawHeaders[i]!.length === 4 && rawHeaders[i]!.toLowerCase() === 'host') {
      hosts.push(rawHeaders[i + 1]!)
    }
  }
  return hosts
}

/** Header lines as they came: a `Headers` object would join those of one name. */
function fieldLines(rawHeaders: readonly string[]): HeaderList {
  const lines: HeaderList = []
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    lines.push([rawHeaders[i]!.toLowerCase(), rawHeaders[i + 1]!])
  }
  return lines
}
