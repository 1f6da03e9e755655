/** Two lists of lines side by side, and what of two lines is not the same. */

import { diffArrays } from 'diff'

/** One line of either side; undefined where that side has none. */
export interface Row {
  /** A header, a claim, a gate; empty for a line that has no name. */
  name: string
  left: string | undefined
  right: string | undefined
}

export type Named = [name: string, text: string]

/** Lists with more changes are not searched for equal lines, which would take long: their middle counts as changed. */
const MAX_EDITS = 500

export const isSame = ({ left, right }: Row): boolean => left === right

/** Lines that have names: each stands beside its namesake, the second of a name beside the second. */
export function byName(left: readonly Named[], right: readonly Named[]): Row[] {
  const rows = left.map(([name, text]): Row => ({ name, left: text, right: undefined }))
  const paired = new Set<Row>()
  let at = 0
  for (const [name, text] of right) {
    const namesake = rows.find(
      (row) =>
        row.left !== undefined && !paired.has(row) && row.name.toLowerCase() === name.toLowerCase(),
    )
    const row: Row = namesake ?? { name, left: undefined, right: text }
    row.right = text
    // What only the right side has stands behind what it stands behind there.
    if (!namesake) rows.splice(at, 0, row)
    paired.add(row)
    at = rows.indexOf(row) + 1
  }
  return rows
}

/** Lines without names: as many equal ones as can be beside each other, and the changed ones between them likewise. */
export function byLine(left: readonly string[], right: readonly string[]): Row[] {
  const start = commonStart(left, right)
  const end = commonStart(left.slice(start).toReversed(), right.slice(start).toReversed())
  const middle = between(
    left.slice(start, left.length - end),
    right.slice(start, right.length - end),
  )
  const same = (lines: string[]) => sideBySide(lines, lines)
  return [...same(left.slice(0, start)), ...middle, ...same(left.slice(left.length - end))]
}

/** What is before, in and behind the part in which two texts differ. */
export function changedPart(left: string, right: string) {
  // Not through the middle of a character.
  const [a, b] = [Array.from(left), Array.from(right)]
  const start = commonStart(a, b)
  const end = commonStart(a.slice(start).toReversed(), b.slice(start).toReversed())
  const text = (from: string[], to: number) => from.slice(start, to).join('')
  return {
    before: a.slice(0, start).join(''),
    left: text(a, a.length - end),
    right: text(b, b.length - end),
    after: a.slice(a.length - end).join(''),
  }
}

function commonStart(left: readonly string[], right: readonly string[]): number {
  const differs = left.findIndex((item, at) => item !== right[at])
  return differs < 0 ? left.length : differs
}

/** Equal lines beside each other, and what lies between them likewise, from the top. */
function between(left: string[], right: string[]): Row[] {
  const parts = diffArrays(left, right, { maxEditLength: MAX_EDITS })
  if (!parts) return sideBySide(left, right)
  const rows: Row[] = []
  let [removed, added]: [string[], string[]] = [[], []]
  for (const part of parts) {
    if (part.removed) removed = [...removed, ...part.value]
    else if (part.added) added = [...added, ...part.value]
    else {
      rows.push(...sideBySide(removed, added), ...sideBySide(part.value, part.value))
      removed = added = []
    }
  }
  return [...rows, ...sideBySide(removed, added)]
}

function sideBySide(left: string[], right: string[]): Row[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => ({
    name: '',
    left: left[at],
    right: right[at],
  }))
}
