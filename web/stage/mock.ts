/** MSW in front of the worker: requests for the stage in this browser never leave it. */

import { http } from 'msw'
import { setupWorker } from 'msw/browser'
import { requestToWire, type Responder, responseFromWire } from '../../server/stage/wire.ts'
import { FINAL_URL_HEADER, follow } from './follow.ts'
import { inTime } from './in-time.ts'
import { serviceWorkerOf } from './service-worker.ts'
import { STAGE_HEADER } from './stage-header.ts'

/** How long the service worker may take to say that it answers for this page, in milliseconds. */
const READY_LIMIT = 1_000

/** How long a new service worker may take until it answers for this page, in milliseconds; nobody waits for it so long. */
const INSTALL_LIMIT = 60_000

/** How long a request waits for a service worker that is started anew, in milliseconds. */
const RESTART_LIMIT = 1_500

/** Mocking as the page drives it. */
export interface Mock {
  /** Makes sure that the service worker answers for this page now, or starts it anew; false when it does not. */
  ready: () => Promise<boolean>
  /** Lets the service worker forget this page. */
  stop: () => void
}

/**
 * Registers the service worker and routes what is marked for this stage to `responder`.
 *
 * A failure of `responder` is a network error for whoever sent the request: it cannot be taken for an answer.
 *
 * @param base URL path of the playground, with a slash at its end.
 * @throws when the browser refuses to register a service worker.
 */
export async function startMock(base: string, responder: Responder): Promise<Mock> {
  const { serviceWorker } = navigator
  const worker = setupWorker(
    http.all(
      ({ request }) => request.headers.has(STAGE_HEADER),
      async ({ request }) => {
        try {
          const { headers, ...wire } = await requestToWire(request)
          const own = headers.filter(([name]) => name !== STAGE_HEADER)
          const { answer, finalUrl } = await follow({ ...wire, headers: own }, responder)
          return responseFromWire({
            ...answer,
            headers: finalUrl ? [...answer.headers, [FINAL_URL_HEADER, finalUrl]] : answer.headers,
          })
        } catch {
          // Anything thrown here becomes an answer of MSW's making, status 500 with a stack.
          return Response.error()
        }
      },
    ),
  )
  /** The one that MSW listens to: it hears no other. */
  let known: ServiceWorker | null = null
  let restarting: Promise<void> | undefined

  async function start() {
    await takeControl(serviceWorkerOf(base))
    await worker.start({
      quiet: true,
      onUnhandledRequest: 'bypass',
      serviceWorker: serviceWorkerOf(base),
    })
    known = serviceWorker.controller ?? (await nextController())
  }

  const activate = () => askServiceWorker('MOCK_ACTIVATE', 'MOCKING_ENABLED')

  async function restart() {
    worker.stop()
    await start()
  }

  // Offline, MSW looks for a newer worker script in vain and leaves the rejection unhandled.
  addEventListener('unhandledrejection', (event) => {
    if (/Failed to update a ServiceWorker/.test(String(event.reason))) event.preventDefault()
  })

  await start()

  return {
    // A browser stops an idle service worker and MSW forgets its pages then, so each request asks again.
    async ready() {
      const { controller } = serviceWorker
      if (controller && controller === known && (await activate())) return true
      restarting ??= restart().finally(() => {
        restarting = undefined
      })
      await inTime(restarting, RESTART_LIMIT)
      return serviceWorker.controller === known && activate()
    },
    stop: () => serviceWorker.controller?.postMessage('CLIENT_CLOSED'),
  }
}

/** The service worker that takes control of this page. */
function nextController(): Promise<ServiceWorker | null> {
  const { serviceWorker } = navigator
  return new Promise((resolve) => {
    const take = () => resolve(serviceWorker.controller)
    serviceWorker.addEventListener('controllerchange', take, { once: true })
  })
}

/**
 * Has the service worker take control of this page: MSW loads a page anew that finds one registered and is not
 * controlled by it, and what is on the bench would be gone. So it is after a hard reload, and while the offline
 * copy has the worker installed at a first visit. One of ours that does not listen stays, for the offline copy is
 * its; somebody else's is removed.
 *
 * @throws when ours does not listen, or is not there in time.
 */
async function takeControl({ url, options }: ReturnType<typeof serviceWorkerOf>): Promise<void> {
  const { serviceWorker } = navigator
  if (serviceWorker.controller) return
  const found = await serviceWorker.getRegistration(options.scope)
  const { scriptURL } = found?.active ?? {}
  if (scriptURL && new URL(scriptURL).pathname !== url) await found!.unregister()
  const controlled = nextController()
  const { active } = await serviceWorker.register(url, options)
  // A new one claims its pages by itself.
  active?.postMessage('CLAIM')
  if (!(await inTime(controlled, active ? READY_LIMIT : INSTALL_LIMIT)))
    throw new Error('the service worker does not listen')
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
