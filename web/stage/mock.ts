/** MSW in front of the worker: the page's requests to lessons never leave the browser. */

import { http, passthrough } from 'msw'
import { setupWorker } from 'msw/browser'
import { requestToWire, type Responder, responseFromWire } from '../../server/stage/wire.ts'

/** How long the service worker may take to say that it answers for this page, in milliseconds. */
const READY_LIMIT = 1_000

/** Mocking as the page drives it. */
export interface Mock {
  /** Makes sure that the service worker answers for this page now; false when it does not. */
  ready: () => Promise<boolean>
  /** Lets requests go to the network again. */
  stop: () => void
}

/**
 * Registers the service worker and routes everything below `lessons/` to `responder`.
 *
 * @param base URL path of the playground, with a slash at its end.
 * @throws when the browser refuses to register a service worker.
 */
export async function startMock(base: string, responder: Responder): Promise<Mock> {
  let answering = true
  const worker = setupWorker(
    http.all(below(base), async ({ request }) => {
      if (!answering) return passthrough()
      return responseFromWire(await responder(await requestToWire(request)))
    }),
  )
  await clearTheWay(base)
  await worker.start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: { url: `${base}mockServiceWorker.js`, options: { scope: base } },
  })

  // MSW looks for a newer worker script in vain when the machine is offline, and tells nobody but the console.
  addEventListener('unhandledrejection', (event) => {
    if (/Failed to update a ServiceWorker/.test(String(event.reason))) event.preventDefault()
  })

  const activate = () => askServiceWorker('MOCK_ACTIVATE', 'MOCKING_ENABLED')
  // A new service worker knows no page: requests would hang until it hears of this one.
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (answering) void activate()
  })

  return {
    // A browser stops an idle service worker and MSW forgets its pages then, so each request asks again.
    ready: () => {
      answering = true
      return activate()
    },
    stop: () => {
      answering = false
      navigator.serviceWorker.controller?.postMessage('CLIENT_CLOSED')
    },
  }
}

/**
 * Whether a request is to a lesson's server. The text of a path would be read as a pattern by MSW, and a folder may be
 * called `a*` or `(1)`; one folder may also be spelled in several ways.
 */
function below(base: string): ({ request }: { request: Request }) => boolean {
  const lessons = unescaped(`${base}lessons/`)
  return ({ request }) => {
    const { origin, pathname } = new URL(request.url)
    return origin === location.origin && unescaped(pathname).startsWith(lessons)
  }
}

/** A path without its percent escapes, as far as they can be read. */
function unescaped(path: string): string {
  return path.replace(/(%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes)
    } catch {
      return escapes
    }
  })
}

/**
 * Removes a service worker that does not control this page, as after a hard reload: MSW would reload the
 * page to get it back, and what is on the bench would be gone. A new one takes control of open pages.
 */
async function clearTheWay(scope: string): Promise<void> {
  const { serviceWorker } = navigator
  if (serviceWorker.controller) return
  const registration = await serviceWorker.getRegistration(scope)
  await registration?.unregister()
}

/** Posts a message to the service worker; true when the wanted answer came in time. */
function askServiceWorker(message: string, wanted: string): Promise<boolean> {
  const { serviceWorker } = navigator
  const { controller } = serviceWorker
  if (!controller) return Promise.resolve(false)
  return new Promise((resolve) => {
    const settle = (answered: boolean) => {
      clearTimeout(timer)
      serviceWorker.removeEventListener('message', hear)
      resolve(answered)
    }
    const hear = ({ data }: MessageEvent) => {
      if ((data as { type?: string } | null)?.type === wanted) settle(true)
    }
    const timer = setTimeout(() => settle(false), READY_LIMIT)
    serviceWorker.addEventListener('message', hear)
    controller.postMessage(message)
  })
}
