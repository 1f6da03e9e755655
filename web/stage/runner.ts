/** The page's end of the worker that runs the step apps. */

import type { Responder, WireRequest, WireResponse } from '../../server/stage/wire.ts'

export interface RunnerQuestion {
  id: number
  request: WireRequest
}

export type RunnerAnswer = { id: number; response: WireResponse } | { id: number; error: string }

/**
 * Starts the worker and returns the responder that asks it. Requests may interleave.
 *
 * @param base path of the playground, without a slash at its end.
 * @returns a responder that rejects when the worker cannot start or breaks.
 */
export function startRunner(base: string): Responder {
  const worker = new Worker(new URL('./runner.worker.ts', import.meta.url), {
    type: 'module',
    name: base,
  })
  const waiting = new Map<number, PromiseWithResolvers<WireResponse>>()
  let last = 0

  worker.addEventListener('message', ({ data }: MessageEvent<RunnerAnswer>) => {
    const pending = waiting.get(data.id)
    waiting.delete(data.id)
    if ('error' in data) pending?.reject(new Error(data.error))
    else pending?.resolve(data.response)
  })
  worker.addEventListener('error', (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message || 'worker failed'))
    waiting.clear()
  })

  return (request) => {
    const id = ++last
    const pending = withResolvers<WireResponse>()
    waiting.set(id, pending)
    worker.postMessage({ id, request } satisfies RunnerQuestion)
    return pending.promise
  }
}

interface PromiseWithResolvers<T> {
  promise: Promise<T>
  resolve: (value: T) => void
  reject: (reason: Error) => void
}

/** `Promise.withResolvers`, which older browsers lack. */
function withResolvers<T>(): PromiseWithResolvers<T> {
  let resolve!: (value: T) => void
  let reject!: (reason: Error) => void
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
