/** The page's end of the worker that times bcrypt. */

export interface Measured {
  cost: number
  /** What one check took. */
  milliseconds: number
}

/** Measures costs one after the other; rejects when it cannot, or at once when it is aborted. */
export type Measure = (
  costs: readonly number[],
  options: { onMeasured: (measured: Measured) => void; signal: AbortSignal },
) => Promise<void>

/** Measures in a worker of its own, which ends with the measurement: bcrypt cannot be asked to stop. */
export const measureBcrypt: Measure = (costs, { onMeasured, signal }) =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const worker = new Worker(new URL('./bcrypt-measure.worker.ts', import.meta.url), {
      type: 'module',
    })
    let left = costs.length
    worker.addEventListener('message', ({ data }: MessageEvent<Measured>) => {
      onMeasured(data)
      left -= 1
      if (left > 0) return
      worker.terminate()
      resolve()
    })
    worker.addEventListener('error', ({ message }) => {
      worker.terminate()
      reject(new Error(message || 'worker failed'))
    })
    signal.addEventListener('abort', () => {
      worker.terminate()
      reject(signal.reason as Error)
    })
    worker.postMessage(costs)
  })
