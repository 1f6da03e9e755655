/** The lesson's column: where one is, what is done, what went wrong, the way on. */

import { html } from 'lit'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Lesson, PredictTask } from '../../../lessons/lesson.ts'
import type { LessonPageView } from '../../../web/lesson/lesson-page.ts'
import '../../../web/lesson/lesson-page.ts'
import type { PageProse, Prose } from '../../../web/lesson/prose.ts'
import type { Progress } from '../../../web/state/progress.ts'
import { en } from '../../../web/words/en.ts'
import {
  all,
  BOTH,
  byRole,
  expectAccessible,
  heard,
  mount,
  one,
  textIn,
} from '../../support/fixture.ts'

const knock: PredictTask = {
  kind: 'predict',
  id: 'knock',
  request: 'no-header',
  options: [{ id: 'ok', right: () => true }],
  asked: () => true,
}

const lesson: Lesson = {
  slug: 'first',
  folder: '1-first',
  minutes: 2,
  servers: {},
  requests: {},
  firstRequest: '',
  pages: [
    knock,
    { kind: 'reading', id: 'story' },
    { kind: 'wire', id: 'last', parts: [{ id: 'it', done: () => false }] },
  ],
  flow: { participants: [], steps: [] },
  detectors: [],
}

const pageProse = (title: string): PageProse => ({
  title,
  text: html`<p>About ${title}, see <bp-region name="route">this line</bp-region>.</p>`,
  ask: html`<p>Do it.</p>`,
  options: { ok: html`200` },
  parts: { it: html`it is done` },
  checks: {},
  fails: {},
  hints: [html`a hint`],
  solution: html`solved`,
  after: html`well`,
})

const prose: Prose = {
  title: 'First',
  pages: { knock: pageProse('Knock'), story: pageProse('Story'), last: pageProse('Last') },
  participants: {},
  flow: {},
  attacks: {},
  help: async () => ({ pages: {}, detectors: { typo: html`You wrote it wrong.` } }),
  notes: () => Promise.resolve(html`<p>Say this.</p>`),
}

const knocked: Progress = {
  first: { knock: { parts: [], prediction: { option: 'ok', came: 'ok' } } },
}

const show = (part: Partial<LessonPageView> = {}) =>
  mount('bp-lesson-page', { lesson, page: 'knock', prose, words: en, ...part })

afterEach(() => {
  vi.restoreAllMocks()
})

describe('the pages of a lesson', () => {
  const dots = (view: Element) =>
    byRole<HTMLAnchorElement>(byRole(view, 'navigation', en.pages)[0]!, 'link')

  test('are links that say their name and state, one of them being here', async () => {
    const view = await show({ page: 'story', progress: knocked })
    expect(dots(view).map(({ ariaLabel }) => ariaLabel)).toEqual([
      '1. Knock (done)',
      '2. Story (to read)',
      '3. Last (open)',
    ])
    expect(dots(view).map(({ ariaCurrent }) => ariaCurrent)).toEqual([null, 'page', null])
    expect(dots(view).map((dot) => dot.getAttribute('href'))).toEqual([
      '#/en/first/knock',
      '#/en/first/story',
      '#/en/first/last',
    ])
  })

  test('that are optional say so, and are not counted', async () => {
    const [, , last] = lesson.pages
    const pages = [knock, { ...last!, optional: true as const }]
    const view = await show({ lesson: { ...lesson, pages }, page: 'last', progress: knocked })
    expect(dots(view).map(({ ariaLabel }) => ariaLabel)).toEqual([
      '1. Knock (done)',
      '2. Last (optional, open)',
    ])
    expect(textIn(one(view, 'p.optional'))).toBe(en.optional)
    expect(textIn(all(view, '.count')[0]!)).toBe(en.progress(1, 1, 1))
  })

  test('to read are done once they were opened, and are no task', async () => {
    const progress: Progress = { first: { story: { parts: [] } } }
    const view = await show({ number: 3, progress })
    expect(dots(view).map(({ ariaLabel }) => ariaLabel)).toEqual([
      '1. Knock (open)',
      '2. Story (done)',
      '3. Last (open)',
    ])
    expect(dots(view).map(textIn)).toEqual(['1', '✓', '3'])
    expect(textIn(one(view, '.count'))).toBe(en.progress(3, 0, 2))
  })

  test('count the tasks that are done', async () => {
    const view = await show({ number: 3, progress: knocked })
    expect(textIn(one(view, '.count'))).toBe(en.progress(3, 1, 2))
  })

  test.each([
    { page: 'knock', back: undefined, on: '#/ko/first/story' },
    { page: 'story', back: '#/ko/first/knock', on: '#/ko/first/last' },
    { page: 'last', back: '#/ko/first/story', on: undefined },
  ])('lead from $page to $back and $on', async ({ page, back, on }) => {
    const links = all(await show({ page, language: 'ko' }), '.way a')
    const ways = links.map((link) => link.getAttribute('href'))
    expect(ways).toEqual([back, on].filter((way) => way !== undefined))
  })

  test('lead from the last page out of the lesson, where there is a way', async () => {
    const onward = { title: 'Second', href: '#/en/second' }
    const view = await show({ page: 'last', onward })
    expect(all(view, '.way a').map((link) => link.getAttribute('href'))).toEqual([
      '#/en/first/story',
      '#/en/second',
    ])
    expect(textIn(all(view, '.way a')[1]!)).toBe('Second →')
    expect(all(await show({ page: 'story', onward }), '.way a[href="#/en/second"]')).toEqual([])
  })

  test.each([
    { page: 'knock', progress: {}, ready: false },
    { page: 'knock', progress: knocked, ready: true },
    { page: 'story', progress: {}, ready: true },
  ])('invite to go on from $page when it is done: $ready', async ({ ready, ...part }) => {
    expect(all(await show(part), '.way .primary')).toHaveLength(ready ? 1 : 0)
  })
})

