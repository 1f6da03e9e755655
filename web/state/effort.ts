/** What tasks take: tries, time, and which wrong attempts were made. Loaded with the first try. */

import type { Exchange } from '../../lessons/exchange/exchange.ts'
import type { Lesson, Task } from '../../lessons/lesson.ts'
import { changeLesson } from './forget.ts'
import { defined, own } from './kinds.ts'
import type { Stored } from './stored.ts'

/** A longer time without a try was a pause, in milliseconds: so much of it counts. */
export const PAUSE_LIMIT = 5 * 60_000

/** One try at a task that was not done before it. */
interface Try {
  lesson: Lesson
  task: Task
  /** How long after the one before, or after the page was opened, in milliseconds. */
  took: number
  /** What was sent where that did not finish it; undefined where checks were run. */
  wrong?: Exchange | undefined
}

/** The state with one try more. */
export function withTry(stored: Stored, { lesson, task, took, wrong }: Try): Stored {
  const slip = wrong && lesson.detectors.find(({ fits }) => fits(wrong))?.id
  return changeLesson(stored, lesson.slug, (known) => {
    const before = own(known.tasks, task.id)
    const { tries = 0, time = 0, slips = [] } = before?.effort ?? {}
    const all = [...new Set([...slips, ...(slip === undefined ? [] : [slip])])].sort()
    const effort = defined({
      tries: tries + 1,
      // A clock may go back.
      time: time + Math.round(Math.min(Math.max(took, 0), PAUSE_LIMIT)),
      slips: all.length > 0 ? all : undefined,
    })
    return { ...known, tasks: { ...known.tasks, [task.id]: { epoch: 0, ...before, effort } } }
  })
}
