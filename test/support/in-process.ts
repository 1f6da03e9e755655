/** The lessons' servers in this process, and the way from one of them to another: no wire between. */

import { lessonHosts } from '../../server/playground/lesson-hosts.ts'
import { performWithTraceHeader } from '../../server/stage/perform.ts'

export const findHost = lessonHosts({ weak: true })

/** Sends a request to the server of a lesson that its path names, and to the network never. */
export const fetchInProcess: typeof fetch = async (input, init) => {
  const request = new Request(input, init)
  const { origin, pathname } = new URL(request.url)
  const host = await findHost(pathname)
  return host
    ? performWithTraceHeader(host, request, upstreamAt(origin))
    : Response.json({ detail: 'Not Found' }, { status: 404 })
}

/** What `perform` has to know of other servers, for a playground at `origin`. */
export const upstreamAt = (origin: string) => ({
  fetch: fetchInProcess,
  authServerUrl: `${origin}/lessons/two-servers/auth`,
})
