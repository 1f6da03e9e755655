/** The page's end of the worker that runs the step apps: it knows when the worker is gone, and says why. */

import type { Responder, WireRequest } from '../../server/stage/wire.ts'
import { inTime } from './in-time.ts'
import { type RunnerAnswer, type RunnerQuestion, STARTED } from './runner-messages.ts'
import { StageFailure } from './stage-failure.ts'

export interface Runner {
  /** Settles when the worker has been loaded; fails with a {@link StageFailure} when it cannot be. */
  started: Promise<unknown>
  readonly hasStarted: boolean
  /** Asks the worker; requests may interleave. Fails with a {@link StageFailure} when the worker ends. */
  ask: Responder
  /** Whether the worker is there, or still on its way: false once it ended, was ended by somebody or hangs. */
  isAlive: () => Promise<boolean>
  /** Ends the worker, and whatever waits for it. */
  stop: (failure?: StageFailure) => void
  /** Why the worker is of no use any more; undefined while it is. */
  readonly failure: StageFailure | undefined
}

/** A worker that does not say within so many milliseconds that it is there is not. */
const ALIVE_LIMIT = 2_000

const loadWorker = (name: string) =>
  new Worker(new URL('./runner.worker.ts', import.meta.url), { type: 'module', name })

/**
 * Starts the worker.
 *
 * @param base path of the playground, without a slash at its end.
 */
export function startRunner(base: string, load: (name: string) => Worker = loadWorker): Runner {
  const waiting = new Map<number, { resolve: (answer: RunnerAnswer) => void; reject: Reject }>()
  let last = STARTED
  let failure: StageFailure | undefined
  let hasStarted = false

  const wait = (id: number) =>
    new Promise<RunnerAnswer>((resolve, reject) => waiting.set(id, { resolve, reject }))

  const ask = (request?: WireRequest) => {
    if (failure) return Promise.reject(failure)
    const id = ++last
    worker.postMessage({ id, ...(request && { request }) } satisfies RunnerQuestion)
    return wait(id)
  }

  const stop = (reason = new StageFailure('broken', 'the worker was ended')) => {
    if (failure) return
    failure = reason
    worker.terminate()
    for (const { reject } of waiting.values()) reject(reason)
    waiting.clear()
  }

  const started: Promise<unknown> = wait(STARTED)
  // Whoever needs it waits for it again.
  started.catch(() => {})

  const worker = load(base)
  worker.addEventListener('message', ({ data }: MessageEvent<RunnerAnswer>) => {
    hasStarted = true
    // A module that did not come stays away for as long as its worker lives.
    if ('error' in data && data.notLoaded) return stop(new StageFailure('not-loaded', data.error))
    const pending = waiting.get(data.id)
    waiting.delete(data.id)
    if ('error' in data) pending?.reject(new StageFailure('broken', data.error))
    else pending?.resolve(data)
  })
  worker.addEventListener('error', (event) => {
    const message = event.message || 'the worker could not be loaded'
    stop(new StageFailure(hasStarted ? 'broken' : 'not-loaded', message))
  })

  return {
    started,
    async ask(request) {
      const answer = await ask(request)
      if (!('response' in answer)) throw new StageFailure('broken', 'no response')
      return answer.response
    },
    async isAlive() {
      if (failure) return false
      if (!hasStarted) return true
      return (await inTime(ask(), ALIVE_LIMIT)) !== undefined
    },
    stop,
    get hasStarted() {
      return hasStarted
    },
    get failure() {
      return failure
    },
  }
}

type Reject = (reason: Error) => void
