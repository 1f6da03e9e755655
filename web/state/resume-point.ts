/** Where a learner who has begun goes on. */

import type { Lesson, LessonPage } from '../../lessons/lesson.ts'
import { standing } from './progress.ts'
import type { SavedData } from './stored.ts'
import type { Visit } from './visit.ts'

export interface ResumePoint {
  lesson: Lesson
  page: LessonPage
}

/**
 * Where a learner goes on: in the lesson last open, or once that is done in the next that is not; undefined where
 * nothing is begun, or nothing left.
 */
export function resumePoint(
  lessons: readonly Lesson[],
  { last, places, progress }: SavedData,
): ResumePoint | undefined {
  const at = lessons.findIndex(({ slug }) => slug === last)
  if (at < 0) return undefined
  const lesson = [...lessons.slice(at), ...lessons.slice(0, at)].find(
    (one) => standing(one, progress[one.slug]).state !== 'done',
  )
  return lesson && { lesson, page: pageOf(lesson, places[lesson.slug]) ?? lesson.pages[0]! }
}

/** The page of a lesson with that id. */
export function pageOf(lesson: Lesson, id: string | undefined): LessonPage | undefined {
  return lesson.pages.find((page) => page.id === id)
}

/** The page of the lesson that many pages away, if there is one. */
export function pageAfter({ lesson, page }: Visit, by: number): LessonPage | undefined {
  return lesson.pages[lesson.pages.indexOf(page) + by]
}
