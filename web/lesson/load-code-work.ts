/** Loads what a code task is made of: the text to begin with, and its checks. */

import type { CodeCheck, CodeTask, Lesson } from '../../lessons/lesson.ts'
import { provideWebCrypto } from '../stage/web-crypto.ts'
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

export async function loadCodeWork({ folder }: Lesson, { id }: CodeTask): Promise<LoadedCodeWork> {
  const file = `../../lessons/${folder}/code/${id}`
  const [start, solution, byTask] = await Promise.all([
    patched[`${file}.patch`]!(),
    patched[`${file}.solution.patch`]?.(),
    checks[`../../lessons/${folder}/code.ts`]!(),
    // Checks sign tokens as somebody else would.
    provideWebCrypto(),
  ])
  return { start, ...(solution && { solution }), checks: byTask[id]! }
}
