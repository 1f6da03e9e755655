/** What the start page says of each lesson: a sentence that stands below the title of its text. */

import type { Language } from '../../lessons/lesson.ts'

const promises = import.meta.glob<string>('../../lessons/*/{en,ko}.md', {
  import: 'default',
  query: '?promise',
  eager: true,
})

const bySlug = Object.fromEntries(
  Object.entries(promises).map(([file, promise]) => [
    file.replace(/^.*\/\d+-([^/]+)\/(en|ko)\.md$/, '$1/$2'),
    promise,
  ]),
)

/** What a lesson shows, in one sentence. */
export function promiseOf(slug: string, language: Language): string {
  return bySlug[`${slug}/${language}`]!
}
