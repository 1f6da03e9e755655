/** Loads what a lesson's page shows: words, prose and source, each a chunk of its own. */

import type { Language, Lesson, LessonPage } from '../../lessons/lesson.ts'
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

/** The page's own words, by language; with those of tokens from the first lesson on that has such tokens. */
const known: Partial<Record<Language, Words>> = {}

/** The page's own words. */
export async function loadWords(language: Language, hasTokens = false): Promise<Words> {
  const words =
    known[language] ??
    (language === 'en' ? (await import('../words/en.ts')).en : (await import('../words/ko.ts')).ko)
  known[language] = words
  if (!hasTokens || words.because['three-parts']) return words
  const { tokenReasonWords } = await import('../words/token-reasons.ts')
  const because = { ...words.because, ...tokenReasonWords[language] }
  return (known[language] = { ...words, because })
}

/** A lesson's title, known before its prose is. */
export function titleOf(folder: string, language: Language): string {
  return titles[`../../lessons/${folder}/${language}.md`]!
}

/** A lesson's prose in a language; what a code task says comes with its page. */
export async function loadProse(
  { folder }: Lesson,
  language: Language,
  page?: LessonPage,
): Promise<Prose> {
  const prose = await proses[`../../lessons/${folder}/${language}.md`]!()
  return page?.kind === 'code' ? withCodeTasks(prose) : prose
}

/** A lesson's prose with what all of its code tasks say. */
export async function withCodeTasks(prose: Prose): Promise<Prose> {
  return prose.code ? { ...prose, pages: { ...prose.pages, ...(await prose.code()) } } : prose
}

/** The source of a step app, highlighted. */
export function loadSource(app: string): Promise<StepSource> {
  const file = `../../lessons/${app}`
  return (sources[`${file}.ts`] ?? sources[`${file}.patch`])!()
}
