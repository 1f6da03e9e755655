/** Threads that compare passwords, and a queue before them that is bounded by time. */

import { Tinypool } from 'tinypool'
import { bcryptQueue } from './bcrypt-queue.ts'
import type { BcryptCompare } from '../security/index.ts'

interface BcryptPoolOptions {
  /** URL of the thread's script. */
  script: URL
  /** How many compare at once. */
  threads: number
}

export interface BcryptPool {
  /**
   * Compares in a thread.
   *
   * @throws Refusal 503 with `Retry-After` when it would wait too long.
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
  // Of a thread that failed while nobody waited for it: the next comparison gets another one.
  pool.on('error', (error) => console.error(error))
  return {
    compare: bcryptQueue({
      threads,
      run: async (password, hash) => (await pool.run({ password, hash })) as boolean,
    }),
    end: () => pool.destroy(),
  }
}
