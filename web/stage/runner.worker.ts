/** The worker in which the shipped step apps run: a request in, a response out. */

/// <reference lib="webworker" />
import { lessonHosts } from '../../server/lesson-hosts.ts'
import { performWithTraceHeader } from '../../server/stage/perform.ts'
import { requestFromWire, responseToWire } from '../../server/stage/wire.ts'
import type { RunnerAnswer, RunnerQuestion } from './runner.ts'

// The playground's own path, which the page writes into the worker's name.
const findHost = lessonHosts({ base: self.name, weak: true })

self.addEventListener('message', ({ data }: MessageEvent<RunnerQuestion>) => {
  void answer(data).then((message) =>
    self.postMessage(message, { transfer: 'response' in message ? transferables(message) : [] }),
  )
})

async function answer({ id, request }: RunnerQuestion): Promise<RunnerAnswer> {
  try {
    const host = await findHost(new URL(request.url).pathname)
    const response = host
      ? await performWithTraceHeader(host, requestFromWire(request), { headers: request.headers })
      : Response.json({ detail: 'Not Found' }, { status: 404 })
    return { id, response: await responseToWire(response) }
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) }
  }
}

function transferables({ response }: Extract<RunnerAnswer, { response: unknown }>): Transferable[] {
  return response.body ? [response.body] : []
}
