/** What the code tasks of a lesson's folder lack, each in one sentence that says where to mend it. */

import { existsSync } from 'node:fs'
import type { CodeCheck, Lesson } from '../../lessons/lesson.ts'
import { readRegions } from '../../web/build/read-regions.ts'
import { readStep } from '../../web/build/step-variant.ts'

interface CodeFolder {
  name: string
  lesson: Lesson
  /** By id of the task. */
  checks: Record<string, readonly CodeCheck[]>
}

/** What code tasks are made of: a text to begin with that fits its server, and checks. */
export function codeProblems(
  { name, lesson, checks }: CodeFolder,
  at: (path: string) => string,
): string[] {
  const tasks = lesson.pages.filter((page) => page.kind === 'code')
  return tasks.flatMap(({ id, server, region }) => {
    const file = `${name}/code/${id}.patch`
    const solution = `${name}/code/${id}.solution.patch`
    const task = `${name}/lesson.ts: the code task "${id}"`
    return [
      ...(server in lesson.servers ? [] : [`${task} is about "${server}", no server of it`]),
      ...(existsSync(at(file))
        ? []
        : [`${name} has no code/${id}.patch: what "${id}" begins with`]),
      ...(checks[id]?.length ? [] : [`${name}/code.ts has no checks for the code task "${id}"`]),
      ...[file, solution]
        .filter((each) => existsSync(at(each)))
        .flatMap((each) => patchProblems(each, region, at)),
    ]
  })
}

function patchProblems(file: string, region: string, at: (path: string) => string): string[] {
  try {
    const { regions } = readRegions(readStep(at(file)).text)
    const has = regions.some((one) => one.name === region)
    return has ? [] : [`${file} makes a text without the region "${region}" of its task`]
  } catch (error) {
    return [(error as Error).message.replaceAll(at(''), '')]
  }
}
