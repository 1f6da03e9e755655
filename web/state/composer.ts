/** The request being written: by hand, from the lesson, or from what was sent before. */

import type { RequestDraft } from '../../lessons/exchange/exchange.ts'
import type { DraftProblem } from './draft-problem.ts'
import { parked, unparked, type Written } from './parked-body.ts'

export class Composer implements Written {
  /** The first page puts its own here. */
  draft: RequestDraft = { server: '', method: 'GET', path: '/', headers: [], body: '' }
  /** The body that was written for a method that has one, while the draft's has none. */
  parked: Written['parked']
  /** Why the draft was not sent. */
  problem: DraftProblem | undefined
  /** Another object once another request stands here, or this one was sent. */
  since = {}
  onChange: () => void = () => {}

  /** Takes over what the learner makes of the draft; its body waits while the method has none. */
  write(draft: RequestDraft): void {
    const { parked: waiting } = this
    this.take(waiting ? unparked(draft, waiting) : parked({ before: this.draft, after: draft }))
  }

  /** Takes another request in the place of the draft. */
  put(draft: RequestDraft): void {
    this.leave()
    this.take({ draft })
  }

  /** What is written from now on is another request. */
  leave(): void {
    this.since = {}
  }

  take({ draft, parked }: Written): void {
    this.draft = draft
    this.parked = parked
    this.problem = undefined
    this.onChange()
  }
}
