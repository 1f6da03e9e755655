/**
 * The document where a learner's own copy runs: an origin of its own without network, storage or page, and in it a
 * worker that can be ended. It hands on what the worker says, and no more of it than can be heard.
 */

import { trustedPolicy } from '../../../kit/trusted-types.ts'
import { openPort } from '../../../kit/frame-port.ts'
import type { OwnSaid, OwnTold, StartWorker } from '../messages.ts'

const frame = trustedPolicy('frame', { createScriptURL: (url) => url })

/** More than so many messages a second are no server's. */
const MESSAGES_A_SECOND = 500

let worker: Worker | undefined
let heard = 0
setInterval(() => {
  heard = 0
}, 1_000)

const tell: (message: OwnSaid) => void = openPort((message) => {
  const told = message as StartWorker | OwnTold
  if (told.kind !== 'start') return worker?.postMessage(told)
  worker?.terminate()
  start(told.script)
})

/** A script as an address; what is not escaped here stays what it is, which a browser reads sooner. */
const addressOf = (script: string) =>
  `data:text/javascript;charset=utf-8,${script.replace(/[%#\t\r\n]/g, encodeURIComponent)}`

function start(script: string): void {
  heard = 0
  // The only kind of address whose worker has this document's policy and keys of its own in every browser.
  const started = new Worker(frame.createScriptURL(addressOf(script)))
  worker = started
  const end = (message: OwnSaid) => {
    started.terminate()
    if (worker === started) worker = undefined
    tell(message)
  }
  started.addEventListener('message', ({ data }: MessageEvent<OwnSaid>) => {
    // What was under way when it was ended is not heard.
    if (worker !== started) return
    heard += 1
    if (heard > MESSAGES_A_SECOND) return end({ kind: 'flood' })
    tell(data)
  })
  started.addEventListener('error', (event) => {
    event.preventDefault()
    end({ kind: 'broke', text: event.message || 'the worker could not be started' })
  })
}
