/** What does what a code task asks, as text: of files alone, so that a walk in a browser has it too. */

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { appOf, type CodeTask, type Lesson } from '../../lessons/lesson.ts'
import { readRegions } from '../../web/build/read-regions.ts'
import { readStep } from '../../web/build/step-variant.ts'

/** The solution of a task, without region marks. */
export function solutionOf(lesson: Lesson, { id, server }: CodeTask): string {
  const own = at(`${lesson.folder}/code/${id}.solution.patch`)
  const shipped = at(appOf(lesson, lesson.servers[server]!))
  const variant = `${shipped}.patch`
  const file = [own, variant].find((each) => existsSync(each)) ?? `${shipped}.ts`
  return readRegions(readStep(file).text).text
}

const at = (path: string) => fileURLToPath(new URL(`../../lessons/${path}`, import.meta.url))
