/** What each lesson taught, as its own text has it: loaded with the course on one page. */

import type { TemplateResult } from 'lit'
import type { Language } from '../../lessons/lesson.ts'

const lists = import.meta.glob<TemplateResult>('../../lessons/*/{en,ko}.md', {
  import: 'default',
  query: '?learned',
  eager: true,
})

const bySlug = new Map(
  Object.entries(lists).map(([file, list]) => [
    file.replace(/^.*\/\d+-([^/]+)\/(en|ko)\.md$/, '$1/$2'),
    list,
  ]),
)

/** A lesson's list of what to remember. */
export function learnedIn(slug: string, language: Language): TemplateResult {
  return bySlug.get(`${slug}/${language}`)!
}
