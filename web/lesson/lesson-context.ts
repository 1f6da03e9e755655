/** What elements inside the lesson's column need of the lesson they stand in. */

import { createContext } from '@lit/context'
import type { Exchange, RequestDraft } from '../../lessons/exchange/exchange.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import type { Cookie } from '../stage/cookie-jar.ts'
import type { CodeStanding } from '../state/own-look.ts'
import type { Words } from '../words/en.ts'
import type { Prose } from './prose.ts'
import type { StepSource } from '../panels/step-source.ts'

export interface LessonContext {
  lesson: Lesson
  prose: Prose
  words: Words
  /** The sources of its step apps, by folder and file. */
  sources: Record<string, StepSource>
  /** What crossed the wire in this lesson, oldest first. */
  exchanges: readonly Exchange[]
  /** Whether the open page is done. */
  done?: boolean
  /** What is written and checked on the page of a code task; undefined on any other. */
  code?: CodeStanding | undefined
  /** The cookies that go with a request to a draft's place, as far as they were seen. */
  cookiesFor: (draft: Pick<RequestDraft, 'server' | 'path'>) => Cookie[]
}

export const lessonContext = createContext<LessonContext>(Symbol('lesson'))
