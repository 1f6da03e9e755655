/**
 * The stage inside the browser: the worker, the service worker before it, and the way round that one.
 * Each of them may end at any time, and is started again for the next request.
 */

import { requestToWire, type Responder, responseFromWire } from '../../server/stage/wire.ts'
import { FINAL_URL_HEADER, follow } from './follow.ts'
import { inTime, unlessAborted } from './in-time.ts'
import type { Mock } from './mock.ts'
import { type Runner, startRunner } from './runner.ts'
import { STAGE_HEADER } from './stage-header.ts'

/** How a request reaches the worker: as a real `fetch`, or handed over by the page. */
export type Route = 'service-worker' | 'direct'

export interface BrowserStage {
  /** Prepares the stage; settles on the route requests take from now on. */
  ready: () => Promise<Route>
  /** The route that was found last; undefined before. */
  readonly route: Route | undefined
  /**
   * Sends a request over that route and follows redirects, as `fetch` does.
   *
   * @throws StageFailure when the worker cannot be loaded or broke, whatever the route.
   */
  fetch: (request: Request, signal?: AbortSignal) => Promise<Response & { finalUrl?: string }>
  /** Lets the page's requests go to the network again. */
  stop: () => void
}

interface BrowserStageOptions {
  /** URL path of the playground, with a slash at its end. */
  base: string
  startRunner?: (base: string) => Runner
  startMock?: (base: string, responder: Responder) => Promise<Mock>
}

/** MSW is loaded only when this mode is used. */
const loadMock: NonNullable<BrowserStageOptions['startMock']> = async (base, responder) => {
  const { startMock } = await import('./mock.ts')
  return startMock(base, responder)
}

/** How long the service worker may take to start, in milliseconds. */
const START_LIMIT = 2_500

/** Makes the stage; nothing is loaded before it is asked to be ready. */
export function createBrowserStage(options: BrowserStageOptions): BrowserStage {
  const { base, startRunner: start = startRunner, startMock = loadMock } = options
  let runner: Runner | undefined
  let mock: Promise<Mock> | undefined
  let awaited: Promise<Mock> | undefined
  let route: Route | undefined

  async function readyRunner(): Promise<Runner> {
    const found = runner
    if (found && !(await found.isAlive())) {
      found.stop()
      // Another request may have replaced it meanwhile.
      if (runner === found) runner = undefined
    }
    runner ??= start(base.replace(/\/$/, ''))
    const ready = runner
    await ready.started
    return ready
  }

  async function findRoute(): Promise<Route> {
    // Without a secure context there is no service worker, and MSW would patch `fetch` instead; some
    // browsers refuse one in private windows, or never say whether it is ready.
    if (!('serviceWorker' in navigator)) return 'direct'
    const starting = (mock ??= startMock(base, (wire) => runner!.ask(wire)))
    // A start that failed is tried again by the next request.
    starting.catch(() => {
      if (mock === starting) mock = undefined
    })
    // A start that takes too long is waited for by one request alone; it is used as soon as it is done.
    const there = await inTime(starting, starting === awaited ? 0 : START_LIMIT)
    awaited = starting
    return (await there?.ready()) ? 'service-worker' : 'direct'
  }

  const prepare = async () => {
    const [runner, way] = await Promise.all([readyRunner(), findRoute()])
    route = way
    return { runner, way }
  }

  return {
    ready: async () => (await prepare()).way,
    get route() {
      return route
    },
    async fetch(request, signal) {
      // A worker that never loaded is ended, or the next request would wait for it too.
      const giveUp = () => void (runner?.hasStarted === false && runner.stop())
      signal?.addEventListener('abort', giveUp)
      try {
        const { runner, way } = await unlessAborted(prepare(), signal)
        return way === 'service-worker' && !isSpoilt(request)
          ? await byServiceWorker(request, runner, signal)
          : await unlessAborted(fetchDirectly(request, runner.ask), signal)
      } finally {
        signal?.removeEventListener('abort', giveUp)
      }
    },
    stop: () => void mock?.then((there) => there.stop()).catch(() => {}),
  }
}

/**
 * Whether a service worker would not get a request as it is: Chromium hands it values of more than ASCII empty,
 * and MSW sends to the network what says that it accepts this.
 */
function isSpoilt({ headers }: Request): boolean {
  if (headers.get('accept')?.includes('msw/passthrough')) return true
  return [...headers.values()].some((value) => /[^\x00-\x7f]/.test(value))
}

async function byServiceWorker(request: Request, runner: Runner, signal?: AbortSignal) {
  const headers = new Headers(request.headers)
  headers.set(STAGE_HEADER, 'browser')
  try {
    const response = await fetch(request, { headers, ...(signal && { signal }) })
    return withFinalUrl(response, response.headers.get(FINAL_URL_HEADER))
  } catch (error) {
    // The service worker can only say that something went wrong.
    throw runner.failure ?? error
  }
}

/** Asks the worker without a service worker between. */
async function fetchDirectly(
  request: Request,
  responder: Responder,
): Promise<Response & { finalUrl?: string }> {
  const { answer, finalUrl } = await follow(await requestToWire(request), responder)
  return withFinalUrl(responseFromWire(answer), finalUrl)
}

function withFinalUrl(response: Response, finalUrl: string | null | undefined) {
  return finalUrl ? Object.assign(response, { finalUrl }) : response
}
