/** A page of a lesson that is open; each time it is opened is a visit of its own. */

import type { CodeCheck, Lesson, LessonPage } from '../../lessons/lesson.ts'

export interface Visit {
  readonly lesson: Lesson
  readonly page: LessonPage
  /** What the page's code task is made of, where it is one. */
  readonly code?: CodeWork
}

/** What a code task is made of besides its manifest: loaded with its page. */
export interface CodeWork {
  /** The text to begin with. */
  start: StartText
  /** What does what is asked; the shipped source where it is not named. */
  solution?: { text: string }
  checks: readonly CodeCheck[]
}

/** A source as it is shown, and where its regions are: their first and last lines, from 1. */
export interface StartText {
  text: string
  regions: readonly { name: string; first: number; last: number }[]
}
