/** The worker in which bcrypt is timed: costs in, the time of one check for each cost out. */

/// <reference lib="webworker" />
import { compareSync, genSaltSync, hashSync } from 'bcryptjs'
import type { Measured } from './bcrypt-measure.ts'

const PASSWORD = 'secret'

/** Milliseconds of a run: some browsers' clocks tick once a millisecond, so quick checks are timed together. */
const SHORTEST_RUN = 20

self.addEventListener('message', ({ data: costs }: MessageEvent<readonly number[]>) => {
  for (const cost of costs) {
    self.postMessage({ cost, milliseconds: timeOf(cost) } satisfies Measured)
  }
})

/** The median of several runs; of one where the cost is high. */
function timeOf(cost: number): number {
  // Making a hash is the same work as checking one, so the engine has warmed up after it.
  const hash = hashSync(PASSWORD, genSaltSync(cost))
  const runs = cost < 10 ? 5 : cost < 12 ? 3 : 1
  const times = Array.from({ length: runs }, () => timeOfRun(hash))
  return times.sort((one, two) => one - two)[(runs - 1) / 2]!
}

function timeOfRun(hash: string): number {
  const start = performance.now()
  for (let checks = 1; ; checks++) {
    compareSync(PASSWORD, hash)
    const elapsed = performance.now() - start
    if (elapsed >= SHORTEST_RUN) return elapsed / checks
  }
}
