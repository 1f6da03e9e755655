/** What elements inside the prose need of the lesson they stand in. */

import { createContext } from '@lit/context'
import type { Lesson } from '../../lessons/lesson.ts'
import type { Words } from '../words/en.ts'
import type { Prose } from './prose.ts'

export interface LessonContext {
  lesson: Lesson
  prose: Prose
  words: Words
}

export const lessonContext = createContext<LessonContext>(Symbol('lesson'))
