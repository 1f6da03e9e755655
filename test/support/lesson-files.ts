/** A lesson's files, read as the build reads them. */

import { readFileSync } from 'node:fs'
import type { Language, Lesson } from '../../lessons/lesson.ts'
import { type ParsedProse, parseProse } from '../../web/build/lesson-prose.ts'

export const LANGUAGES: readonly Language[] = ['en', 'ko']

export function proseOf({ folder }: Lesson, language: Language): ParsedProse {
  const file = `lessons/${folder}/${language}.md`
  return parseProse(read(file), file)
}

/** The sources of a lesson's step apps, by file. */
export function appsOf({ folder, servers }: Lesson): Map<string, string> {
  // A server taken from another lesson is that lesson's to speak of.
  const own = Object.values(servers).filter(({ app }) => !app.includes('/'))
  const files = own.map(({ app }) => `lessons/${folder}/${app}.ts`)
  return new Map([...new Set(files)].map((file) => [file, read(file)]))
}

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
