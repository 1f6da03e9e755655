/** Ends to waiting: by a limit, or by a signal. */

/** How long a request is waited for, in milliseconds. */
export const ANSWER_LIMIT = 7_000

/** Why a request is given up that nobody answers in that time. */
export const LATE = new DOMException('no answer in time', 'TimeoutError')

/** The value of a promise; undefined when it fails, or takes more than so many milliseconds. */
export function inTime<T>(promise: Promise<T>, limit: number): Promise<T | undefined> {
  return new Promise((resolve) => {
    const give = (value?: T) => {
      clearTimeout(timer)
      resolve(value)
    }
    const timer = setTimeout(give, limit)
    promise.then(give, () => give())
  })
}

/** What a promise comes to; it fails with the signal's reason as soon as that is aborted. */
export function unlessAborted<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return promise
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
