/** What the contract asks and gets, and the form in which answers of different transports compare. */

import type { HeaderList, Trace } from '../../server/security/trace.ts'
import { lessonHosts } from '../../server/lesson-hosts.ts'
import { performWithTraceHeader } from '../../server/stage/perform.ts'
import { decodeTrace, TRACE_HEADER } from '../../server/stage/trace-header.ts'
import { requestFromWire, responseToWire } from '../../server/stage/wire.ts'

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
    trace: trace.filter(({ kind }) => kind === 'decided' || kind === 'refused'),
  }
}

const findHost = lessonHosts({ weak: true })

/** Asks the lessons' servers in this process: the baseline that every transport is held against. */
export const askInProcess: Ask = async ({ method, path, headers, body }) => {
  const url = new URL(path, 'http://localhost')
  const host = await findHost(url.pathname)
  const bytes = body === null ? null : new TextEncoder().encode(body).buffer
  const request = requestFromWire({ method, url: url.href, headers, body: bytes })
  const response = host
    ? await performWithTraceHeader(host, request)
    : Response.json({ detail: 'Not Found' }, { status: 404 })
  const wire = await responseToWire(response)
  return { ...wire, body: wire.body ?? new ArrayBuffer(0) }
}

/** Follows one redirect, as browsers do unseen. */
export const following =
  (ask: Ask): Ask =>
  async (request) => {
    const answer = await ask(request)
    const location = answer.headers.find(([name]) => name === 'location')?.[1]
    return location ? ask({ ...request, path: location }) : answer
  }
