/** How wide the columns are where a person chose so: written short, to be kept. */

/** Columns whose width can be chosen; the bench takes the rest. */
export type SideColumn = 'lesson' | 'server'

/** Widths in pixels; 0 for a column that is folded away. */
export type Columns = Partial<Record<SideColumn, number>>

/** What each column needs at least, in pixels. */
export const NARROWEST = { lesson: 220, bench: 360, server: 280 }

/** Reads what {@link writeColumns} wrote; what is none of it is left out. */
export function readColumns(text: string): Columns {
  const found = [...text.matchAll(/\b(lesson|server|inside)=(\d{1,5})\b/g)]
  return Object.fromEntries(
    // Widths that were kept under the column's former name are read too.
    found.map(([, name, width]) => [name === 'inside' ? 'server' : name, Number(width)]),
  )
}

export function writeColumns({ lesson, server }: Columns): string {
  const written = Object.entries({ lesson, server }).filter(([, width]) => width !== undefined)
  return written.map(([name, width]) => `${name}=${width}`).join(' ')
}
