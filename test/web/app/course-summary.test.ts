/** The course on one page: something of every lesson, what comes next, and the same in both languages. */

import { afterEach, describe, expect, test, vi } from 'vitest'
import { lessons } from '../../../lessons/all.ts'
import { course } from '../../../lessons/index.ts'
import { stopsOf } from '../../../web/app/course-progress.ts'
import '../../../web/app/course-summary.ts'
import { courseSummary } from '../../../web/words/course-summary.ts'
import { all, BOTH, expectAccessible, mount, one, textIn } from '../../support/fixture.ts'

afterEach(() => vi.restoreAllMocks())

describe.each(BOTH)('in the language $language', ({ words }) => {
  const said = courseSummary[words.id]
  const show = () =>
    mount('bp-course-summary', { stops: stopsOf(lessons, {}, words.id), words: words })

  test('has every lesson in order, a link to it, and at least two things learned there', async () => {
    const page = await show()
    const links = all<HTMLAnchorElement>(page, 'h2 a').map(({ hash }) => hash)
    expect(links).toEqual(course.map(({ slug }) => `#/${words.id}/${slug}`))
    const lists = all(page, 'section:not(.next) ul')
    expect(lists).toHaveLength(course.length)
    for (const list of lists) expect(all(list, 'li').length).toBeGreaterThan(1)
  })

  test('says how many tasks are done', async () => {
    const tasks = stopsOf(lessons, {}, words.id).reduce((sum, stop) => sum + stop.all, 0)
    expect(textIn(await show())).toContain(said.proved(0, tasks))
  })

  test('links what comes next to the standards', async () => {
    const links = all<HTMLAnchorElement>(await show(), '.next a')
    expect(links.map(({ href }) => new URL(href).hostname)).toEqual(
      links.map(() => 'www.rfc-editor.org'),
    )
    expect(links).toHaveLength(3)
  })

  test('is printed at a click', async () => {
    const printed = vi.spyOn(window, 'print').mockImplementation(() => {})
    one(await show(), 'button').click()
    expect(printed).toHaveBeenCalledOnce()
  })

  test('is accessible', async () => {
    await expectAccessible(await show())
  })
})

test('has the same code and the same links in both languages', () => {
  const written = (language: 'en' | 'ko') => {
    const code = (text: string) => (text.match(/`[^`]+`/g) ?? []).sort()
    return courseSummary[language].next.steps.map(([, what, source, url]) => [
      code(what),
      source,
      url,
    ])
  }
  expect(written('ko')).toEqual(written('en'))
})
