/** A server that has too many logins to check to look at one more: no answer of the lesson's, and worth asking again. */

import { headerValue } from '../../lessons/exchange/headers.ts'
import type { Exchange } from '../../lessons/exchange/exchange.ts'
import type { Facts, Trace } from '../../server/security/trace.ts'

export interface Busy {
  /** How many logins wait there. */
  logins: number
  /** After how many seconds it may be asked again. */
  seconds: number
}

/** The longest wait that is taken over from an answer: a learner at the page waits no longer. */
const MAX_SECONDS = 10

/** What a server is busy with that refused for nothing else; undefined for every answer of a lesson's. */
export function busyWith({
  mode,
  response,
  trace,
}: Pick<Exchange, 'mode' | 'response' | 'trace'>): Busy | undefined {
  if (mode !== 'real' || response.status !== 503) return undefined
  const logins = waitingIn(trace)?.['logins']
  if (typeof logins !== 'number') return undefined
  const wanted = Number(headerValue(response.headers, 'retry-after'))
  return { logins, seconds: Math.min(Math.max(1, wanted || 0), MAX_SECONDS) }
}

/** What is said of the logins that wait, here or at the server that was asked on the way. */
function waitingIn(trace: Trace): Facts | undefined {
  for (const event of trace) {
    if (event.kind === 'refused' && event.because.includes('logins-waiting')) return event.facts
    const there = event.kind === 'called' ? waitingIn(event.trace) : undefined
    if (there) return there
  }
  return undefined
}

interface UntilHeardOptions {
  /** Ends the trying. */
  signal: AbortSignal
  /** Hears each time that the server is busy. */
  onBusy: (busy: Busy) => void
}

/** Sends again while the server is busy; gives the lesson's answer. @throws `signal`'s reason once it aborts. */
export function untilHeard<Answer extends Parameters<typeof busyWith>[0]>(
  send: () => Promise<Answer>,
  { signal, onBusy }: UntilHeardOptions,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const attempt = async () => {
      const answer = await send()
      if (signal.aborted) return
      const busy = busyWith(answer)
      if (!busy) return resolve(answer)
      onBusy(busy)
      timer = setTimeout(() => void attempt().catch(reject), busy.seconds * 1000)
    }
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason as Error)
    })
    attempt().catch(reject)
  })
}
