/** Shows in the editor what ran, what refused, what was not reached, and what a text points at. */

import { type EditorState, type Range as Placed, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'
import { type LineMarks, lineMarks, type Mark, type RunKind } from '../code/marks.ts'

/** Says anew what is marked. */
export const setMarks = StateEffect.define<readonly Mark[]>()

interface Marked {
  marks: readonly Mark[]
  /** What the marks come to, line by line; a last line that is empty has none. */
  lines: readonly LineMarks[]
  decorations: DecorationSet
}

/** The marks, which follow their code as one types, until the owner says new ones. */
export const markedField = StateField.define<Marked>({
  create: (state) => markedAs([], state),
  update(marked, { state, changes, docChanged, effects }) {
    const news = effects.findLast((effect) => effect.is(setMarks))
    if (news) return markedAs(news.value, state)
    if (!docChanged) return marked
    const moved = marked.marks.map((mark) => ({
      ...mark,
      from: changes.mapPos(Math.min(mark.from, changes.length), 1),
      to: changes.mapPos(Math.min(mark.to, changes.length), -1),
    }))
    return markedAs(
      moved.filter(({ from, to }) => from < to),
      state,
    )
  },
  provide: (field) => EditorView.decorations.from(field, ({ decorations }) => decorations),
})

function markedAs(marks: readonly Mark[], { doc }: EditorState): Marked {
  if (marks.length === 0) return { marks, lines: [], decorations: Decoration.none }
  const lines = lineMarks(doc.toString(), marks)
  const decorations = lines.flatMap(({ run, isShown, parts }, index): Placed<Decoration>[] => {
    const classes = [run, isShown && 'shown'].filter(Boolean).join(' ')
    return [
      ...(classes ? [Decoration.line({ class: classes }).range(doc.line(index + 1).from)] : []),
      ...parts.map(({ kind, from, to }) =>
        Decoration.mark({ class: `part-${kind}` }).range(from, to),
      ),
    ]
  })
  return { marks, lines, decorations: Decoration.set(decorations, true) }
}

/** What became of a line; the first line is 1. */
export const runOf = (state: EditorState, line: number): RunKind | undefined =>
  state.field(markedField).lines[line - 1]?.run

/** Lines one after another of which the same became, for who does not see them. */
export function runsOfLines(
  text: string,
  marks: readonly Mark[],
): { kind: RunKind; first: number; last: number }[] {
  const runs: { kind: RunKind; first: number; last: number }[] = []
  for (const [index, { run }] of lineMarks(text, marks).entries()) {
    const open = runs.at(-1)
    if (run === undefined) continue
    if (open?.kind === run && open.last === index) open.last = index + 1
    else runs.push({ kind: run, first: index + 1, last: index + 1 })
  }
  return runs
}
