/** One look through all pages: nothing beside the screen, nothing that jumps, nothing that is hard to read. */

import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { course } from '../../lessons/index.ts'
import { startWords } from '../../web/words/start.ts'
import { violations } from './support/axe.ts'
import { bench } from './support/bench.ts'
import { jumps, watchJumps } from './support/jumps.ts'
import { startStaticCopy } from './support/playground.ts'
import { launch, visit } from './support/visit.ts'
import { WORDS } from './support/walk.ts'
import { opened } from './support/opened.ts'

const { en, ko } = WORDS
const LESSONS = course.map(({ slug }) => slug)
const PHONE = { viewport: { width: 390, height: 844 } }
/** 1024×768 at 200 % zoom. */
const ZOOMED = { viewport: { width: 512, height: 384 } }
const DESK = { viewport: { width: 1440, height: 900 } }

const here = opened(startStaticCopy)

/** How far the page reaches beyond the screen. */
const beyond = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement
    return { right: scrollWidth - innerWidth, below: scrollHeight - innerHeight }
  })

/** Sends what the page has on its bench, after a prediction where it wants one. */
async function send(page: Page, language: 'en' | 'ko') {
  const options = page.locator('bp-task-card input[type=radio]')
  if ((await options.count()) > 0) {
    await options.first().check()
    await page.locator('bp-task-card form button.primary').click()
  } else await bench(page, language).sendButton.click()
  await page.locator('bp-raw-message[data-part="response"]').first().waitFor()
}

test.each(['en', 'ko'] as const)('the start page has nothing beside it (%s)', async (language) => {
  const { page, leave } = await visit(here.browser, `${here.playground.url}#/${language}`, PHONE)
  for (const { viewport } of [PHONE, ZOOMED]) {
    await page.setViewportSize(viewport)
    expect((await beyond(page)).right, `${viewport.width} px`).toBe(0)
  }
  await leave()
})

test.each(LESSONS)(
  '%s has nothing beside it, and on a desk scrolls in its columns, whatever tab is open',
  async (lesson) => {
    const { page, leave } = await visit(here.browser, `${here.playground.url}#/ko/${lesson}`, PHONE)
    expect((await beyond(page)).right).toBe(0)
    await send(page, 'ko')
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click()
      const name = await tab.innerText()
      for (const { viewport } of [PHONE, ZOOMED]) {
        await page.setViewportSize(viewport)
        expect((await beyond(page)).right, `${name}, ${viewport.width} px`).toBe(0)
      }
      await page.setViewportSize(DESK.viewport)
      expect(await beyond(page), `${name} on a desk`).toEqual({ right: 0, below: 0 })
    }
    await leave()
  },
)

describe.each([
  'its own fonts',
  'no Korean font',
  'a Korean font that the page does not name',
  'a Korean font that the page names',
] as const)('on a machine with %s', (fonts) => {
  let browser: Browser

  beforeAll(async () => {
    browser = await launch([], fonts)
  })
  afterAll(async () => {
    await browser?.close()
  })

  /** English comes with its fonts, and what a page has besides its letters is the same everywhere. */
  const more =
    fonts === 'no Korean font'
      ? ['', '#/en/first-steps/story', '#/en/jwt', '#/ko/current-user/by-hand', '#/ko/two-servers']
      : []

  test.each([...more, '#/ko', '#/ko/first-steps/knock'])(
    'nothing jumps while %j is loaded for the first time, on a phone and on a desk',
    async (hash) => {
      await Promise.all(
        [PHONE, DESK].map(async (screen) => {
          // A fresh profile: fonts and scripts that are kept come at once.
          const context = await browser.newContext(screen)
          const page = await context.newPage()
          await watchJumps(page)
          await page.goto(here.playground.url + hash)
          await page.locator('bp-lesson-page h1, bp-start-page h1').waitFor()
          await page.waitForLoadState('networkidle')
          expect(await jumps(page), `${screen.viewport.width} px`).toBeLessThanOrEqual(0.02)
          await context.close()
        }),
      )
    },
  )
})

describe.each(['light', 'dark'] as const)('the start page in %s colours', (colorScheme) => {
  test.each(['en', 'ko'] as const)('is accessible (%s)', async (language) => {
    const { page, leave } = await visit(here.browser, `${here.playground.url}#/${language}`, {
      colorScheme,
    })
    const of = colorScheme === 'light' ? 'all' : 'colours'
    expect(await violations(page, of)).toEqual([])
    await page.goto(`${here.playground.url}#/${language}/first-steps/story`)
    await page.locator('bp-lesson-page h1').waitFor()
    await page.getByRole('link', { name: en.brand }).click()
    await page.getByRole('link', { name: startWords[language].goOn(1, '') }).waitFor()
    expect(await violations(page, of)).toEqual([])
    await leave()
  })
})

test('from the start page into a lesson and back, by links and by the browser', async () => {
  const { page, leave } = await visit(here.browser, here.playground.url)
  const heading = page.getByRole('heading', { level: 1 })
  const hash = () => new URL(page.url()).hash
  await page.getByRole('link', { name: startWords.en.begin }).click()
  await page.locator('bp-lesson-page h1').waitFor()
  expect(hash()).toBe('#/en/first-steps/knock')

  await page.goBack()
  await page.getByRole('heading', { name: startWords.en.headline }).waitFor()
  expect(hash()).toBe('#/en')
  expect(await heading.evaluate((title) => title.matches(':focus'))).toBe(true)

  await page.getByRole('link', { name: en.other.name }).click()
  await page.getByRole('heading', { name: startWords.ko.headline }).waitFor()
  expect(hash()).toBe('#/ko')
  await page.locator('bp-start-page li a').last().click()
  await page.getByText(ko.progress(LESSONS.length, 0, 0).slice(0, 4)).waitFor()
  await page.getByRole('link', { name: ko.brand }).click()
  await page.getByRole('link', { name: startWords.ko.goOn(LESSONS.length, '') }).waitFor()
  await leave()
})

test('a task, then the whole course, is done again', async () => {
  const { page, leave } = await visit(here.browser, `${here.playground.url}#/en/first-steps/invent`)
  await bench(page).send({ scheme: 'Bearer', token: 'x' })
  await page.getByText(en.progress(1, 1, 8)).waitFor()
  await page.getByRole('button', { name: en.task.again }).click()
  await page.getByText(en.progress(1, 0, 8)).waitFor()
  // What was sent before counts no more, also for what is sent next.
  await bench(page).send({ scheme: 'Basic', token: 'x' })
  await page.getByText(en.progress(1, 0, 8)).waitFor()
  await bench(page).send({ scheme: 'Bearer', token: 'y' })
  await page.getByText(en.progress(1, 1, 8)).waitFor()

  await page.getByRole('link', { name: en.brand }).click()
  await page.locator('bp-start-page li[data-state=begun]').waitFor()
  page.once('dialog', (dialog) => void dialog.accept())
  await page.getByRole('button', { name: startWords.en.startOver }).click()
  await page.getByRole('link', { name: startWords.en.begin }).waitFor()
  expect(await page.locator('bp-start-page li[data-state=new]').count()).toBe(LESSONS.length)
  await leave()
})
