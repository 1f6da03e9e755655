/** Answers the page from its worker: a request in, a response of a shipped step app out. */

/// <reference lib="webworker" />
import { lessonHosts, upstreamOf } from '../../server/playground/lesson-hosts.ts'
import { performWithTraceHeader } from '../../server/stage/perform.ts'
import {
  requestFromWire,
  requestToWire,
  responseToWire,
  type WireRequest,
} from '../../server/stage/wire.ts'
import { keepSetCookie } from './keep-set-cookie.ts'
import { type RunnerAnswer, type RunnerQuestion, STARTED } from './runner-messages.ts'

// The playground's own path, which the page writes into the worker's name. Servers see a semicolon in it escaped:
// it would end the path of a cookie (RFC 10025 section 4.1.1).
const base = self.name.replaceAll(';', '%3B')
const findHost = lessonHosts({ base, weak: true })

/** A module of a lesson did not come. */
class LoadFailure extends Error {}

keepSetCookie(self)

self.addEventListener('message', ({ data }: MessageEvent<RunnerQuestion>) => {
  void answer(data).then((message) =>
    self.postMessage(message, { transfer: 'response' in message ? transferables(message) : [] }),
  )
})

self.postMessage({ id: STARTED } satisfies RunnerAnswer)

async function answer({ id, request }: RunnerQuestion): Promise<RunnerAnswer> {
  if (!request) return { id }
  try {
    const url = asServersSeeIt(new URL(request.url))
    const response = await performed({ ...request, url: url.href })
    return { id, response: await responseToWire(response) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { id, error: message, notLoaded: error instanceof LoadFailure }
  }
}

function asServersSeeIt(url: URL): URL {
  if (url.pathname.startsWith(`${self.name}/`)) {
    url.pathname = base + url.pathname.slice(self.name.length)
  }
  return url
}

async function performed(wire: WireRequest): Promise<Response> {
  const url = new URL(wire.url)
  const host = await findHost(url.pathname).catch((error: unknown) => {
    throw new LoadFailure(String(error))
  })
  if (!host) return Response.json({ detail: 'Not Found' }, { status: 404 })
  const upstream = await upstreamOf(url.pathname, base)
  return performWithTraceHeader(host, requestFromWire(wire), {
    headers: wire.headers,
    fetch: fromServer,
    ...(upstream && { authServerUrl: url.origin + upstream }),
  })
}

/** How one server here reaches another: no network, and none of the browser's cookies. */
const fromServer: typeof fetch = async (input, init) =>
  performed(await requestToWire(new Request(input, init)))

function transferables({ response }: Extract<RunnerAnswer, { response: unknown }>): Transferable[] {
  return response.body ? [response.body] : []
}
