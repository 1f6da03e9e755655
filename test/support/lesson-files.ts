/** A lesson's files, read as the build reads them. */

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { appOf, type Language, type Lesson } from '../../lessons/lesson.ts'
import { readStep } from '../../web/build/step-variant.ts'
import { type ParsedProse, parseProse } from '../../web/build/parse-prose.ts'

export const LANGUAGES: readonly Language[] = ['en', 'ko']

export function proseOf({ folder }: Lesson, language: Language): ParsedProse {
  const file = `lessons/${folder}/${language}.md`
  return parseProse(read(file), file)
}

/** The sources of a lesson's own step apps, by file: one taken from another lesson is that lesson's to speak of. */
export function appsOf(lesson: Lesson): Map<string, string> {
  const own = Object.values(lesson.servers).filter(({ app }) => !app.includes('/'))
  const files = own.map((server) => {
    const file = `lessons/${appOf(lesson, server)}`
    return existsSync(at(`${file}.patch`)) ? `${file}.patch` : `${file}.ts`
  })
  return new Map([...new Set(files)].map((file) => [file, readStep(at(file)).text]))
}

const at = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url))

const read = (file: string) => readFileSync(at(file), 'utf8')
