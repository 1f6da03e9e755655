/** Each lesson on paper, in both languages: its answers come from the server, and stand on pages of their own. */

import { describe, expect, test, vi } from 'vitest'
import { course, lessonCalled } from '../../lessons/index.ts'
import { handoutWords } from '../../web/words/handout.ts'
import { violations } from './support/axe.ts'
import { opened } from './support/opened.ts'
import { startStaticCopy } from './support/playground.ts'
import { visit } from './support/visit.ts'
import { type Language, WORDS } from './support/walk.ts'

vi.setConfig({ testTimeout: 120_000 })

const here = opened(() => startStaticCopy('/a/copy/'))

describe.each<Language>(['en', 'ko'])('in %s', (language) => {
  test.each(course)(
    '$slug has all its pages, and an answer for each prediction',
    async ({ slug }) => {
      const { pages } = (await lessonCalled(slug))!
      const predictions = pages.filter(({ kind }) => kind === 'predict')
      const { page, leave } = await visit(
        here.browser,
        `${here.playground.url}#/${language}/handout/${slug}`,
      )
      const handout = page.locator('bp-handout')
      await handout.locator('.answers').waitFor()
      expect(await handout.locator('.page').count()).toBe(pages.length)
      expect(await handout.locator('.pair pre').count()).toBe(2 * predictions.length)
      expect(await handout.locator('.right').count()).toBe(predictions.length)
      expect(await violations(page)).toEqual([])
      // Nothing of it counts as done.
      await page.goto(`${here.playground.url}#/${language}/${slug}`)
      await page.locator('bp-lesson-page h1').waitFor()
      const done = page.locator('.dots a.done:not(.reading)')
      expect(await done.count()).toBe(0)
      await leave()
    },
  )
})

test('on paper there are no buttons, text is dark whatever the theme, and the answers begin a page', async () => {
  const { page, leave } = await visit(here.browser, `${here.playground.url}#/en/handout/jwt`, {
    colorScheme: 'dark',
  })
  const answers = page.locator('bp-handout .answers')
  await answers.waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('button', { name: handoutWords.en.print }).count()).toBe(0)
  const look = await answers.evaluate((element) => {
    const { color, breakBefore } = getComputedStyle(element)
    return { color, breakBefore }
  })
  expect(look).toEqual({ color: 'rgb(29, 33, 39)', breakBefore: 'page' })
  await leave()
})

test('the address of no lesson says so', async () => {
  const { page, leave } = await visit(here.browser, `${here.playground.url}#/en/handout/nothing`)
  await page.getByRole('heading', { name: handoutWords.en.unknown }).waitFor()
  await leave()
})

test('the page of tools leads to each, and each back to its lesson', async () => {
  const { page, leave } = await visit(here.browser, `${here.playground.url}#/en/tools`)
  await page.locator('bp-handout-list a').nth(3).click()
  await page.getByRole('link', { name: handoutWords.en.back }).click()
  await page.getByText(WORDS.en.progress(4, 0, 8), { exact: true }).waitFor()
  await leave()
})
