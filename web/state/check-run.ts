/** Runs the checks of a code task: one request after the other, each an exchange that anybody can look at. */

import type { Exchange, RequestDraft } from '../../lessons/exchange/exchange.ts'
import type { CodeCheck } from '../../lessons/lesson.ts'

/**
 * Sends what checks ask, in order.
 *
 * @param send sends a check's request and gives its exchange.
 * @param came hears of each result.
 * @param attack the exchange that they replay, where there is one.
 */
export async function runChecks(
  checks: readonly CodeCheck[],
  send: (check: CodeCheck, draft: RequestDraft) => Promise<Exchange>,
  came: (check: CodeCheck, exchange: Exchange) => void,
  attack?: Exchange,
): Promise<void> {
  const earlier: Record<string, Exchange> = attack ? { attack } : {}
  for (const check of checks) {
    const draft = typeof check.ask === 'function' ? await check.ask(earlier) : check.ask
    const exchange = await send(check, draft)
    earlier[check.id] = exchange
    came(check, exchange)
  }
}
