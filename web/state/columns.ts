/** How wide the columns are where a person chose so: written short, to be kept. */

/** Columns whose width can be chosen; the bench takes the rest. */
export type SideColumn = 'lesson' | 'inside'

/** Widths in pixels; 0 for a column that is folded away. */
export type Columns = Partial<Record<SideColumn, number>>

/** What each column needs at least, in pixels. */
export const NARROWEST = { lesson: 220, bench: 360, inside: 280 }

/** Reads what {@link writeColumns} wrote; what is none of it is left out. */
export function readColumns(text: string): Columns {
  const found = [...text.matchAll(/\b(lesson|inside)=(\d{1,5})\b/g)]
  return Object.fromEntries(found.map(([, name, width]) => [name, Number(width)]))
}

export function writeColumns({ lesson, inside }: Columns): string {
  const written = Object.entries({ lesson, inside }).filter(([, width]) => width !== undefined)
  return written.map(([name, width]) => `${name}=${width}`).join(' ')
}
