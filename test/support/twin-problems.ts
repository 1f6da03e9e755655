/** What the twins of a lesson's step apps lack, each in one sentence. */

import { existsSync } from 'node:fs'
import type { Lesson } from '../../lessons/lesson.ts'
import { readRegions } from '../../web/build/read-regions.ts'
import { readTwin, twinName } from '../../web/build/step-twin.ts'
import { PATCH, readStep } from '../../web/build/step-variant.ts'

/**
 * Looks at the twins of a lesson's own apps; those of other lessons' are looked at there.
 *
 * @param fileOf the file of an app, below the lessons' folder.
 * @param at where a file below the lessons' folder is.
 */
export function twinProblems(
  { folder, servers }: Lesson,
  fileOf: (app: string) => string,
  at: (path: string) => string,
): string[] {
  const own = Object.entries(servers).filter(([, { app }]) => !app.includes('/'))
  return own.flatMap(([id, { app, noTwin }]) => {
    const file = fileOf(`${folder}/${app}`)
    if (!existsSync(at(file))) return []
    const isVariant = file.endsWith(PATCH)
    const place = isVariant ? file : `${folder}/${twinName(at(file))}`
    try {
      const twin = readTwin(at(file))
      if (noTwin !== undefined) {
        const says = `${folder}/lesson.ts says why the server "${id}" has no twin`
        if (twin) return [`${says}, and ${place} has one`]
        return noTwin.trim() === '' ? [`${says}, and not in words`] : []
      }
      if (!twin && isVariant) {
        return [
          `${file} makes no twin: it changes main.py too, or noTwin in lesson.ts says why not`,
        ]
      }
      if (!twin)
        return [`there is no ${place}: ${file} for FastAPI, or why not, as noTwin in lesson.ts`]
      return regionProblems(isVariant ? `the twin of ${file}` : place, file, {
        wanted: namesOf(readRegions(readStep(at(file)).text)),
        found: namesOf(readRegions(twin.text, 'python')),
      })
    } catch (error) {
      return [`${place}: ${(error as Error).message}`]
    }
  })
}

function regionProblems(
  place: string,
  file: string,
  { wanted, found }: { wanted: string[]; found: string[] },
): string[] {
  const lacks = wanted.filter((name) => !found.includes(name))
  const extra = found.filter((name) => !wanted.includes(name))
  const isOrdered = lacks.length + extra.length > 0 || wanted.join() === found.join()
  return [
    ...lacks.map((name) => `${place} lacks the region "${name}" of ${file}`),
    ...extra.map((name) => `${place} has the region "${name}", which ${file} has not`),
    ...(isOrdered
      ? []
      : [`${place} has its regions in another order than ${file}: ${found.join(', ')}`]),
  ]
}

const namesOf = ({ regions }: { regions: { name: string }[] }) => regions.map(({ name }) => name)
