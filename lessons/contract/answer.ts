/** What the contract asks and gets, and the form in which answers of different transports compare. */

import type { HeaderList, Trace } from '../../server/security/trace.ts'
import { decodeTrace, TRACE_HEADER } from '../../server/stage/trace-header.ts'
import { setCookieLines } from '../exchange/headers.ts'
import type { Call } from './row.ts'

/** A request as a sentence of the contract makes it; `path` is from the playground's root. */
export interface AskedRequest {
  method: string
  path: string
  headers: HeaderList
  body: string | null
}

export interface Answer {
  status: number
  headers: HeaderList
  body: ArrayBuffer
}

export type Ask = (request: AskedRequest) => Promise<Answer>

/** The header fields an answer means something by; the others are the transport's own. */
const MEANT = ['content-type', 'www-authenticate', 'location', 'allow', 'cache-control'] as const

export const traceOf = ({ headers }: Answer): Trace =>
  decodeTrace(headers.find(([name]) => name.toLowerCase() === TRACE_HEADER)?.[1])

/** A GET with these header lines. */
export const get = (path: string, headers: HeaderList = []): AskedRequest => ({
  method: 'GET',
  path,
  headers,
  body: null,
})

export const textOf = ({ body }: Answer): string => new TextDecoder().decode(body)

export const jsonOf = (answer: Answer): unknown => JSON.parse(textOf(answer))

/** The Authorization value the server says it received. */
export function authorizationSeen(answer: Answer): string | undefined {
  const received = traceOf(answer).find((event) => event.kind === 'received')
  return received?.headers.find(([name]) => name === 'authorization')?.[1]
}

/** Decisions in short: `+ code` passed, `- code` stopped the request. */
export const decisionsOf = (trace: Trace): string[] =>
  trace.flatMap((event) =>
    event.kind === 'decided' ? [`${event.pass ? '+' : '-'} ${event.because}`] : [],
  )

/** The calls in a trace; the address of the other server is the transport's own. */
const callsOf = (trace: Trace): Call[] =>
  trace.flatMap((event) => {
    if (event.kind !== 'called') return []
    const { request, response, trace: theirs } = event
    const { pathname } = new URL(request.url)
    return {
      asked: `${request.method} ${pathname.replace(/^\/lessons\/[^/]+\/[^/]+/, '')}`,
      authorization: request.headers.find(([name]) => name === 'authorization')?.[1],
      body: request.body,
      status: response && response.status,
      decided: decisionsOf(theirs),
    }
  })

/** The `Set-Cookie` lines that were sent: a browser shows them to nobody, the trace does. */
export const setCookiesOf = (trace: Trace): string[] =>
  trace.flatMap((event) => (event.kind === 'sent' ? setCookieLines(event.headers) : []))

/** The same lines without what differs from second to second. */
export const cookiesOf = (trace: Trace): string[] =>
  setCookiesOf(trace).map((line) =>
    line.replace(/eyJ[\w.-]+/, 'TOKEN').replace(/Max-Age=[1-9]\d*/, 'Max-Age=SECONDS'),
  )

const COMPARED = new Set(['decided', 'refused', 'ran'])

/** What ran of the servers that were called. */
const ranElsewhere = (trace: Trace) =>
  trace.flatMap((event) =>
    event.kind === 'called' ? event.trace.filter(({ kind }) => kind === 'ran') : [],
  )

/** An answer without what may differ between transports; bodies byte for byte. */
export function normal(answer: Answer) {
  const trace = traceOf(answer)
  return {
    status: answer.status,
    headers: Object.fromEntries(
      MEANT.map((wanted) => [
        wanted,
        answer.headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? null,
      ]),
    ),
    body: [...new Uint8Array(answer.body)],
    trace: trace.filter(({ kind }) => COMPARED.has(kind)),
    called: callsOf(trace),
    ran: ranElsewhere(trace),
  }
}

/** Follows one redirect, as browsers do unseen. */
export const following =
  (ask: Ask): Ask =>
  async (request) => {
    const answer = await ask(request)
    const location = answer.headers.find(([name]) => name === 'location')?.[1]
    return location ? ask({ ...request, path: location }) : answer
  }
