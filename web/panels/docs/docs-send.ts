/** How the docs page sends, so that what is meant for the server in this browser goes nowhere else. */

import { requestToWire, responseFromWire } from '../../../server/stage/wire.ts'
import type { DocsAnswer, DocsRequest } from '../../stage/docs-message.ts'
import { createBrowserStage } from '../../stage/browser-stage.ts'
import { CookieJar } from '../../stage/cookie-jar.ts'
import { ANSWER_LIMIT, LATE } from '../../stage/in-time.ts'
import { sendWithJar } from '../../stage/send-with-jar.ts'
import { docsWords } from '../../words/docs.ts'
import { BASE_PATH } from '../../kit/base-url.ts'

type Send = (request: Request) => Promise<Response>

/**
 * Makes what sends a request of this page.
 *
 * In the playground's frame it is the playground that sends, by its own stage; in a tab of its own this page has
 * a stage and a cookie jar.
 *
 * @param mode who answers: the real server, or the step app in this browser.
 * @param language of the sentence that an error brings.
 */
export function docsSend(mode: 'real' | 'browser', language: 'en' | 'ko'): Send {
  const words = docsWords[language]
  const send =
    mode === 'real' ? overNetwork : window.parent === window ? byOwnStage() : byPlayground
  return async (request) => {
    try {
      return await send(request)
    } catch (error) {
      const code = error === LATE ? 'late' : error instanceof Refused ? error.code : 'nobody'
      throw new Error(words[code], { cause: error })
    }
  }
}

const overNetwork: Send = (request) => limited((signal) => fetch(request, { signal }))

function byOwnStage(): Send {
  const stage = createBrowserStage({ base: BASE_PATH })
  return sendWithJar(new CookieJar(), async (request) => {
    const response = await limited((signal) => stage.fetch(request, signal))
    return withUrl(response, response.finalUrl ?? (response.url || request.url))
  })
}

/** The playground has no answer, and says why. */
class Refused extends Error {
  readonly code: 'late' | 'not-loaded' | 'nobody'

  constructor(code: Refused['code']) {
    super(code)
    this.code = code
  }
}

/** Hands a request to the playground around this page, which sends it as it sends its own. */
async function byPlayground(request: Request): Promise<Response> {
  const question: DocsRequest = { kind: 'docs-request', request: await requestToWire(request) }
  const { port1, port2 } = new MessageChannel()
  const answer = await limited(
    () =>
      new Promise<DocsAnswer>((resolve) => {
        port1.addEventListener('message', ({ data }: MessageEvent<DocsAnswer>) => resolve(data))
        port1.start()
        window.parent.postMessage(question, location.origin, [port2])
      }),
    // The playground has a limit of its own, and more to say of it.
    ANSWER_LIMIT + 500,
  )
  if ('failed' in answer) throw new Refused(answer.failed)
  return withUrl(responseFromWire(answer.response), answer.url || request.url)
}

/** The same response, from that URL: one that a script makes has none. */
function withUrl(response: Response, url: string): Response {
  return new (class extends Response {
    override get url() {
      return url
    }
  })(response.body, response)
}

/** Ends the waiting for an answer with `LATE`. */
function limited<T>(ask: (signal: AbortSignal) => Promise<T>, limit = ANSWER_LIMIT): Promise<T> {
  const waiting = new AbortController()
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(LATE)
      waiting.abort(LATE)
    }, limit)
    ask(waiting.signal)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer))
  })
}
