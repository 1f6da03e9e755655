/** What every lesson's prose has to keep to: the manifest, the other language, brevity, its links. */

import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { lessons } from '../../lessons/all.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { PASSWORDS } from '../../lessons/passwords.ts'
import { askInProcess } from '../contract/ask-in-process.ts'
import { LANGUAGES, proseOf } from '../support/lesson-files.ts'
import { lessonProblems } from '../support/lesson-problems.ts'
import { namesOf, unitsOf } from '../support/prose-units.ts'

const PAGE_WORDS = 90
const AFTER_WORDS = 60
const RECAP_LINES = 5

/** Hosts that have kept their addresses for years. */
const LINK_HOSTS = ['www.rfc-editor.org', 'developer.mozilla.org', 'spec.openapis.org']

const RFC_SECTION = /^https:\/\/www\.rfc-editor\.org\/rfc\/rfc(\d{4,5})#section-(\d+(?:\.\d+)*)$/

const both = lessons.flatMap((lesson) =>
  LANGUAGES.map((language) => ({
    name: `${lesson.folder}/${language}.md`,
    lesson,
    prose: proseOf(lesson, language),
  })),
)

test('no lesson lacks anything', async () => {
  expect(await lessonProblems(fileURLToPath(new URL('../../', import.meta.url)))).toEqual([])
})

test.each(LANGUAGES)(
  'the first hint names what verifies a token, where one has to: %s',
  (language) => {
    const jwt = lessons.find(({ slug }) => slug === 'jwt')!
    expect(proseOf(jwt, language).pages['verify']!.hints[0]).toContain('tokens.verify')
  },
)

test.each([
  ['password-flow', 'johndoe', 'john'],
  ['password-flow', 'alice', 'alice'],
  ['jwt', 'johndoe', 'john'],
])('in %s, %s logs in with the password that the texts say', async (slug, username, name) => {
  const body = new URLSearchParams({ username, password: PASSWORDS[name]! }).toString()
  const headers: [string, string][] = [['content-type', 'application/x-www-form-urlencoded']]
  const path = `/lessons/${slug}/api/token`
  expect((await askInProcess({ method: 'POST', path, headers, body })).status).toBe(200)
})

test('what a server stored of a password is what it leaks', async () => {
  const headers: [string, string][] = [['authorization', 'Bearer johndoe']]
  const path = '/lessons/password-flow/leaky/users/me'
  const { body } = await askInProcess({ method: 'GET', path, headers, body: null })
  const leaked: unknown = JSON.parse(new TextDecoder().decode(body))
  expect(leaked).toMatchObject({ hashed_password: PASSWORDS['john-stored'] })
})

