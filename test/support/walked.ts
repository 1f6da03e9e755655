/** The lessons walked through in this process: every exchange of it, and what it proved. */

import type { Exchange } from '../../lessons/exchange/exchange.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import type { Progress } from '../../web/state/progress.ts'
import { Walker } from './walker.ts'
import { WALKS } from './walks.ts'

export interface Walked {
  journal: readonly Exchange[]
  /** What was known before each exchange, with what was predicted or read for it. */
  before: readonly Progress[]
  progress: Progress
}

/** Does a lesson from its first page to its last, as the walks in the browser do. */
export async function walked(lesson: Lesson): Promise<Walked> {
  const walker = new Walker(lesson)
  for (const step of WALKS[lesson.folder]!) await walker.walk(step)
  const { journal, before, progress } = walker
  return { journal, before, progress }
}
