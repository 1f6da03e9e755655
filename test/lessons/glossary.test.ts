/** The glossary: both languages alike, short, linked, and every term introduced once where it belongs. */

import { describe, expect, test } from 'vitest'
import { lessons } from '../../lessons/all.ts'
import { en } from '../../lessons/glossary/en.ts'
import { ko } from '../../lessons/glossary/ko.ts'
import { type TermId, terms } from '../../lessons/glossary/terms.ts'
import type { Language } from '../../lessons/lesson.ts'
import { LANGUAGES, proseOf } from '../support/lesson-files.ts'

const MOST_WORDS = 40

/** What this project means by it stands in no standard. */
const WITHOUT_SOURCE = ['route', 'handler', 'dependency', 'guard', 'check']

/** A named section of an RFC, a page of MDN, or the OpenAPI specification. */
const SOURCE =
  /^https:\/\/(?:www\.rfc-editor\.org\/rfc\/rfc\d{4,5}#(?:section-\d+(?:\.\d+)*|appendix-[A-Z])|developer\.mozilla\.org\/en-US\/docs\/\S+|spec\.openapis\.org\/oas\/v3\.1\.1)$/

const ids = Object.keys(terms) as TermId[]
const definitions = { en, ko }

test('both languages define the same terms', () => {
  expect(Object.keys(en)).toEqual(ids)
  expect(Object.keys(ko)).toEqual(ids)
})

describe.each(LANGUAGES)('in %s', (language) => {
  test(`no definition has more than ${MOST_WORDS} words`, () => {
    const long = ids.flatMap((id) => {
      const words = definitions[language][id].split(/\s+/).length
      return words > MOST_WORDS ? [`${id}: ${words}`] : []
    })
    expect(long).toEqual([])
  })

  test('every definition is whole sentences, its code closed, its voice down', () => {
    const wrong = ids.filter((id) => {
      const text = definitions[language][id]
      const ticks = text.split('`').length - 1
      return !/^\S(.*\S)?\.$/.test(text) || /[!！*<]/.test(text) || ticks % 2 === 1
    })
    expect(wrong).toEqual([])
  })

  test('no two terms have the same name', () => {
    const names = ids.map((id) => terms[id][language].toLowerCase())
    expect(new Set(names).size).toBe(names.length)
  })
})

test('both languages show the same code', () => {
  const code = (text: string) => (text.match(/`[^`]*`/g) ?? []).sort()
  const shown = (texts: typeof en) => Object.fromEntries(ids.map((id) => [id, code(texts[id])]))
  expect(shown(ko)).toEqual(shown(en))
})

test('each is written in its own language', () => {
  const hangul = (text: string) => /\p{Script=Hangul}/u.test(text)
  expect(ids.filter((id) => hangul(en[id]) || hangul(terms[id].en))).toEqual([])
  expect(ids.filter((id) => !hangul(ko[id]))).toEqual([])
})

test('every term names its source, but those nobody laid down', () => {
  expect(ids.filter((id) => terms[id].url === undefined)).toEqual(WITHOUT_SOURCE)
  const urls = ids.flatMap((id) => terms[id].url ?? [])
  expect(urls.filter((url) => !SOURCE.test(url))).toEqual([])
})

test('every term belongs to a lesson', () => {
  const slugs = lessons.map(({ slug }) => slug)
  expect(ids.filter((id) => !slugs.includes(terms[id].lesson))).toEqual([])
})

describe.each(LANGUAGES)('what the lessons mark as terms in %s', (language) => {
  const marked = lessons.flatMap((lesson) =>
    namesIn(lesson, language).map((name) => ({ slug: lesson.slug, name })),
  )

  test('is in the glossary, each term once, in the lesson it belongs to', () => {
    const seen = new Set<string>()
    const wrong = marked.flatMap(({ slug, name }) => {
      const again = seen.has(name)
      seen.add(name)
      if (!isTerm(name)) return [`${slug}: “${name}” is not in the glossary`]
      if (again) return [`${slug}: “${name}” was introduced before`]
      if (terms[name].lesson === slug) return []
      return [`${slug}: “${name}” belongs to ${terms[name].lesson}`]
    })
    expect(wrong).toEqual([])
  })

  test('is all that belongs to the lesson, where one marks terms at all', () => {
    const marking = new Set(marked.map(({ slug }) => slug))
    const names = marked.map(({ name }) => name)
    const missing = ids.filter((id) => marking.has(terms[id].lesson) && !names.includes(id))
    expect(missing.map((id) => `${terms[id].lesson}: “${id}” is not introduced`)).toEqual([])
  })

  test('stands in no label: an option or a part is pressed as a whole', () => {
    const labels = lessons.flatMap((lesson) =>
      Object.values(proseOf(lesson, language).pages).flatMap(({ options, parts }) => [
        ...Object.values(options),
        ...Object.values(parts),
      ]),
    )
    expect(labels.filter((label) => label.includes('<bp-term'))).toEqual([])
  })
})

const isTerm = (name: string): name is TermId => Object.hasOwn(terms, name)

/** The terms that a lesson's prose marks, in the order it is read. */
function namesIn(lesson: (typeof lessons)[number], language: Language): string[] {
  const html = JSON.stringify(proseOf(lesson, language))
  return [...html.matchAll(/<bp-term name=\\"([^"\\]*)\\">/g)].map(([, name]) => name!)
}
