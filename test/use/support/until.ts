/** Waiting for what will come, by looking again and again. */

import { setTimeout as pause } from 'node:timers/promises'

/** How long is waited for anything, in milliseconds: a busy machine is slow, and slow is no failure. */
const DEADLINE = 30_000

/** How long between two looks, in milliseconds: at first, and at most. Each look is work for the page that is waited for. */
const SHORTEST = 50
const LONGEST = 400

/**
 * Looks until there is something: until `look` neither throws nor gives `undefined` or `false`.
 *
 * @param what what is waited for, as the error says it.
 * @throws when it has not come by the deadline, with what went wrong in the last look.
 */
export async function until<T>(
  look: () => Promise<T | undefined | false>,
  what: string,
): Promise<T> {
  const deadline = performance.now() + DEADLINE
  for (let between = SHORTEST; ; between = Math.min(between * 1.5, LONGEST)) {
    let problem: unknown
    try {
      const found = await look()
      if (found !== undefined && found !== false) return found
    } catch (error) {
      problem = error
    }
    if (performance.now() > deadline) throw new Error(`never came: ${what}`, { cause: problem })
    await pause(between)
  }
}
