/** What keeps a learner's own copy from answering. */

import type { CodeProblem } from '../../../lessons/exchange/code-problem.ts'

/** Why a learner's own copy gave no answer. */
export type OwnTrouble =
  /** It cannot run, or went wrong as it was loaded. */
  | { kind: 'problems'; problems: CodeProblem[] }
  /** It said nothing for four seconds: a loop that nobody counts, as in a regular expression. */
  | { kind: 'silent' }
  /** It said more than anybody can hear. */
  | { kind: 'flood' }
  /** Its worker could not be started or broke, or what it said was no answer. */
  | { kind: 'broke'; text: string }

export class OwnFailure extends Error {
  readonly trouble: OwnTrouble

  constructor(trouble: OwnTrouble) {
    super(trouble.kind)
    this.trouble = trouble
  }
}
