/** Sends requests of the docs page with the cookies of a jar, as a browser does by itself with those it keeps. */

import { sentHeaders, setCookieLines } from '../../lessons/exchange/headers.ts'
import { labName } from '../../server/stage/lab-headers.ts'
import { decodeTrace, TRACE_HEADER } from '../../server/stage/trace-header.ts'
import type { CookieJar } from './cookie-jar.ts'

type Send = (request: Request) => Promise<Response>

/**
 * Makes what sends a request with the jar's cookies and puts those of its answer into the jar.
 *
 * @param send sends a request to a server that reads the lab's headers and tells its trace.
 */
export function sendWithJar(jar: CookieJar, send: Send): Send {
  return async (request) => {
    const url = new URL(request.url)
    request.headers.set(labName('cookie'), jar.headerFor(url) ?? '')
    const response = await send(request)
    const trace = decodeTrace(response.headers.get(TRACE_HEADER))
    const sent = sentHeaders({ trace, response: { headers: [...response.headers] } })
    jar.take(response.url ? new URL(response.url) : url, setCookieLines(sent))
    return response
  }
}
