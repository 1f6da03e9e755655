/** Has a line that wraps go on below its own text, as where the source is only read. */

import { type EditorState, RangeSetBuilder, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'

/** Deeper than that, a narrow column would have no room left. */
const DEEPEST = 12

// The policy lets no element have a style of its own, so each depth is a class.
const depths = Array.from({ length: DEEPEST / 2 + 1 }, (_, step) =>
  Decoration.line({ class: `indent-${2 * step}` }),
)

function indents({ doc }: EditorState): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  for (let number = 1; number <= doc.lines; number += 1) {
    const { from, text } = doc.line(number)
    const step = Math.ceil(Math.min(DEEPEST, text.search(/\S|$/)) / 2)
    if (step > 0) builder.add(from, from, depths[step]!)
  }
  return builder.finish()
}

export const hangingIndent = StateField.define<DecorationSet>({
  create: indents,
  update: (value, { state, docChanged }) => (docChanged ? indents(state) : value),
  provide: (field) => EditorView.decorations.from(field),
})