describe('a page', () => {
  test('has its title, its text and its task', async () => {
    const view = await show()
    expect(byRole(view, 'heading', 'Knock', { level: 1 })).toHaveLength(1)
    expect(textIn(one(view, '.text'))).toBe('About Knock, see this line.')
    expect(one(view, 'bp-task-card').task).toBe(knock)
  })

  test('to read has no task', async () => {
    expect(all(await show({ page: 'story' }), 'bp-task-card')).toEqual([])
  })

  test.each(['nowhere', '__proto__', 'constructor'])('called %j is none', async (page) => {
    expect(textIn(await show({ page }))).toBe('')
  })

  test('takes the focus at its title', async () => {
    const view = await show()
    view.focus()
    const [title] = byRole(view, 'heading', 'Knock', { level: 1 })
    expect(title!.matches(':focus')).toBe(true)
  })

  test('points at a line of the source', async () => {
    const view = await show()
    const regions = heard<string>(view, 'show-region')
    const [place] = byRole(view, 'button', 'this line')
    place!.click()
    place!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }))
    place!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }))
    expect(regions).toEqual(['route', 'route'])
  })

  test('breaks within what is named, as within any words', async () => {
    const view = await show()
    const [place] = byRole(view, 'button', 'this line')
    expect(place!.getClientRects()).toHaveLength(1)
    view.style.width = '70px'
    expect(place!.getClientRects()).toHaveLength(2)
  })
})

test('the notes are loaded when they are opened', async () => {
  const view = await show()
  await expect.poll(() => all(view, 'details')).toHaveLength(1)
  const notes = one(view, 'details', HTMLDetailsElement)
  expect(textIn(notes)).not.toContain('Say this.')
  notes.open = true
  await expect.poll(() => textIn(notes)).toContain('Say this.')
})

describe('a wrong attempt', () => {
  test('is answered, and announced', async () => {
    const view = await show({ detected: 'typo' })
    const told = textIn(one(view, '[data-detected=typo]'))
    expect(told).toBe(`${en.task.wentWrong} You wrote it wrong.`)
    // Its heading stands over it, and does not run into the sentence.
    expect(getComputedStyle(one(view, '[data-detected] .label')).display).toBe('block')
    expect(one(view, '[data-detected]').closest('[aria-live]')).not.toBeNull()
  })

  test.each([undefined, 'unknown'])('%j is not', async (detected) => {
    expect(all(await show({ detected }), '[data-detected]')).toEqual([])
  })
})

test.each([true, false])('starts over only when that is confirmed: %s', async (sure) => {
  const asked = vi.spyOn(globalThis, 'confirm').mockReturnValue(sure)
  const view = await show()
  const restarts = heard(view, 'start-over')
  byRole(view, 'button', en.startOver)[0]!.click()
  expect(asked).toHaveBeenCalledExactlyOnceWith(en.startOverSure)
  expect(restarts).toHaveLength(sure ? 1 : 0)
})

describe('the glossary', () => {
  const isOpen = (view: Element) => byRole(view, 'dialog').length === 1

  test('opens from the foot of the page', async () => {
    const view = await show()
    expect(isOpen(view)).toBe(false)
    byRole(view, 'button', en.glossary)[0]!.click()
    await expect.poll(() => isOpen(view), { timeout: 20_000 }).toBe(true)
  })

  test('opens from a term, in the task too', async () => {
    const view = await show()
    const [inTask] = byRole(one(view, 'bp-task-card'), 'button')
    inTask!.dispatchEvent(new CustomEvent('show-glossary', { bubbles: true, composed: true }))
    await expect.poll(() => isOpen(view), { timeout: 20_000 }).toBe(true)
  })
})

test.each(BOTH)('is accessible in $language', async ({ words }) => {
  await expectAccessible(await show({ progress: knocked, detected: 'typo', words }))
})
