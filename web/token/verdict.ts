/** What servers said about a token, by the decisions they wrote down. */

import { receivedHeaders } from '../../lessons/exchange/headers.ts'
import type { Exchange } from '../../lessons/exchange/exchange.ts'
import type { Facts, HeaderList, Trace } from '../../server/security/trace.ts'
import { tokenIn } from './token-in.ts'
import { bearerToken } from './token-of.ts'

/** One server's say, in one exchange. */
export interface Verdict {
  /**
   * - `verified`: the signature was found right, and nothing about the token stopped the request.
   * - `refused`: a gate that looks at tokens stopped it.
   * - `unread`: it was taken and no signature was looked at.
   */
  kind: 'verified' | 'refused' | 'unread'
  /** Id of the lesson's server. */
  server: string
  /** Number of the exchange in the journal. */
  exchange: number
  /** Where it stopped, and why as a code. */
  stopped?: { gate: string; because: string; facts: Facts }
  /** Whether the signature was found right before another gate refused. */
  signed: boolean
}

/** Gates that speak of the token itself, and of whom it names. */
const ABOUT_TOKENS = new Set([
  'token',
  'parts',
  'jose-header',
  'algorithm',
  'signature',
  'expiry',
  'subject',
  'revocation',
  'scopes',
  'user',
  'activeUser',
])

/** The newest say about exactly this token; undefined while no server has seen it. */
export function verdictOn(token: string, exchanges: readonly Exchange[]): Verdict | undefined {
  for (const exchange of exchanges.toReversed()) {
    const verdicts = visits(exchange)
      .filter(({ headers }) => carries(headers, token))
      .flatMap((visit) => judge(visit, exchange.id) ?? [])
    // The server that looked at it knows more than the one that handed it on.
    const verdict = verdicts.find(({ kind }) => kind !== 'unread') ?? verdicts[0]
    if (verdict) return verdict
  }
  return undefined
}

/** The number of the exchange in which the lesson's server gave a token out, and that server. */
export function issuedIn(token: string, exchanges: readonly Exchange[]) {
  const found = exchanges.find(
    (exchange) =>
      !visits(exchange).some(({ headers }) => carries(headers, token)) &&
      tokenIn(exchange) === token,
  )
  return found && { exchange: found.id, server: found.server }
}

interface Visit {
  server: string
  headers: HeaderList
  trace: Trace
}

/** Each time a request reached a server: the browser's own, and those that server made. */
function visits(exchange: Exchange): Visit[] {
  const { server, trace } = exchange
  return [
    { server, headers: receivedHeaders(exchange), trace },
    ...trace.flatMap((event): Visit[] =>
      event.kind === 'called'
        ? [
            {
              server: serverAt(event.request.url),
              headers: event.request.headers,
              trace: event.trace,
            },
          ]
        : [],
    ),
  ]
}

/** The lesson's server that an address is below; an address elsewhere is named by its host. */
function serverAt(url: string): string {
  const { pathname, host } = new URL(url)
  return /\/lessons\/[^/]+\/([^/]+)/.exec(pathname)?.[1] ?? host
}

/** Whether the headers hold exactly this token, as Bearer credentials or as the value of a cookie. */
function carries(headers: HeaderList, token: string): boolean {
  if (bearerToken(headers) === token) return true
  return headers
    .filter(([name]) => /^cookie$/i.test(name))
    .flatMap(([, value]) => value.split(';'))
    .some(
      (pair) =>
        pair
          .slice(pair.indexOf('=') + 1)
          .trim()
          .replace(/^"(.*)"$/, '$1') === token,
    )
}

/** What one server came to; undefined where it did not look for a token. */
function judge({ server, trace }: Visit, exchange: number): Verdict | undefined {
  const decided = trace
    .filter((event) => event.kind === 'decided')
    .filter(({ gate }) => ABOUT_TOKENS.has(gate))
  // A server that made no decision about the header has not looked at the token.
  if (!decided.some(({ gate }) => gate === 'token' || gate === 'signature')) return undefined
  const signed = decided.some(({ gate, pass }) => gate === 'signature' && pass)
  const stop = decided.find(({ pass }) => !pass)
  return {
    kind: stop ? 'refused' : signed ? 'verified' : 'unread',
    server,
    exchange,
    signed,
    ...(stop && {
      stopped: { gate: stop.gate, because: stop.because, facts: stop.facts ?? {} },
    }),
  }
}
