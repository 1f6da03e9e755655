/** Every lesson at once, for who has to know them all: the page loads them one by one. */

import { loadLessons } from './index.ts'
import type { Lesson } from './lesson.ts'

export const lessons: readonly Lesson[] = await loadLessons()
