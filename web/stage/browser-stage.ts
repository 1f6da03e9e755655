/** The stage inside the browser: the worker, the service worker before it, and the way round it. */

import { requestToWire, type Responder, responseFromWire } from '../../server/stage/wire.ts'
import type { Mock } from './mock.ts'

/** How a request reaches the worker: as a real `fetch`, or handed over by the page. */
export type Route = 'service-worker' | 'direct'

export interface BrowserStage {
  /** Prepares the stage; settles on the route requests take from now on. */
  ready: () => Promise<Route>
  /** Sends a request over that route and follows redirects, as `fetch` does. */
  fetch: (request: Request) => Promise<Response & { finalUrl?: string }>
  /** Lets the page's requests go to the network again. */
  stop: () => void
}

interface BrowserStageOptions {
  /** URL path of the playground, with a slash at its end. */
  base: string
  /** Loads what starts the worker and the mocks: only when this mode is used. */
  load?: () => Promise<{
    startRunner: (base: string) => Responder
    startMock: (base: string, responder: Responder) => Promise<Mock>
  }>
}

const loadStage = async () => {
  const [{ startRunner }, { startMock }] = await Promise.all([
    import('./runner.ts'),
    import('./mock.ts'),
  ])
  return { startRunner, startMock }
}

/** Makes the stage; nothing is loaded before it is asked to be ready. */
export function createBrowserStage({ base, load = loadStage }: BrowserStageOptions): BrowserStage {
  let started: Promise<{ responder: Responder; mock: Mock | undefined }> | undefined

  const start = async () => {
    const { startRunner, startMock } = await load()
    const responder = startRunner(base.replace(/\/$/, ''))
    // Without a secure context there is no service worker, and MSW would patch `fetch` instead; some
    // browsers refuse one in private windows, or never say whether it is ready.
    const mock = 'serviceWorker' in navigator ? await inTime(startMock(base, responder)) : undefined
    return { responder, mock }
  }

  const prepare = async (): Promise<{ responder: Responder; route: Route }> => {
    started ??= start()
    try {
      const { responder, mock } = await started
      return { responder, route: (await mock?.ready()) ? 'service-worker' : 'direct' }
    } catch (error) {
      // What failed to load may load the next time.
      started = undefined
      throw error
    }
  }

  return {
    ready: async () => (await prepare()).route,
    fetch: async (request) => {
      const { responder, route } = await prepare()
      return route === 'service-worker' && !hasOtherBytes(request)
        ? fetch(request)
        : fetchDirectly(request, responder)
    },
    stop: () => void started?.then(({ mock }) => mock?.stop()).catch(() => {}),
  }
}

/** Whether a header is more than ASCII: Chromium hands a service worker such a value empty. */
function hasOtherBytes({ headers }: Request): boolean {
  return [...headers.values()].some((value) => /[^\x00-\x7f]/.test(value))
}

/** How long the service worker may take to start, in milliseconds. */
const START_LIMIT = 2_500

/** The value of a promise; undefined when it fails or takes too long. */
function inTime<T>(promise: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const give = (value?: T) => {
      clearTimeout(timer)
      resolve(value)
    }
    const timer = setTimeout(give, START_LIMIT)
    promise.then(give, () => give())
  })
}

/** The redirects a browser follows before it gives up (Fetch standard, HTTP-redirect fetch). */
const REDIRECT_LIMIT = 20

/** Asks the worker without a service worker between, following redirects that keep method and body. */
async function fetchDirectly(
  request: Request,
  responder: Responder,
): Promise<Response & { finalUrl?: string }> {
  let wire = await requestToWire(request)
  for (let redirects = 0; redirects <= REDIRECT_LIMIT; redirects++) {
    const answer = await responder(wire)
    const response = responseFromWire(answer)
    const location = response.headers.get('location')
    if ((answer.status !== 307 && answer.status !== 308) || !location) {
      return redirects > 0 ? Object.assign(response, { finalUrl: wire.url }) : response
    }
    wire = { ...wire, url: new URL(location, wire.url).href }
  }
  throw new TypeError('too many redirects')
}
