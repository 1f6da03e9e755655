/** What is wrong with the code, as the editor's diagnostics, and as sentences. */

import {
  type Diagnostic,
  forEachDiagnostic,
  nextDiagnostic,
  previousDiagnostic,
} from '@codemirror/lint'
import { type Command, EditorView } from '@codemirror/view'
import { STEP_IMPORTS } from '../../../lessons/step-imports.ts'
import type { CodeProblem } from '../../../lessons/exchange/code-problem.ts'
import type { EditorWords } from '../../words/editor.ts'

/** What one is told of a problem. */
function sentenceOf({ kind, text }: CodeProblem, { problems }: EditorWords): string {
  if (kind === 'module') return problems.module(text, STEP_IMPORTS.join(', '))
  const sentence = problems[kind]
  return typeof sentence === 'string' ? sentence : sentence(text)
}

/** The problems of a text as the editor shows them; none stands outside of it. */
export function diagnosticsOf(
  problems: readonly CodeProblem[],
  { length }: string,
  words: EditorWords,
): Diagnostic[] {
  const within = (place: number) => Math.max(0, Math.min(place, length))
  return problems.map((problem) => ({
    from: within(problem.from),
    to: Math.max(within(problem.from), within(problem.to)),
    severity: 'error',
    message: sentenceOf(problem, words),
  }))
}

/** Where a problem is by now, after what was typed since; where it was found, if the editor has it not. */
export function placeOf(diagnostic: Diagnostic, view: EditorView | undefined): number {
  let place = diagnostic.from
  if (!view) return place
  forEachDiagnostic(view.state, (each, from) => {
    if (each === diagnostic) place = from
  })
  return place
}

/** Goes to a problem and reads it out: a selection alone says nothing of what is wrong there. */
const goTo =
  (go: Command): Command =>
  (view) => {
    go(view)
    const { from } = view.state.selection.main
    const heard: string[] = []
    forEachDiagnostic(view.state, ({ message }, start) => {
      if (start === from) heard.push(message)
    })
    if (heard.length > 0) view.dispatch({ effects: EditorView.announce.of(heard.join(' ')) })
    return true
  }

export const goToNextProblem = goTo(nextDiagnostic)
export const goToPreviousProblem = goTo(previousDiagnostic)
