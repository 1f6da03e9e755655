/** The request being written: by hand, from the lesson, or from what was sent before. */

import type { Exchange, RequestDraft } from '../../lessons/exchange/exchange.ts'
import type { DraftProblem } from './draft-problem.ts'
import { parked, type ParkedBody, unparked } from './parked-body.ts'
import type { HistoryWalk, Written } from './request-history.ts'

export class Composer {
  /** The first page puts its own here. */
  draft: RequestDraft = { server: '', method: 'GET', path: '/', headers: [], body: '' }
  /** The body that was written for a method that has one, while the draft's has none. */
  parked: ParkedBody | undefined
  /** Why the draft was not sent. */
  problem: DraftProblem | undefined
  /** The way through what was sent before, while the learner is on it. */
  private walk: HistoryWalk | undefined
  onChange: () => void = () => {}

  /** Takes over what the learner makes of the draft; its body waits while the method has none. */
  write(draft: RequestDraft): void {
    const { parked: waiting } = this
    this.take(waiting ? unparked(draft, waiting) : parked({ before: this.draft, after: draft }))
  }

  /** Takes another request in the place of the draft. */
  put(draft: RequestDraft): void {
    this.walk = undefined
    this.take({ draft })
  }

  /**
   * Walks through what was sent before, like a shell.
   *
   * @param by 1 for the one before, -1 for the one after; what is being written stands after the newest.
   * @param exchanges of the lesson, oldest first.
   */
  async recall(by: 1 | -1, exchanges: readonly Exchange[]): Promise<void> {
    const { HistoryWalk } = await import('./request-history.ts')
    // Without a walk there is nothing later.
    if (!this.walk && by < 0) return
    this.walk ??= new HistoryWalk(this, exchanges)
    this.take(this.walk.step(by, this))
  }

  /** Whether the draft is one that was sent before, on a walk through them. */
  get isRecalled(): boolean {
    return this.walk?.isBack ?? false
  }

  /** The draft was sent: the next walk begins with it. */
  endWalk(): void {
    this.walk = undefined
  }

  private take({ draft, parked }: Written): void {
    this.draft = draft
    this.parked = parked
    this.problem = undefined
    this.onChange()
  }
}
