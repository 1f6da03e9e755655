/** Which parts of a request are in sight without being asked for: its other headers, and its body. */

import type { RequestDraft } from '../../lessons/exchange/exchange.ts'
import { hasUnusualHeaders } from '../state/draft-edits.ts'

/** What is in sight stays there while the learner writes, and is decided anew for a draft that comes from elsewhere. */
export class PartsInSight {
  /** Whether the headers besides the first Authorization are unfolded. */
  headers = false
  /** Whether the body has a row of its own, outside of the fold. */
  body = false
  private draft: RequestDraft | undefined
  private written: RequestDraft | undefined

  /** Notes a draft that the learner writes, before it is followed. */
  write(draft: RequestDraft): void {
    this.written = draft
  }

  /** Follows the draft that takes the place of the last one. */
  follow(draft: RequestDraft): void {
    const { draft: before, written } = this
    this.draft = draft
    const isUnusual = hasUnusualHeaders(draft)
    if (isUnusual && !(before && hasUnusualHeaders(before))) this.headers = true
    if (draft === written) return
    this.headers &&= isUnusual
    this.body = draft.body !== ''
  }
}
