/** Performs one request on a step app, and says what happened on the way. */

import type { HeaderList, Trace } from '../security/trace.ts'
import { CLOCK_HEADER, timeOf } from './clock.ts'
import { labName, withLabHeaders } from './lab-headers.ts'
import { recordCalls } from './record-calls.ts'
import { isStopped, nobodyListens } from './stopped.ts'
import { encodeTrace, TRACE_HEADER } from './trace-header.ts'
import type { AnsweringHost } from './watched-host.ts'

interface PerformOptions {
  /** The field lines as they came, where the platform can tell lines of one name apart. */
  headers?: HeaderList
  /** The learner's clock; this machine's when absent. */
  now?: () => Date
  /** How the app reaches other servers. */
  fetch?: typeof fetch
  /** Where the auth server is that the app calls, without a slash at its end. */
  authServerUrl?: string
  /** Hosts whose origins are this server's own. */
  allowedHosts?: readonly string[]
}

/**
 * Sends `request` to a hosted step app and returns its response with the list of decisions.
 *
 * @returns `response` as the app made it, and `trace`, from `received` to `sent`.
 */
export async function perform(
  host: AnsweringHost,
  request: Request,
  options: PerformOptions = {},
): Promise<{ response: Response; trace: Trace }> {
  const { headers = [...request.headers], now, fetch: send = fetch } = options
  const { authServerUrl, allowedHosts } = options
  const trace: Trace = []
  const { pathname, search } = new URL(request.url)
  trace.push({ kind: 'received', method: request.method, url: pathname + search, headers })
  const response = await host.fetch(request, {
    trace,
    headers,
    fetch: recordCalls(trace, send),
    ...(now && { now }),
    ...(authServerUrl !== undefined && { AUTH_SERVER_URL: authServerUrl }),
    ...(allowedHosts && { allowedHosts }),
  })
  trace.push({ kind: 'sent', status: response.status, headers: [...response.headers] })
  return { response, trace }
}

/**
 * Performs a request as the playground does: at the time its `x-playground-now` says, with no auth server to
 * call when `x-playground-auth-server` says `stopped`, with the headers that it brings under other names, and
 * with the trace on the response, as `x-trace`.
 *
 * A page that brings cookies under another name keeps a jar of its own and reads `Set-Cookie` in the trace, so the
 * response has none: the browser's store is one for all ports of a host.
 */
export async function performWithTraceHeader(
  host: AnsweringHost,
  request: Request,
  options: PerformOptions = {},
): Promise<Response> {
  const time = timeOf(request)
  if (time === null) {
    return Response.json({ detail: `${CLOCK_HEADER} is not a date-time` }, { status: 400 })
  }
  const clock = time && { now: () => time }
  const calls = isStopped(request)
    ? { fetch: nobodyListens }
    : time && { fetch: atTime(time, options.fetch) }
  const applied = withLabHeaders(request, options.headers ?? [...request.headers])
  const { response, trace } = await perform(host, applied.request, {
    ...options,
    headers: applied.lines,
    ...clock,
    ...calls,
  })
  const traced = withHeader(response, TRACE_HEADER, encodeTrace(trace))
  if (request.headers.has(labName('cookie'))) traced.headers.delete('set-cookie')
  return traced
}

/** Adds a header in place: of a response made anew with another's body, a server cannot say how long it is. */
function withHeader(response: Response, name: string, value: string): Response {
  try {
    response.headers.set(name, value)
    return response
  } catch {
    // What came from elsewhere has headers that cannot be changed.
    const changed = new Response(response.body, response)
    changed.headers.set(name, value)
    return changed
  }
}

/** A `fetch` to servers that live by the same clock; it is put on below the record, which does not speak of it. */
function atTime(time: Date, send = fetch): typeof fetch {
  return (input, init) => {
    const request = new Request(input, init)
    request.headers.set(CLOCK_HEADER, time.toISOString())
    return send(request)
  }
}
