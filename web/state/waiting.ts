/** A request that is under way: asked again while the server is busy, given up when it is late or cancelled. */

import type { Busy } from '../stage/busy-server.ts'
import { ANSWER_LIMIT, LATE, unlessAborted } from '../stage/in-time.ts'
import type { Sent } from '../stage/send.ts'
import { CANCELLED } from './failure.ts'

export class Waiting {
  private readonly controller = new AbortController()

  /** Waits no more; an answer that comes later is dropped. */
  cancel(): void {
    this.controller.abort(CANCELLED)
  }

  /**
   * The answer to what `attempt` sends.
   *
   * @param onBusy hears each time that the server is too busy to give one.
   * @throws CANCELLED, LATE, or why an attempt failed.
   */
  async answerTo(
    attempt: (signal: AbortSignal) => Promise<Sent>,
    onBusy: (busy: Busy) => void,
  ): Promise<Sent> {
    const { signal } = this.controller
    const inTime = async () => {
      const limit = setTimeout(() => this.controller.abort(LATE), ANSWER_LIMIT)
      try {
        return await attempt(signal)
      } finally {
        clearTimeout(limit)
      }
    }
    const first = await unlessAborted(inTime(), signal)
    // Only a server of its own has too much to do, and seldom.
    if (first.mode !== 'real' || first.response.status !== 503) return first
    const { untilHeard } = await import('../stage/busy-server.ts')
    const come = [first]
    const heard = async () => come.pop() ?? inTime()
    return unlessAborted(untilHeard(heard, { signal, onBusy }), signal)
  }
}
