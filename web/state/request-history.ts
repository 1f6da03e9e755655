/** What was sent in a lesson, to be sent again: the last requests without repeats, and the way through them. */

import type { Exchange } from '../../lessons/exchange/exchange.ts'
import { asksTheSame, draftOf } from './draft-edits.ts'
import type { Written } from './parked-body.ts'

/** More are not looked through: what is older stands in the journal. */
const HISTORY_LIMIT = 10

/**
 * The last requests the learner sent, newest first, each once: attacks were sent by others.
 *
 * @param exchanges of the lesson, oldest first.
 */
export function lastSent(exchanges: readonly Exchange[]): Exchange[] {
  const found: Exchange[] = []
  for (const exchange of exchanges.toReversed()) {
    const asksAnew = (one: Exchange) => !asksTheSame(draftOf(one), draftOf(exchange))
    if (exchange.origin !== 'attack' && found.every(asksAnew)) found.push(exchange)
    if (found.length === HISTORY_LIMIT) break
  }
  return found
}

/** A walk through the last requests, like a shell's: each line keeps what was written into it. */
export class HistoryWalk {
  /** The first is what was being written when the walk began, the second the request sent last. */
  private readonly lines: Written[]
  private at = 0

  /** @param exchanges of the lesson, oldest first. */
  constructor(written: Written, exchanges: readonly Exchange[]) {
    const sent = lastSent(exchanges).map(draftOf)
    // Where it stands already, the first step would lead nowhere.
    if (sent[0] && asksTheSame(sent[0], written.draft)) sent.shift()
    this.lines = [written, ...sent.map((draft) => ({ draft }))]
  }

  get isBack(): boolean {
    return this.at > 0
  }

  /**
   * The next line.
   *
   * @param by 1 for an earlier one, -1 for a later one; at either end it stays.
   * @param written what the line that is left has become.
   */
  step(by: 1 | -1, { draft, parked }: Written): Written {
    this.lines[this.at] = { draft, parked }
    this.at = Math.min(Math.max(this.at + by, 0), this.lines.length - 1)
    return this.lines[this.at]!
  }
}
