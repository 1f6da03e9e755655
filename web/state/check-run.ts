/** Runs the checks of a code task: one request after the other, each an exchange that later ones may build on. */

import type { Exchange, RequestDraft } from '../../lessons/exchange/exchange.ts'
import type { CodeCheck } from '../../lessons/lesson.ts'

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
