/** Loads what a code task is made of: the text to begin with, and its checks. */

import type { CodeCheck, Lesson, LessonPage } from '../../lessons/lesson.ts'
import type { StepSource } from '../panels/step-source.ts'

const patched = import.meta.glob<StepSource>('../../lessons/*/code/*.patch', {
  import: 'default',
  query: '?source',
})
const checks = import.meta.glob<Record<string, readonly CodeCheck[]>>('../../lessons/*/code.ts', {
  import: 'default',
})

export interface LoadedCodeWork {
  start: StepSource
  /** What does what is asked, where that is not the shipped source. */
  solution?: StepSource
  checks: readonly CodeCheck[]
}

/** Undefined for a page that is no code task. */
export async function loadCodeWork(
  { folder }: Lesson,
  page: LessonPage,
): Promise<LoadedCodeWork | undefined> {
  if (page.kind !== 'code') return undefined
  const file = `../../lessons/${folder}/code/${page.id}`
  const [start, solution, byTask] = await Promise.all([
    patched[`${file}.patch`]!(),
    patched[`${file}.solution.patch`]?.(),
    checks[`../../lessons/${folder}/code.ts`]!(),
  ])
  return { start, ...(solution && { solution }), checks: byTask[page.id]! }
}
