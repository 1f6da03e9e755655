/** Each lesson on paper, in both languages: its answers come from the server, and stand on pages of their own. */

import { expect, test, vi } from 'vitest'
import { course, lessonCalled } from '../../lessons/index.ts'
import { handoutWords } from '../../web/words/handout.ts'
import { violations } from './support/axe.ts'
import { opened } from './support/opened.ts'
import { startStaticCopy } from './support/playground.ts'
import { sharedVisit, turnTo } from './support/shared-visit.ts'
import { visit } from './support/visit.ts'
import { type Language, WORDS } from './support/walk.ts'

vi.setConfig({ testTimeout: 120_000 })

const here = opened(() => startStaticCopy('/a/copy/'))
const shared = sharedVisit(() => visit(here.browser, `${here.playground.url}#/en/tools`))

const LESSONS = course.map(({ slug }, index) => ({ slug, number: index + 1 }))

/** Opens the handout of a lesson; all of it is there with its heading. */
async function open(language: Language, slug: string, title: string) {
  await shared.page.goto(`${here.playground.url}#/${language}/handout/${slug}`)
  const handout = shared.page.locator('bp-handout')
  await handout.getByRole('heading', { level: 1, name: title }).waitFor()
  return handout
}

test.each(LESSONS)(
  '$slug has all its pages, and an answer for each prediction, in both languages',
  async ({ slug, number }) => {
    const { page } = shared
    const { pages } = (await lessonCalled(slug))!
    const predictions = pages.filter(({ kind }) => kind === 'predict')
    // Both languages have the same elements: each is read with every other lesson.
    const read: Language = number % 2 === 0 ? 'en' : 'ko'
    for (const language of ['en', 'ko'] as const) {
      const handout = await open(language, slug, handoutWords[language].of(number, ''))
      await handout.locator('.answers').waitFor()
      expect(await handout.locator('.page').count(), language).toBe(pages.length)
      expect(await handout.locator('.pair pre').count(), language).toBe(2 * predictions.length)
      expect(await handout.locator('.right').count(), language).toBe(predictions.length)
      if (language === read) expect(await violations(page), language).toEqual([])
    }
    // Nothing of it counts as done.
    await turnTo(page, `#/ko/${slug}/${pages[0]!.id}`)
    const done = page.locator('.dots a.done:not(.reading)')
    await page.locator('.dots a').first().waitFor()
    expect(await done.count()).toBe(0)
  },
)

test('on paper there are no buttons, text is dark whatever the theme, and the answers begin a page', async () => {
  const { page } = shared
  await page.emulateMedia({ colorScheme: 'dark' })
  const handout = await open('en', 'jwt', handoutWords.en.of(4, ''))
  const answers = handout.locator('.answers')
  await answers.waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('button', { name: handoutWords.en.print }).count()).toBe(0)
  const look = await answers.evaluate((element) => {
    const { color, breakBefore } = getComputedStyle(element)
    return { color, breakBefore }
  })
  expect(look).toEqual({ color: 'rgb(29, 33, 39)', breakBefore: 'page' })
  await page.emulateMedia({ media: 'screen' })
})

test('the address of no lesson says so', async () => {
  await open('en', 'nothing', handoutWords.en.unknown)
})

test('the page of tools leads to each, and each back to its lesson', async () => {
  const { page } = shared
  await page.goto(`${here.playground.url}#/en/tools`)
  await page.locator('bp-handout-list a').nth(3).click()
  await page.getByRole('link', { name: handoutWords.en.back }).click()
  await page.getByText(WORDS.en.progress(4, 0, 8), { exact: true }).waitFor()
})
