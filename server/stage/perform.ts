/** Performs one request on a step app, and says what happened on the way. */

import type { HeaderList, Trace } from '../security/trace.ts'
import type { StepHost } from './step-host.ts'
import { encodeTrace, TRACE_HEADER } from './trace-header.ts'

interface PerformOptions {
  /** The field lines as they came, where the platform can tell lines of one name apart. */
  headers?: HeaderList
}

/**
 * Sends `request` to a hosted step app and returns its response with the list of decisions.
 *
 * @returns `response` as the app made it, and `trace`, from `received` to `sent`.
 */
export async function perform(
  host: StepHost,
  request: Request,
  { headers = [...request.headers] }: PerformOptions = {},
): Promise<{ response: Response; trace: Trace }> {
  const trace: Trace = []
  const { pathname, search } = new URL(request.url)
  trace.push({ kind: 'received', method: request.method, url: pathname + search, headers })
  const response = await host.fetch(request, { trace, headers })
  trace.push({ kind: 'sent', status: response.status, headers: [...response.headers] })
  return { response, trace }
}

/** Performs a request as {@link perform} does and puts the trace on the response, as the header `x-trace`. */
export async function performWithTraceHeader(
  host: StepHost,
  request: Request,
  options: PerformOptions = {},
): Promise<Response> {
  const { response, trace } = await perform(host, request, options)
  const headers = new Headers(response.headers)
  headers.set(TRACE_HEADER, encodeTrace(trace))
  return new Response(response.body, { status: response.status, headers })
}