describe.each(both)('$name', ({ lesson, prose }) => {
  const everything = Object.values(unitsOf(prose)).join('\n')

  test('says only passwords that there are', () => {
    expect(Object.keys(PASSWORDS)).toEqual(
      expect.arrayContaining(namesOf('bp-password', everything)),
    )
  })

  test('shows the flow once, if the lesson has one', () => {
    const shown = everything.match(/<bp-flow>/g) ?? []
    expect(shown).toHaveLength(lesson.flow ? 1 : 0)
  })

  test('shows the table of attacks once, if the lesson has some', () => {
    const shown = everything.match(/<bp-attacks>/g) ?? []
    expect(shown).toHaveLength(lesson.attacks ? 1 : 0)
  })

  test(`says what it has to say in ${PAGE_WORDS} words a page and ${AFTER_WORDS} afterwards`, () => {
    for (const [id, { text, after = '' }] of Object.entries(prose.pages)) {
      expect(wordsOf(text).length, id).toBeLessThanOrEqual(PAGE_WORDS)
      expect(wordsOf(after).length, `${id}, after`).toBeLessThanOrEqual(AFTER_WORDS)
    }
  })

  test('has two to four hints to a task', () => {
    for (const [id, { ask, hints }] of Object.entries(prose.pages)) {
      if (ask === undefined) continue
      expect(hints.length, id).toBeGreaterThanOrEqual(2)
      expect(hints.length, id).toBeLessThanOrEqual(4)
    }
  })

  test('shows in each solution what to send', () => {
    for (const [id, { solution }] of Object.entries(prose.pages)) {
      if (solution !== undefined) expect(solution, id).toMatch(/<bp-request|<code/)
    }
  })

  test(`closes with a recap of at most ${RECAP_LINES} lines`, () => {
    const [id, recap] = Object.entries(prose.pages).at(-1)!
    expect(id).toBe('recap')
    const lines = recap.text.match(/<li>/g) ?? []
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.length).toBeLessThanOrEqual(RECAP_LINES)
  })

  test('links to known hosts only, and to a section of an RFC by the number it names', () => {
    for (const [, href = '', label = ''] of everything.matchAll(
      /href="([^"]*)"[^>]*>(.*?)<\/a>/g,
    )) {
      const { protocol, hostname } = new URL(href)
      expect(protocol, href).toBe('https:')
      expect(LINK_HOSTS, href).toContain(hostname)
      if (hostname !== 'www.rfc-editor.org') continue
      expect(href).toMatch(RFC_SECTION)
      const [, rfc = '', section = ''] = RFC_SECTION.exec(href) ?? []
      expect([`RFC\u00a0${rfc} §${section}`, `§${section}`], href).toContain(label)
    }
  })

  test('has no mark of emphasis left in its text', () => {
    for (const [unit, text] of Object.entries(unitsOf(prose))) {
      expect(textOf(text), unit).not.toContain('*')
    }
  })

  test('keeps its voice down', () => {
    for (const [unit, text] of Object.entries(unitsOf(prose))) {
      expect(wordsOf(text).join(' '), unit).not.toMatch(/[!！]/)
    }
  })
})

describe.each(lessons.map((lesson) => ({ name: lesson.folder, lesson })))(
  '$name in two languages',
  ({ lesson }: { lesson: Lesson }) => {
    const [en, ko] = LANGUAGES.map((language) => unitsOf(proseOf(lesson, language)))

    test('has the same units in the same order', () => {
      expect(Object.keys(ko!)).toEqual(Object.keys(en!))
    })

    test.each([
      ['elements with the same attributes', /<bp-[^>]*>/g],
      ['code', /<code[^>]*>[^]*?<\/code>/g],
      ['links', /href="[^"]*"/g],
    ])('has the same %s on each page', (_, pattern) => {
      const found = (text: string) => (text.match(pattern) ?? []).sort()
      for (const [unit, text] of Object.entries(en!)) {
        expect({ unit, found: found(ko![unit] ?? '') }).toEqual({ unit, found: found(text) })
      }
    })

    test('is written in two languages', () => {
      const hangul = (texts: Record<string, string>) =>
        Object.entries(texts)
          .filter(([, text]) => /\p{Script=Hangul}/u.test(text))
          .map(([unit]) => unit)
      expect(hangul(en!)).toEqual([])
      expect(hangul(ko!)).toEqual(Object.keys(ko!))
    })
  },
)

test.each(LANGUAGES)('a term is introduced once in all lessons: %s', (language) => {
  const introduced = lessons.flatMap((lesson) =>
    namesOf('bp-term', Object.values(unitsOf(proseOf(lesson, language))).join('\n')),
  )
  expect(introduced.length).toBeGreaterThan(0)
  expect(introduced).toEqual([...new Set(introduced)])
})

/** What is read, without code. */
function textOf(html: string): string {
  return html.replace(/<pre>[^]*?<\/pre>|<code[^>]*>[^]*?<\/code>/g, '').replace(/<[^>]*>/g, '')
}

/** Words as blanks part them. */
function wordsOf(html: string): string[] {
  return textOf(html)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}!！]/u.test(word))
}
