/** Resets: what belongs to an earlier epoch is forgotten, whoever still has it. */

import { own } from './kinds.ts'
import type { Forgotten } from './progress.ts'
import type { Stored, StoredLesson } from './stored.ts'

/** Takes back what was done, by raising its epoch: of a page, of a lesson, or all of it. */
export function forget(stored: Stored, { lesson, page }: Forgotten): Stored {
  if (lesson === undefined) {
    const { last: _, ...course } = stored.course
    return { ...stored, course: { ...course, epoch: course.epoch + 1, lessons: {} } }
  }
  return changeLesson(stored, lesson, (before) => {
    if (page === undefined) {
      const { place: _, ...others } = before
      return { ...others, epoch: before.epoch + 1, tasks: {} }
    }
    const epoch = (own(before.tasks, page)?.epoch ?? 0) + 1
    return { ...before, tasks: { ...before.tasks, [page]: { epoch } } }
  })
}

/** Changes a lesson of what is kept, which may not have been there. */
export function changeLesson(
  stored: Stored,
  slug: string,
  change: (before: StoredLesson) => StoredLesson,
): Stored {
  const { lessons } = stored.course
  const after = change(own(lessons, slug) ?? { epoch: 0, tasks: {} })
  return { ...stored, course: { ...stored.course, lessons: { ...lessons, [slug]: after } } }
}

/** What was taken back between two states. */
export function forgottenBetween(before: Stored, after: Stored): Forgotten[] {
  if (after.course.epoch > before.course.epoch) return [{}]
  return Object.entries(after.course.lessons).flatMap(([lesson, { epoch, tasks }]) => {
    const known = own(before.course.lessons, lesson) ?? { epoch: 0, tasks: {} }
    if (epoch > known.epoch) return [{ lesson }]
    return Object.entries(tasks)
      .filter(([page, task]) => task.epoch > (own(known.tasks, page)?.epoch ?? 0))
      .map(([page]) => ({ lesson, page }))
  })
}
