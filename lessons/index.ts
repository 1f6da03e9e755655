/** The lessons in the order they are taught. */

import { firstSteps } from './1-first-steps/lesson.ts'
import type { Lesson } from './lesson.ts'

export const lessons: readonly Lesson[] = [firstSteps]
