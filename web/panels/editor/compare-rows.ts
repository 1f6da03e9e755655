/** Two texts beside one another, line by line: what each has that the other has not. */

import { diffWordsWithSpace } from 'diff'
import { diffOf } from '../../two-servers/source-diff.ts'

/** One line of a text, and which stretches of it the other text has otherwise. */
export interface ComparedLine {
  number: number
  text: string
  /** Places within the line, in order. */
  changed: { from: number; to: number }[]
}

export type ComparedRow =
  | { kind: 'alike' | 'changed'; ours: ComparedLine; yours: ComparedLine }
  | { kind: 'removed'; ours: ComparedLine }
  | { kind: 'added'; yours: ComparedLine }
  | { kind: 'folded'; count: number }

/** The rows of a comparison; long stretches that are alike are folded. */
export function compareRows(ours: string, yours: string): ComparedRow[] {
  const rows: ComparedRow[] = []
  let [left, right] = [0, 0]
  const nextLeft = (text: string): ComparedLine => ({ number: (left += 1), text, changed: [] })
  const nextRight = (text: string): ComparedLine => ({ number: (right += 1), text, changed: [] })
  const pieces = diffOf(ours, yours)
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind === 'folded') {
      rows.push(piece)
      left += piece.count
      right += piece.count
    } else if (piece.kind === 'alike') {
      for (const text of piece.lines) {
        rows.push({ kind: 'alike', ours: nextLeft(text), yours: nextRight(text) })
      }
    } else if (piece.kind === 'removed') {
      const next = pieces[at + 1]
      const instead = next?.kind === 'added' ? next.lines : []
      rows.push(...pairs(piece.lines.map(nextLeft), instead.map(nextRight)))
    } else if (pieces[at - 1]?.kind !== 'removed') {
      rows.push(
        ...piece.lines.map((text): ComparedRow => ({ kind: 'added', yours: nextRight(text) })),
      )
    }
  }
  return rows
}

/** Sets what was put in beside what it stands for, as long as there is some. */
function pairs(ours: ComparedLine[], yours: ComparedLine[]): ComparedRow[] {
  return Array.from({ length: Math.max(ours.length, yours.length) }, (_, at): ComparedRow => {
    const [left, right] = [ours[at], yours[at]]
    if (!left) return { kind: 'added', yours: right! }
    if (!right) return { kind: 'removed', ours: left }
    return { kind: 'changed', ...within(left, right) }
  })
}

/** Says which words of two lines differ; of lines that have little in common, none. */
function within(ours: ComparedLine, yours: ComparedLine) {
  const parts = diffWordsWithSpace(ours.text, yours.text)
  const common = parts
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, { value }) => sum + value.trim().length, 0)
  const isNear = 2 * common > Math.max(ours.text.trim().length, yours.text.trim().length)
  if (!isNear) return { ours, yours }
  const [left, right] = [
    { ...ours, changed: [...ours.changed] },
    { ...yours, changed: [...yours.changed] },
  ]
  let [atLeft, atRight] = [0, 0]
  for (const { value, added, removed } of parts) {
    if (removed) left.changed.push({ from: atLeft, to: atLeft + value.length })
    if (added) right.changed.push({ from: atRight, to: atRight + value.length })
    if (!added) atLeft += value.length
    if (!removed) atRight += value.length
  }
  return { ours: left, yours: right }
}
