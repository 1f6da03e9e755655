/** Runs the checks of a code task: one request after the other, each an exchange that anybody can look at. */

import type { Exchange, RequestDraft } from '../../lessons/exchange/exchange.ts'
import type { CodeCheck } from '../../lessons/lesson.ts'
import type { OwnSource } from '../stage/own/own-answers.ts'

/** What came of the checks, as far as they were run. */
export interface CheckRun {
  /** The text that they were run on. */
  source: OwnSource
  /** By id of the check: its exchange, and whether it held. */
  results: Record<string, { exchange: number; holds: boolean }>
  isRunning: boolean
}

/** Whether every check held. */
export function isHeld({ results, isRunning }: CheckRun, checks: readonly CodeCheck[]): boolean {
  return !isRunning && checks.every(({ id }) => results[id]?.holds === true)
}

/**
 * Sends what checks ask, in order.
 *
 * @param send sends a check's request and gives its exchange.
 * @param came hears of each result.
 */
export async function runChecks(
  checks: readonly CodeCheck[],
  send: (check: CodeCheck, ask: RequestDraft) => Promise<Exchange>,
  came: (check: CodeCheck, exchange: Exchange) => void,
): Promise<void> {
  const earlier: Record<string, Exchange> = {}
  for (const check of checks) {
    const ask = typeof check.ask === 'function' ? await check.ask(earlier) : check.ask
    const exchange = await send(check, ask)
    earlier[check.id] = exchange
    came(check, exchange)
  }
}
