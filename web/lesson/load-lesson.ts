/** Loads what a lesson's page shows: words, prose and source, each a chunk of its own. */

import type { Language, Lesson } from '../../lessons/lesson.ts'
import type { Words } from '../words/en.ts'
import type { Prose } from './prose.ts'
import type { StepSource } from '../panels/step-source.ts'

const proses = import.meta.glob<Prose>('../../lessons/*/{en,ko}.md', { import: 'default' })
const titles = import.meta.glob<string>('../../lessons/*/{en,ko}.md', {
  import: 'default',
  query: '?title',
  eager: true,
})
const sources = import.meta.glob<StepSource>('../../lessons/*/{{app,client,faithful}.ts,*.patch}', {
  import: 'default',
  query: '?source',
})

/** The page's own words. */
export async function loadWords(language: Language): Promise<Words> {
  return language === 'en'
    ? (await import('../words/en.ts')).en
    : (await import('../words/ko.ts')).ko
}

/** A lesson's title, known before its prose is. */
export function titleOf(folder: string, language: Language): string {
  return titles[`../../lessons/${folder}/${language}.md`]!
}

/** A lesson's prose in a language. */
export function loadProse({ folder }: Lesson, language: Language): Promise<Prose> {
  return proses[`../../lessons/${folder}/${language}.md`]!()
}

/** The source of a step app, highlighted. */
export function loadSource(app: string): Promise<StepSource> {
  const file = `../../lessons/${app}`
  return (sources[`${file}.ts`] ?? sources[`${file}.patch`])!()
}
