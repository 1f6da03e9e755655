/** A page of a lesson that is open; each time it is opened is a visit of its own. */

import type { Lesson, LessonPage } from '../../lessons/lesson.ts'

export interface Visit {
  readonly lesson: Lesson
  readonly page: LessonPage
}
