/** Writes down what a server asks another: the hop that the browser cannot see. */

import type { CalledResponse, Trace } from '../security/trace.ts'
import { decodeTrace, TRACE_HEADER } from './trace-header.ts'

/** Makes a `fetch` that sends by `send` and writes each exchange into `trace`, with what the other side decided. */
export function recordCalls(trace: Trace, send: typeof fetch): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const body = await request.clone().text()
    const called = {
      method: request.method,
      url: request.url,
      headers: [...request.headers],
      body,
    }
    let response: Response
    try {
      response = await send(request)
    } catch (error) {
      trace.push({ kind: 'called', request: called, response: null, trace: [] })
      throw error
    }
    const answer: CalledResponse = {
      status: response.status,
      headers: [...response.headers].filter(([name]) => name !== TRACE_HEADER),
      body: await response.clone().text(),
    }
    const theirs = decodeTrace(response.headers.get(TRACE_HEADER))
    trace.push({ kind: 'called', request: called, response: answer, trace: theirs })
    return response
  }
}
