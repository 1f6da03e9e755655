/** Two lists of lines side by side, and what of two lines is not the same. */

/** One line of either side; undefined where that side has none. */
export interface Row {
  /** A header, a claim, a gate; empty for a line that has no name. */
  name: string
  left: string | undefined
  right: string | undefined
}

export type Named = [name: string, text: string]

/** Longer lists are not searched for the best way through: their middle counts as changed. */
const MOST_STEPS = 250_000

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

/** Lines without names: the longest way of equal ones, and what lies between beside each other. */
export function byLine(left: readonly string[], right: readonly string[]): Row[] {
  const start = commonStart(left, right)
  const end = commonStart(left.slice(start).toReversed(), right.slice(start).toReversed())
  const middle = between(
    left.slice(start, left.length - end),
    right.slice(start, right.length - end),
  )
  const same = (text: string): Row => ({ name: '', left: text, right: text })
  return [...left.slice(0, start).map(same), ...middle, ...left.slice(left.length - end).map(same)]
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

function between(left: readonly string[], right: readonly string[]): Row[] {
  const rows: Row[] = []
  let [i, j] = [0, 0]
  for (const [a, b] of [...commonLines(left, right), [left.length, right.length] as const]) {
    const height = Math.max(a - i, b - j)
    for (let row = 0; row < height; row++) {
      rows.push({
        name: '',
        left: i + row < a ? left[i + row] : undefined,
        right: j + row < b ? right[j + row] : undefined,
      })
    }
    if (a < left.length) rows.push({ name: '', left: left[a], right: right[b] })
    ;[i, j] = [a + 1, b + 1]
  }
  return rows
}

/** Places of the lines that a longest common subsequence is made of. */
function commonLines(left: readonly string[], right: readonly string[]): [number, number][] {
  if (left.length * right.length > MOST_STEPS) return []
  // lengths[i][j]: how many lines the ends from i and j on have in common.
  const lengths = Array.from({ length: left.length + 1 }, () =>
    Array<number>(right.length + 1).fill(0),
  )
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      lengths[i]![j] =
        left[i] === right[j]
          ? lengths[i + 1]![j + 1]! + 1
          : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
    }
  }
  const places: [number, number][] = []
  let [i, j] = [0, 0]
  while (i < left.length && j < right.length) {
    if (left[i] === right[j]) places.push([i++, j++])
    else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++
    else j++
  }
  return places
}
