/** Threads that compare passwords, and a queue before them that does not grow without end. */

import { Tinypool } from 'tinypool'
import { type BcryptCompare, Refusal } from './security/index.ts'

interface BcryptPoolOptions {
  /** URL of the thread's script. */
  script: URL
  /** How many compare at once. */
  threads: number
}

/** Logins that may wait; at a quarter of a second each, the last has waited long enough. */
const LONGEST_QUEUE = 32

export interface BcryptPool {
  /**
   * Compares in a thread.
   *
   * @throws Refusal 503 with `Retry-After`, at once, when too many wait already.
   */
  compare: BcryptCompare
  /** Ends the threads. */
  end: () => Promise<void>
}

export function bcryptPool({ script, threads }: BcryptPoolOptions): BcryptPool {
  const pool = new Tinypool({
    filename: script.href,
    runtime: 'worker_threads',
    // One stands ready: starting a thread takes as long as a comparison.
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: 30_000,
  })
  return {
    compare: async (password, hash) => {
      if (pool.queueSize >= LONGEST_QUEUE) {
        throw new Refusal(503, 'Too many logins at once', {
          because: 'logins-waiting',
          retryAfter: 1,
        })
      }
      return (await pool.run({ password, hash })) as boolean
    },
    end: () => pool.destroy(),
  }
}
