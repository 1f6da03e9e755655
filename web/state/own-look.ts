/** What is shown of the learner's own copy of the server that is asked. */

import type { CodeProblem } from '../../lessons/exchange/code-problem.ts'
import type { StartText } from './visit.ts'

export interface OwnLook {
  /** The file as it is kept. */
  file: string
  /** Whether it answers. */
  isOn: boolean
  /** What is kept of it; undefined where the learner has changed nothing. */
  text: string | undefined
  /** Hash of what it began with; undefined where nothing is kept. */
  start: string | undefined
  /** What a code task begins with; undefined on any other page, where that is our own source. */
  given: StartText | undefined
  /** What does what a code task asks, where that is not our own source. */
  solution: string | undefined
  /** Whether the last change could be kept. */
  isKept: boolean
  /** What was taken back last. */
  takenBack: string | undefined
  /** Why it gave no answer, as far as the code shows it, and the text that was asked. */
  failed: { text: string; problems: readonly CodeProblem[] } | undefined
}

/** Whether two say something different: each time it is asked for, it is made anew. */
export function isOtherLook(one: OwnLook | undefined, other: OwnLook | undefined): boolean {
  if (!one || !other) return one !== other
  return (Object.keys(one) as (keyof OwnLook)[]).some((key) => one[key] !== other[key])
}
