/** The lessons' walks, found where the lessons are. */

import type { Step } from '../../lessons/walk.ts'

const found = import.meta.glob<Step[]>('../../lessons/*/walk.ts', {
  eager: true,
  import: 'default',
})

/** By the lesson's folder. */
export const WALKS: Record<string, readonly Step[]> = Object.fromEntries(
  Object.entries(found).map(([file, steps]) => [file.split('/').at(-2), steps]),
)
