/** What every lesson's prose has to keep to: the manifest, the other language, brevity, its links. */

import { describe, expect, test } from 'vitest'
import { lessons } from '../../lessons/all.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import type { ParsedProse } from '../../web/build/lesson-prose.ts'
import { readSource } from '../../web/build/step-source.ts'
import { appsOf, LANGUAGES, proseOf, servedBy } from '../support/lesson-files.ts'

const BEAT_WORDS = 90
const AFTER_WORDS = 60
const RECAP_LINES = 5

/** Hosts that have kept their addresses for years. */
const LINK_HOSTS = ['www.rfc-editor.org', 'developer.mozilla.org', 'spec.openapis.org']

const RFC_SECTION = /^https:\/\/www\.rfc-editor\.org\/rfc\/rfc(\d{4})#section-(\d+(?:\.\d+)*)$/

const both = lessons.flatMap((lesson) =>
  LANGUAGES.map((language) => ({
    name: `${lesson.folder}/${language}.md`,
    lesson,
    language,
    prose: proseOf(lesson, language),
  })),
)

describe.each(both)('$name', ({ lesson, language, prose }) => {
  const everything = Object.values(unitsOf(prose)).join('\n')

  test('has the pages of the manifest, in its order', () => {
    expect(Object.keys(prose.pages)).toEqual(lesson.pages.map(({ id }) => id))
  })

  test('has the options and parts of each task, and a beat asks nothing', () => {
    for (const page of lesson.pages) {
      const { ask, options, parts, hints } = prose.pages[page.id]!
      const ids = { options: Object.keys(options), parts: Object.keys(parts) }
      const wanted = {
        options: page.kind === 'predict' ? page.options.map(({ id }) => id) : [],
        parts: page.kind === 'wire' || page.kind === 'break' ? page.parts.map(({ id }) => id) : [],
      }
      expect({ page: page.id, ...ids }).toEqual({ page: page.id, ...wanted })
      if (page.kind === 'beat') expect([ask, ...hints], page.id).toEqual([undefined])
    }
  })

  test('has the participants, flow steps, attacks and detectors of the manifest, in its order', () => {
    expect(Object.keys(prose.participants)).toEqual(lesson.flow?.participants ?? [])
    expect(Object.keys(prose.flow)).toEqual((lesson.flow?.steps ?? []).map(({ id }) => id))
    expect(Object.keys(prose.attacks)).toEqual((lesson.attacks ?? []).map(({ id }) => id))
    expect(Object.keys(prose.detectors)).toEqual(lesson.detectors.map(({ id }) => id))
  })

  test('speaks of no region but those of the sources it serves', () => {
    const regions = regionsIn(servedBy(lesson))
    expect(namesOf('bp-region', everything).filter((name) => !regions.has(name))).toEqual([])
  })

  test('speaks of every region of its own sources, or a lesson does that serves them too', () => {
    const spoken = new Set(namesOf('bp-region', everything))
    for (const [file, text] of appsOf(lesson)) {
      const others = lessons.filter((other) => other !== lesson && servedBy(other).has(file))
      for (const other of others) {
        const own = regionsIn(appsOf(other))
        const said = Object.values(unitsOf(proseOf(other, language))).join('\n')
        for (const name of namesOf('bp-region', said)) if (!own.has(name)) spoken.add(name)
      }
      expect(readSource(text).regions.filter(({ name }) => !spoken.has(name))).toEqual([])
    }
  })

  test('offers every request of the manifest, and no other', () => {
    expect(new Set(namesOf('bp-request', everything))).toEqual(
      new Set(Object.keys(lesson.requests)),
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

  test(`says what it has to say in ${BEAT_WORDS} words a beat and ${AFTER_WORDS} afterwards`, () => {
    for (const [id, { text, after = '' }] of Object.entries(prose.pages)) {
      expect(wordsOf(text).length, id).toBeLessThanOrEqual(BEAT_WORDS)
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
      expect([`RFC ${rfc} §${section}`, `§${section}`], href).toContain(label)
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

    test('has as many hints for each task', () => {
      const hints = LANGUAGES.map((language) =>
        Object.values(proseOf(lesson, language).pages).map((page) => page.hints.length),
      )
      expect(hints[1]).toEqual(hints[0])
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

/** The names of all regions in some sources. */
function regionsIn(sources: Map<string, string>): Set<string> {
  const regions = [...sources.values()].flatMap((text) => readSource(text).regions)
  return new Set(regions.map(({ name }) => name))
}

/** All that is said, in pieces that the languages have in common: pages, flow steps, answers, the rest. */
function unitsOf(prose: ParsedProse): Record<string, string> {
  const units: Record<string, string> = {
    title: prose.title,
    promise: prose.promise,
  }
  for (const [id, page] of Object.entries(prose.pages)) {
    const { title, text, ask, options, parts, hints, solution, after } = page
    const more = [...Object.values(options), ...Object.values(parts), ...hints]
    units[`page ${id}`] = [title, text, ask, ...more, solution, after].join('\n')
  }
  const participants = Object.values(prose.participants)
  if (participants.length > 0) units['participants'] = participants.join('\n')
  for (const [id, { title, text }] of Object.entries(prose.flow)) {
    units[`flow ${id}`] = `${title}\n${text}`
  }
  for (const [id, { title, text }] of Object.entries(prose.attacks)) {
    units[`attack ${id}`] = `${title}\n${text}`
  }
  for (const [id, text] of Object.entries(prose.detectors)) units[`detector ${id}`] = text
  units['notes'] = prose.notes
  return units
}

function namesOf(element: string, html: string): string[] {
  return [...html.matchAll(new RegExp(`<${element} name="([^"]*)">`, 'g'))].map(([, name]) => name!)
}

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
