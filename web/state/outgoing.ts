/** A draft as it goes out: where to, and what the lab's switches say to it. */

import type { RequestDraft } from '../../lessons/exchange/exchange.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { belowServer, draftUrl } from '../stage/addresses.ts'
import type { SendOptions } from '../stage/send.ts'

export interface Outgoing extends Pick<SendOptions, 'clock' | 'stopped'> {
  draft: RequestDraft
  url: string
}

/** The draft with its path below its server, and its absolute URL. */
export function addressed(
  lesson: Lesson,
  draft: RequestDraft,
  base: string,
): Pick<Outgoing, 'draft' | 'url'> {
  const below = belowServer(lesson, draft, base)
  return { draft: below, url: draftUrl(lesson, below, base) }
}

/** Says what is wrong with a draft: reading can begin without it. */
export const loadProblems = () => import('./draft-problem.ts')
