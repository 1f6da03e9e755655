/** What a server decided about one request, in order, in a form that can cross a thread or a header. */

import type { Gate, RefusalReason } from './codes.ts'

/** Header field lines in the order they stood on the wire; a name may occur twice (RFC 9110 section 5.2). */
export type HeaderList = [name: string, value: string][]

/** Small details of a decision, for a sentence shown to a person. Never a password. */
export type Facts = Record<string, string | number>

/**
 * One event in the life of a request.
 *
 * - `received`: the request line and its headers, as the server saw them.
 * - `decided`: `by` names the guard or dependency, `gate` the question it asked, `because` the answer as a code.
 * - `refused`: the error the client gets (`detail`), and the private reasons (`because`), nearest first.
 * - `called`: a request this server made to another, its response, and what was decided there, where it says so.
 * - `ran`: numbers of the points of the server's own code that the request ran through, in the order of the source, and the
 *   one that refused it; which numbers stand for what is known to whoever instrumented the code.
 * - `sent`: the response line and its headers.
 * - `cut`: how many characters were left out of this trace to fit a header.
 */
export type TraceEvent =
  | { kind: 'received'; method: string; url: string; headers: HeaderList }
  | {
      kind: 'decided'
      by: string
      gate: string
      pass: boolean
      because: string
      facts?: Facts
    }
  | { kind: 'called'; request: CalledRequest; response: CalledResponse | null; trace: Trace }
  | { kind: 'refused'; status: number; detail: string; because: string[]; facts?: Facts }
  | { kind: 'ran'; points: number[]; refused?: number }
  | { kind: 'sent'; status: number; headers: HeaderList }
  | { kind: 'cut'; characters: number }

/** A request one server makes to another, bodies included: a hop the browser never sees. */
export interface CalledRequest {
  method: string
  url: string
  headers: HeaderList
  body: string
}

export interface CalledResponse {
  status: number
  headers: HeaderList
  body: string
}

export type Trace = TraceEvent[]

/**
 * What a host lends a step app for one request, as Hono bindings. An app works without any of it.
 *
 * The trace travels here and not in a module variable, because requests interleave and a browser
 * worker has no AsyncLocalStorage.
 */
export interface Stage {
  /** Where guards write what they decided. */
  trace?: Trace
  /** The learner's clock, where it is not this machine's. */
  now?: () => Date
  /** How this server reaches others; the platform's own `fetch` when absent. */
  fetch?: typeof fetch
  /** Where the auth server is that this one calls, without a slash at its end. */
  AUTH_SERVER_URL?: string
  /** The key that tokens are signed with, for a server that keeps none in its source. */
  SECRET_KEY?: string
  /** Hosts, as origins spell them, that lead here from elsewhere: behind a proxy, the request names another. */
  allowedHosts?: readonly string[]
  /** The field lines before a `Headers` object joins those of the same name. */
  headers?: HeaderList
}

/** The time that counts for this request, in whole seconds since 1970 (RFC 7519 section 2, NumericDate). */
export function secondsNow(c: { env?: Stage }): number {
  return Math.floor((c.env?.now?.() ?? new Date()).getTime() / 1000)
}

/** A decision as guards write it down: in codes that there are words for. */
interface Decision {
  by: string
  /** A dependency's is the name of its value. */
  gate: Gate | (string & {})
  pass: boolean
  because: RefusalReason
  facts?: Facts
}

/**
 * Writes a decision into the request's trace; does nothing when no host asked for one.
 *
 * @example
 * const trace: Trace = []
 * const c = { env: { trace } }
 * decided(c, { by: 'ApiKey', gate: 'header', pass: false, because: 'authorization-missing' })
 * expect(trace).toMatchObject([{ kind: 'decided', by: 'ApiKey', pass: false }])
 */
export function decided(c: { env?: Stage }, decision: Decision): void {
  c.env?.trace?.push({ kind: 'decided', ...decision })
}
