/** The start page: short, with one way in, and the course as it stands. */

import { afterEach, describe, expect, test, vi } from 'vitest'
import { course } from '../../../lessons/index.ts'
import { lessons } from '../../../lessons/all.ts'
import type { Progress } from '../../../web/state/progress.ts'
import '../../../web/app/start-page.ts'
import type { StartPage } from '../../../web/app/start-page.ts'
import { stopsOf } from '../../../web/app/course-progress.ts'
import { en } from '../../../web/words/en.ts'
import { promiseOf } from '../../../web/app/promises.ts'
import { startWords } from '../../../web/words/start.ts'
import { all, BOTH, expectAccessible, heard, mount, one, textIn } from '../../support/fixture.ts'

const [first] = lessons
const everyPage = Object.fromEntries(first!.pages.map(({ id }) => [id, { parts: [] }]))

/** The second lesson done, the first begun. */
const SOME: Progress = {
  'first-steps': { story: { parts: [] } },
  'current-user': Object.fromEntries(lessons[1]!.pages.map(({ id }) => [id, { parts: [] }])),
}

const show = (part: Partial<StartPage> = {}, progress: Progress = {}) =>
  mount('bp-start-page', {
    stops: stopsOf(lessons, progress, part.language ?? 'en'),
    language: 'en',
    words: en,
    ...part,
  })

const way = (page: Element) => one(page, 'a.way', HTMLAnchorElement)

afterEach(() => vi.restoreAllMocks())

describe.each(BOTH)('in the language $language', ({ words }) => {
  const said = startWords[words.id]
  const count = (text: string) => text.split(/\s+/).length

  test('says what it is in a breath', () => {
    expect(count(said.headline)).toBeLessThanOrEqual(10)
    expect(count(said.what)).toBeLessThanOrEqual(40)
    expect(said.forWhom).toHaveLength(3)
  })

  test('says what one needs to know, and what corresponds to what in FastAPI', async () => {
    const page = await show({ words, language: words.id })
    const before = one(page, '.before')
    expect(textIn(before)).toContain(said.before.needs)
    expect(textIn(before)).toContain('TypeScript')
    const rows = all(page, '.before tbody tr').map((row) => row.children[0]!.textContent.trim())
    expect(rows).toEqual(said.before.rows.map(([fastapi]) => fastapi))
    one(page, '.before details', HTMLDetailsElement).open = true
    await expectAccessible(page)
  })

  test('promises something of every lesson, and the same of no two', () => {
    const promises = course.map(({ slug }) => promiseOf(slug, words.id))
    for (const promise of promises) expect(promise).toMatch(/^\S.*\.$/)
    expect(new Set(promises).size).toBe(promises.length)
  })

  test.each([
    { state: 'new', progress: {} },
    { state: 'begun', progress: SOME },
  ])('is accessible while the course is $state', async ({ progress }) => {
    await expectAccessible(await show({ words, language: words.id }, progress))
  })
})

describe('the way in', () => {
  test('leads to the first lesson', async () => {
    const page = await show()
    expect(textIn(way(page))).toBe(`${startWords.en.begin} →`)
    expect(way(page).hash).toBe('#/en/first-steps')
  })

  test('leads to where one was', async () => {
    const lesson = lessons[2]!
    const resume = { lesson, page: lesson.pages[0]!, title: 'A title' }
    const page = await show({ resume, language: 'ko', words: en })
    expect(textIn(way(page))).toBe('Continue: lesson\u00a03, A title →')
    expect(way(page).hash).toBe(`#/ko/password-flow/${lesson.pages[0]!.id}`)
  })

  test('leads to the course on one page when all is done', async () => {
    const done = stopsOf(lessons, {}, 'en').map((stop) => ({ ...stop, state: 'done' as const }))
    const page = await show({ stops: done })
    expect(textIn(way(page))).toBe(`${startWords.en.again} →`)
    expect(way(page).hash).toBe('#/en/summary')
  })

  test('is not the only one to the course on one page, nor to the tools', async () => {
    const links = all<HTMLAnchorElement>(await show({ language: 'ko' }), '.foot a')
    expect(links.map((link) => [textIn(link), link.hash])).toEqual([
      [en.summary, '#/ko/summary'],
      [startWords.en.tools, '#/ko/tools'],
    ])
  })

  test('is the only one of its look', async () => {
    expect(all(await show(), 'a.way, button.primary')).toHaveLength(1)
  })
})

describe('the course', () => {
  test('leads to every lesson in order', async () => {
    const links = all<HTMLAnchorElement>(await show(), 'li a')
    expect(links.map(({ hash }) => hash)).toEqual(course.map(({ slug }) => `#/en/${slug}`))
  })

  test('says how far each lesson is and how long it takes, in words and in shape', async () => {
    const page = await show({}, SOME)
    const states = all(page, 'li').map(({ dataset }) => dataset['state'])
    expect(states.slice(0, 3)).not.toContain(undefined)
    expect(states[0]).toBe('begun')
    expect(all(page, 'li .state').map(textIn)[0]).toBe(
      `begun · 0 of 8 tasks done · about ${lessons[0]!.minutes} minutes alone`,
    )
    const rings = all<SVGElement>(page, 'li .ring')
    expect(rings[0]!.querySelector('.arc')).not.toBeNull()
    expect(rings[0]!.querySelector('.tick')).toBeNull()
    expect(rings[2]!.querySelector('.arc, .tick')).toBeNull()
  })

  test('counts no task as done because its page was opened', async () => {
    const page = await show({}, { 'first-steps': everyPage })
    expect(textIn(one(page, '.head'))).toMatch(/ 0 of \d+ tasks done$/)
  })

  test('is started over when that is confirmed', async () => {
    const page = await show({}, SOME)
    const asked = vi.spyOn(window, 'confirm').mockReturnValueOnce(false).mockReturnValueOnce(true)
    const over = heard<object>(page, 'start-over')
    one(page, 'button').click()
    expect(over).toEqual([])
    one(page, 'button').click()
    expect(over).toEqual([{}])
    expect(asked).toHaveBeenCalledWith(startWords.en.startOverSure)
  })

  test('has nothing to start over before it is begun', async () => {
    expect(all(await show(), 'button')).toEqual([])
  })
})
