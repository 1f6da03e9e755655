/** What tasks take: tries, time, and which wrong attempts were made. Loaded with the first try. */

import type { Exchange } from '../../lessons/exchange/exchange.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { changeLesson } from './forget.ts'
import { defined, own } from './kinds.ts'
import { isDone, type Progress, tasksOf } from './progress.ts'
import type { Stored } from './stored.ts'

/** A longer time without a try was a pause, in milliseconds: so much of it counts. */
export const PAUSE_LIMIT = 5 * 60_000

/** One try at what stands on a page. */
interface Try {
  lesson: Lesson
  /** Id of the page. */
  page: string
  /** What was done before it, and after it. */
  before: Progress
  after: Progress
  /** How long after the one before, or after the page was opened, in milliseconds. */
  took: number
  /** What was sent; undefined where checks were run. */
  exchange: Exchange | undefined
}

/** The state with one try more, where there is a task that was not done before it. */
export function withTry(
  stored: Stored,
  { lesson, page, before, after, took, exchange }: Try,
): Stored {
  const task = tasksOf(lesson).find(({ id }) => id === page)
  const isDoneIn = (progress: Progress) => isDone(task!, progress[lesson.slug]?.[page])
  if (!task || isDoneIn(before)) return stored
  const wrong = isDoneIn(after) ? undefined : exchange
  const slip = wrong && lesson.detectors.find(({ fits }) => fits(wrong))?.id
  return changeLesson(stored, lesson.slug, (known) => {
    const kept = own(known.tasks, page)
    const { tries = 0, time = 0, slips = [] } = kept?.effort ?? {}
    const all = [...new Set([...slips, ...(slip === undefined ? [] : [slip])])].sort()
    const effort = defined({
      tries: tries + 1,
      // A clock may go back.
      time: time + Math.round(Math.min(Math.max(took, 0), PAUSE_LIMIT)),
      slips: all.length > 0 ? all : undefined,
    })
    return { ...known, tasks: { ...known.tasks, [page]: { epoch: 0, ...kept, effort } } }
  })
}
