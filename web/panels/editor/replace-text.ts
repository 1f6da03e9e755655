/** Another text in the place of the one in the editor: a reset, a file that was opened, our version. */

import { isolateHistory } from '@codemirror/commands'
import {
  Annotation,
  type EditorState,
  type Text,
  Transaction,
  type TransactionSpec,
} from '@codemirror/state'

/** Marks a change that no person typed. */
export const replaced = Annotation.define<true>()

/** One change that can be undone, and that leaves alone what both texts begin and end with. */
export function replacement(state: EditorState, text: string): TransactionSpec {
  const old = state.doc.toString()
  const from = alike(old, text, (at) => at)
  const rest = Math.min(old.length, text.length) - from
  const end = Math.min(
    rest,
    alike(old, text, (at, length) => length - 1 - at),
  )
  return {
    changes: { from, to: old.length - end, insert: text.slice(from, text.length - end) },
    annotations: [
      replaced.of(true),
      isolateHistory.of('full'),
      Transaction.userEvent.of('input.replace'),
    ],
  }
}

/** Whether a document's text is this one, without making a copy of it. */
export const hasText = (doc: Text, text: string): boolean =>
  doc.length === text.length && doc.toString() === text

/** How many code units two texts have in common, from the end that `place` counts from. */
function alike(one: string, other: string, place: (at: number, length: number) => number): number {
  const longest = Math.min(one.length, other.length)
  let count = 0
  while (count < longest && one[place(count, one.length)] === other[place(count, other.length)]) {
    count += 1
  }
  return count
}
