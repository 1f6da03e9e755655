/** Every lesson at once, for who has to know them all: the page loads them one by one. */

import { course } from './index.ts'
import type { Lesson } from './lesson.ts'

export const lessons: readonly Lesson[] = await Promise.all(course.map(({ load }) => load()))
