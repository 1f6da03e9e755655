/** What is offered goes once it is written: nothing is left to choose, and Escape leaves the editor again. */

import { closeCompletion, currentCompletions } from '@codemirror/autocomplete'
import { EditorView } from '@codemirror/view'

export const closeWhenWritten = EditorView.updateListener.of(({ state, view }) => {
  const [first] = currentCompletions(state)
  if (first && first.label === wordAtCaret(view)) closeCompletion(view)
})

/** The word that ends where the caret is. */
function wordAtCaret({ state }: EditorView): string {
  const { head } = state.selection.main
  const { from, text } = state.doc.lineAt(head)
  return /[\w$]*$/.exec(text.slice(0, head - from))![0]
}
