/** One look through all pages: nothing beside the screen, nothing that jumps, nothing that is hard to read. */

import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { course, lessonCalled } from '../../lessons/index.ts'
import { startWords } from '../../web/words/start.ts'
import type { MachineFonts } from '../support/machine-fonts.ts'
import { violations } from './support/axe.ts'
import { bench } from './support/bench.ts'
import { jumps, watchJumps } from './support/jumps.ts'
import { startStaticCopy } from './support/playground.ts'
import { savesData } from './support/saves-data.ts'
import { sharedVisit, turnTo } from './support/shared-visit.ts'
import { closeProfiles, sharedBrowser, visit } from './support/visit.ts'
import { WORDS } from './support/walk.ts'
import { opened } from './support/opened.ts'

const { en, ko } = WORDS
const LESSONS = course.map(({ slug }) => slug)
const PHONE = { viewport: { width: 390, height: 844 } }
/** 1024×768 at 200 % zoom. */
const ZOOMED = { viewport: { width: 512, height: 384 } }
const DESK = { viewport: { width: 1440, height: 900 } }

const here = opened(startStaticCopy)
/** One visit for all that needs no load of its own. */
const shared = sharedVisit(() => visit(here.browser, here.playground.url))

const WITH_DOCS = ['first-steps', 'two-servers']

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

describe('the start page', () => {
  /** Its heading is there: the other language’s words are on the screen then. */
  const open = async (language: 'en' | 'ko', says: string) => {
    await shared.page.goto(`${here.playground.url}#/${language}`)
    await shared.page.getByText(says).first().waitFor()
  }

  test.each(['en', 'ko'] as const)(
    'before anything is done is accessible, in both colours, and has nothing beside it (%s)',
    async (language) => {
      const { page } = shared
      await open(language, startWords[language].headline)
      expect(await violations(page)).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await violations(page, 'colours')).toEqual([])
      await page.emulateMedia({ colorScheme: 'light' })
      for (const { viewport } of [PHONE, ZOOMED]) {
        await page.setViewportSize(viewport)
        expect((await beyond(page)).right, `${viewport.width} px`).toBe(0)
      }
      await page.setViewportSize(DESK.viewport)
    },
  )

  test('leads into a lesson and back, by links and by the browser', async () => {
    const { page } = shared
    await open('en', startWords.en.headline)
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
  })

  test('is accessible once a lesson was opened, in both colours', async () => {
    const { page } = shared
    expect(await violations(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await violations(page, 'colours')).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
  })

  test('has the whole course done again, as a page has its task', async () => {
    const { page } = shared
    await turnTo(page, '#/en/first-steps/invent')
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
  })
})

test.each(LESSONS)(
  '%s has nothing beside it, and on a desk scrolls in its columns, whatever tab is open',
  async (lesson) => {
    const { page } = shared
    await page.setViewportSize(PHONE.viewport)
    await turnTo(page, `#/ko/${lesson}/${(await lessonCalled(lesson))!.pages[0]!.id}`)
    expect((await beyond(page)).right).toBe(0)
    await send(page, 'ko')
    for (const tab of await page.getByRole('tab').all()) {
      const name = await tab.innerText()
      // The frame of Swagger UI is the same for all: it is loaded where there is one server, and where there are two.
      if (name === ko.tabs.docs && !WITH_DOCS.includes(lesson)) continue
      await tab.click()
      for (const { viewport } of [PHONE, ZOOMED]) {
        await page.setViewportSize(viewport)
        expect((await beyond(page)).right, `${name}, ${viewport.width} px`).toBe(0)
      }
      await page.setViewportSize(DESK.viewport)
      expect(await beyond(page), `${name} on a desk`).toEqual({ right: 0, below: 0 })
    }
  },
)

/**
 * What is loaded for the first time on a machine with these fonts, and on which screens.
 *
 * English comes with its fonts, and what a page has besides its letters is the same everywhere: on the other
 * machines the start page and a lesson are loaded, one on a phone and one on a desk.
 */
const LOADED: [MachineFonts, [hash: string, ...(typeof DESK)[]][]][] = [
  [
    'no Korean font',
    [
      ['', PHONE, DESK],
      ['#/en/first-steps/story', DESK],
      ['#/en/jwt', PHONE],
      ['#/ko/current-user/by-hand', PHONE],
      ['#/ko/two-servers', DESK],
      ['#/ko', PHONE, DESK],
      ['#/ko/first-steps/knock', PHONE, DESK],
    ],
  ],
  [
    'its own fonts',
    [
      ['#/ko', DESK],
      ['#/ko/first-steps/knock', PHONE],
    ],
  ],
  [
    'a Korean font that the page does not name',
    [
      ['#/ko', PHONE],
      ['#/ko/first-steps/knock', DESK],
    ],
  ],
  [
    'a Korean font that the page names',
    [
      ['#/ko', DESK],
      ['#/ko/first-steps/knock', PHONE],
    ],
  ],
]

describe.each(LOADED)('on a machine with %s', (fonts, loaded) => {
  let browser: Browser

  beforeAll(async () => {
    browser = await sharedBrowser([], fonts)
  })
  afterAll(async () => {
    await closeProfiles(browser)
  })

  test.each(loaded)(
    'nothing jumps while %j is loaded for the first time',
    async (hash, ...screens) => {
      for (const screen of screens) {
        // A fresh profile: fonts and scripts that are kept come at once.
        const context = await browser.newContext(screen)
        const page = await context.newPage()
        // The offline copy comes to all pages alike, and after the page: the start page has it.
        if (hash !== '') await page.addInitScript(savesData)
        await watchJumps(page)
        await page.goto(here.playground.url + hash)
        await page.locator('bp-lesson-page h1, bp-start-page h1').waitFor()
        await page.waitForLoadState('networkidle')
        expect(await jumps(page), `${screen.viewport.width} px`).toBeLessThanOrEqual(0.02)
        await context.close()
      }
    },
  )
})
