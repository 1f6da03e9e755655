/** Loads what a code task is made of: the text to begin with, and its checks. */

import type { CodeCheck, Lesson, LessonPage } from '../../lessons/lesson.ts'
import type { StepSource } from '../panels/step-source.ts'

const starts = import.meta.glob<StepSource>('../../lessons/*/code/*.patch', {
  import: 'default',
  query: '?source',
})
const checks = import.meta.glob<Record<string, readonly CodeCheck[]>>('../../lessons/*/code.ts', {
  import: 'default',
})

export interface LoadedCodeWork {
  start: StepSource
  checks: readonly CodeCheck[]
}

/** Undefined for a page that is no code task. */
export async function loadCodeWork(
  { folder }: Lesson,
  page: LessonPage,
): Promise<LoadedCodeWork | undefined> {
  if (page.kind !== 'code') return undefined
  const [start, byTask] = await Promise.all([
    starts[`../../lessons/${folder}/code/${page.id}.patch`]!(),
    checks[`../../lessons/${folder}/code.ts`]!(),
  ])
  return { start, checks: byTask[page.id]! }
}
