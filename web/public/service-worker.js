/**
 * The service worker of the page: MSW's, and a gate before it. What is meant for the server in this browser
 * goes to MSW and never to the network; files are given from the offline copy, where there is one; all else is
 * none of its business.
 */

/** What this build consists of: the build puts it here. None while the page is being written. */
const BUILD = { version: '', entry: '', files: [] }

importScripts('./offline-copy.js')

// MSW would have a new version take over pages of the old one, whose requests hang then for ever.
self.skipWaiting = () => Promise.resolve()

/** Marks what is meant for the server in this browser; `web/stage/stage-header.ts` has the same. */
const STAGE_HEADER = 'x-playground-stage'

// MSW sends on what it has no answer for. Here that may be a password, and the host is a stranger to it.
self.fetch = async () => Response.error()

// One answer comes through each of MSW's channels. It leaves them open, and WebKit asks every open one at each message.
self.MessageChannel = class extends MessageChannel {
  constructor() {
    super()
    // Not yet while MSW hears of it.
    const close = () => setTimeout(() => this.port1.close())
    this.port1.addEventListener('message', close, { once: true })
  }
}

addEventListener('fetch', (event) => {
  // Without a word about it the browser fetches by itself: a page that is left takes no file of the next one along.
  if (!event.request.headers.has(STAGE_HEADER)) {
    event.stopImmediatePropagation()
    const answer = answerOffline(event)
    if (answer) event.respondWith(answer)
    return
  }
  // A browser stops an idle service worker, and MSW forgets its pages then.
  if (activeClientIds.has(event.clientId)) return
  event.stopImmediatePropagation()
  event.respondWith(Response.error())
})

addEventListener('message', (event) => {
  // A page that was loaded past this worker, as by a hard reload, is taken only when it asks.
  if (event.data === 'CLAIM') return event.waitUntil(clients.claim())
  if (event.data !== 'CLIENT_CLOSED') return
  // MSW would unregister with its last page, although that page may only be loading again.
  event.stopImmediatePropagation()
  activeClientIds.delete(event.source.id)
})

importScripts('./mockServiceWorker.js')
