/** A request beside the way, step by step in the place of what the page has: the page's own place stays. */

import type { PreparedRequest } from '../../lessons/prepared.ts'
import { type ExchangeFacts, ofExchange, type Step } from './steps.ts'

export class Beside {
  /** What was taken from those prepared; undefined for what was written on the bench. */
  readonly offer: PreparedRequest | undefined
  /** The id of its exchange, once that is there. */
  id: number | undefined
  /** The place of the newest thing that is shown, as far as there is one. */
  at: number

  /** @param isWhole whether all of it is shown at once */
  constructor({ offer, isWhole = false }: { offer?: PreparedRequest; isWhole?: boolean } = {}) {
    this.offer = offer
    this.at = isWhole ? Infinity : 0
  }

  /** @param exchange what came of it; undefined while nothing has come */
  steps(exchange: ExchangeFacts | undefined): Step[] {
    const came = exchange && { ...exchange, hops: 0, regions: [] }
    return [{ kind: 'request' }, { kind: 'send' }, ...ofExchange(came, false)]
  }
}
