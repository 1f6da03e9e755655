/** The lessons' servers in this process, and the way from one of them to another: no wire between. */

import { lessonHosts, upstreamOf } from '../../server/playground/lesson-hosts.ts'
import { performWithTraceHeader } from '../../server/stage/perform.ts'

export const findHost = lessonHosts({ weak: true })

/** Sends a request to the server of a lesson that its path names, and to the network never. */
export const fetchInProcess: typeof fetch = async (input, init) => {
  const request = new Request(input, init)
  const { pathname } = new URL(request.url)
  const host = await findHost(pathname)
  return host
    ? performWithTraceHeader(host, request, await upstreamAt(request.url))
    : Response.json({ detail: 'Not Found' }, { status: 404 })
}

/** What `perform` has to know of other servers, for the server of a playground at `url`. */
export async function upstreamAt(url: string | URL) {
  const { origin, pathname } = new URL(url)
  const upstream = await upstreamOf(pathname)
  return { fetch: fetchInProcess, ...(upstream && { authServerUrl: origin + upstream }) }
}
