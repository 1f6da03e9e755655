/** What is at hand for whoever writes a request: what was sent before, and what the server describes. */

import type { Suggestions } from './suggestions.ts'
import { Descriptions } from './suggestions.ts'
import { draftOf } from './draft-edits.ts'
import { HistoryWalk } from './request-history.ts'
import type { Responder } from './responder.ts'
import type { Workbench } from './workbench.ts'

export class AtHand {
  private readonly workbench: Workbench
  private readonly descriptions: Descriptions
  /** The way through what was sent before, and the request that it began from. */
  private walk: { through: HistoryWalk; since: object } | undefined

  constructor(workbench: Workbench, responder: Pick<Responder, 'send'>) {
    this.workbench = workbench
    this.descriptions = new Descriptions((...asked) => responder.send(...asked))
  }

  /** Takes what was sent before as the draft; false where it is kept no more. */
  use(id: number): boolean {
    const { exchanges, composer } = this.workbench
    const exchange = exchanges.find((one) => one.id === id)
    if (exchange) composer.put(draftOf(exchange))
    return exchange !== undefined
  }

  /**
   * Walks through what was sent in the lesson, like a shell.
   *
   * @param by 1 for the one before, -1 for the one after; what is being written stands after the newest.
   */
  recall(by: 1 | -1): void {
    const { exchanges, composer } = this.workbench
    if (this.walk?.since !== composer.since) {
      // Without a walk there is nothing later.
      if (by < 0) return
      this.walk = { through: new HistoryWalk(composer, exchanges), since: composer.since }
    }
    composer.take(this.walk.through.step(by, composer))
  }

  /** Whether the draft is one that was sent before, on a walk through them. */
  get isRecalled(): boolean {
    const { walk } = this
    return walk !== undefined && walk.since === this.workbench.composer.since && walk.through.isBack
  }

  /** What the server of the draft suggests by its description, once that was asked for. */
  get suggestions(): Suggestions | undefined {
    const { visit, draft } = this.workbench
    return visit && this.descriptions.of(visit.lesson, draft.server)
  }

  /** Asks the draft's server for its description; before the first answer that would be in the way of it. */
  async askForSuggestions(): Promise<void> {
    const { visit, draft, journal } = this.workbench
    if (visit && journal.newest) await this.descriptions.ask(visit.lesson, draft.server)
  }
}
