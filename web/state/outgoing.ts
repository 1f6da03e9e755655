/** A draft as it goes out: where to, what the lab's switches say to it, and what may keep it here. */

import type { RequestDraft } from '../../lessons/exchange/exchange.ts'
import type { OwnSource } from '../stage/own/own-source.ts'
import type { SendOptions } from '../stage/send.ts'

export interface Outgoing extends Pick<SendOptions, 'clock' | 'stopped'> {
  /** With its path below its server. */
  draft: RequestDraft
  url: string
  /** The learner's own copy that is to answer; undefined for ours. */
  own: OwnSource | undefined
}

/** Reading can begin without it, and most drafts have no problem. */
export const loadProblems = () => import('./draft-problem.ts')
