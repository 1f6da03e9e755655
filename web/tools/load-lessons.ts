/** Every lesson of this copy, in order: files of learners are held to what there is. */

import { course } from '../../lessons/index.ts'
import type { Lesson } from '../../lessons/lesson.ts'

export const loadLessons = (): Promise<readonly Lesson[]> =>
  Promise.all(course.map(({ load }) => load()))
