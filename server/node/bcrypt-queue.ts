/** Logins that wait for a thread: for a time they can bear, and only as long as somebody waits for them. */

import { type Login, Refusal } from '../security/index.ts'

/** Within how many milliseconds a login is to be answered: a person notices more, and a client server gives up. */
const ANSWER_WITHIN = 2_500

/** What a comparison takes at cost 12, in milliseconds, until one has been measured. */
const FIRST_GUESS = 250

/** How much the newest comparison counts in the average. */
const NEWEST = 0.25

/** After how many seconds a refused login should try again. */
const RETRY_AFTER = 1

interface BcryptQueueOptions {
  /** How many compare at once. */
  threads: number
  /** Compares in one of the threads. */
  run: (password: string, hash: string) => Promise<boolean>
}

/** One comparison, and everybody who waits for it. */
interface Job {
  name: string | undefined
  password: string
  hash: string
  waiters: Set<Waiter>
}

interface Waiter {
  settle: (end: { same: boolean } | { error: unknown }) => void
  /** The comparison has begun: its end is near, and worth waiting for. */
  begun: () => void
}

/**
 * Puts logins in a row before `threads` threads.
 *
 * - Logins with one name, one password and one hash that wait together are one comparison. Without the name,
 *   the hash that stands for all unknown users would make two of them faster than two known ones (CWE-208).
 * - A comparison that nobody waits for any more leaves the row.
 * - Passwords are kept until their comparison ends, and no longer.
 *
 * @returns a function that throws Refusal 503 with `Retry-After` at once where the wait is expected to be too
 *   long, and after that time where it has become so.
 */
export function bcryptQueue({ threads, run }: BcryptQueueOptions) {
  const waiting: Job[] = []
  /** When each began. */
  const running = new Map<Job, number>()
  /** A moving average, in milliseconds. */
  let took = FIRST_GUESS

  const expectedWait = () => {
    if (running.size < threads) return 0
    const now = performance.now()
    const left = [...running.values()].map((begun) => Math.max(0, begun + took - now))
    return (left.reduce((sum, some) => sum + some, 0) + waiting.length * took) / threads
  }

  const tooMany = () => {
    const logins = [...running.keys(), ...waiting].reduce(
      (sum, { waiters }) => sum + waiters.size,
      0,
    )
    return new Refusal(503, 'Too many logins at once', {
      because: 'logins-waiting',
      retryAfter: RETRY_AFTER,
      facts: { logins },
    })
  }

  const next = () => {
    while (running.size < threads && waiting.length > 0) void start(waiting.shift()!)
  }

  async function start(job: Job) {
    const since = performance.now()
    running.set(job, since)
    for (const { begun } of job.waiters) begun()
    const end = await run(job.password, job.hash).then(
      (same) => {
        took += (performance.now() - since - took) * NEWEST
        return { same }
      },
      (error: unknown) => ({ error }),
    )
    running.delete(job)
    for (const { settle } of job.waiters) settle(end)
    next()
  }

  /** Waits for a job's end, or for one's own: the time that is up, the client that left. */
  const endOf = (job: Job, signal: AbortSignal | undefined) =>
    new Promise<boolean>((resolve, reject) => {
      const begun = () => clearTimeout(timer)
      const settle: Waiter['settle'] = (end) => {
        begun()
        signal?.removeEventListener('abort', leave)
        if ('error' in end) reject(end.error)
        else resolve(end.same)
      }
      const waiter = { settle, begun }
      const giveUp = (error: Refusal) => {
        job.waiters.delete(waiter)
        const at = waiting.indexOf(job)
        if (at !== -1 && job.waiters.size === 0) waiting.splice(at, 1)
        settle({ error })
      }
      const leave = () => giveUp(nobodyWaits())
      const timer = setTimeout(() => giveUp(tooMany()), ANSWER_WITHIN - took)
      if (running.has(job)) begun()
      signal?.addEventListener('abort', leave)
      job.waiters.add(waiter)
    })

  return (password: string, hash: string, { name, signal }: Login = {}): Promise<boolean> => {
    if (signal?.aborted) return Promise.reject(nobodyWaits())
    const isSame = (job: Job) =>
      name !== undefined && job.name === name && job.password === password && job.hash === hash
    const known = [...running.keys()].find(isSame) ?? waiting.find(isSame)
    if (known) return endOf(known, signal)
    const wait = expectedWait()
    if (wait > 0 && wait + took >= ANSWER_WITHIN) return Promise.reject(tooMany())
    const job: Job = { name, password, hash, waiters: new Set() }
    waiting.push(job)
    const end = endOf(job, signal)
    next()
    return end
  }
}

/** Nobody reads this; it ends the request's way through the app. */
const nobodyWaits = () =>
  new Refusal(503, 'Nobody waits for this login', { because: 'client-gone' })
