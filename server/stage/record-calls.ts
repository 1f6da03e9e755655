/** Writes down what a server asks another: the hop that the browser cannot see. */

import type { CalledRequest, CalledResponse, Trace } from '../security/trace.ts'
import { decodeTrace, TRACE_HEADER } from './trace-header.ts'

/** How many characters of a body are recorded, about: a longer one would not fit the trace anyway. */
const MAX_BODY_CHARACTERS = 64 * 1024

/** Makes a `fetch` that sends by `send` and writes each exchange into `trace`, with what the other side decided. */
export function recordCalls(trace: Trace, send: typeof fetch): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const body = await request.clone().text()
    const called: CalledRequest = {
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
      body: await beginningOf(response.clone()),
    }
    const theirs = decodeTrace(response.headers.get(TRACE_HEADER))
    trace.push({ kind: 'called', request: called, response: answer, trace: theirs })
    return response
  }
}

/** A body as far as it comes; the caller has a body of its own and meets the same end or error there. */
async function beginningOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder()
  const reader = body?.getReader()
  let text = ''
  try {
    while (text.length <= MAX_BODY_CHARACTERS) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
      if (done) break
      text += decoder.decode(value, { stream: true })
    }
  } catch {
    // What came is what there is.
  }
  reader?.cancel().catch(() => {})
  return text
}
