/** The page on every screen: width, colours, language, keys and addresses. */

import { expect, test } from 'vitest'
import { keysWords } from '../../web/words/keys.ts'
import { startWords } from '../../web/words/start.ts'
import { violations } from './support/axe.ts'
import { bench } from './support/bench.ts'
import { startStaticCopy } from './support/playground.ts'
import { sharedVisit, turnTo } from './support/shared-visit.ts'
import { visit } from './support/visit.ts'
import { WORDS } from './support/walk.ts'
import { opened } from './support/opened.ts'

const { en, ko } = WORDS
const WIDTHS = [
  { width: 390, height: 844 },
  // 1024×768 at 200 % zoom.
  { width: 512, height: 384 },
  { width: 1440, height: 900 },
]

const here = opened(startStaticCopy)
const shared = sharedVisit(() => visit(here.browser, here.playground.url))

test('? shows the keys and Escape closes them', async () => {
  const { page } = shared
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: keysWords.en.title })
  await dialog.waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
})

test('an address that is none leads to a way home', async () => {
  const { page } = shared
  for (const hash of [
    '#/en/no-such-lesson',
    '#/en/first-steps/no-such-page',
    '#/xx/first-steps',
    '#nonsense',
  ]) {
    await page.evaluate((wrong) => (location.hash = wrong), hash)
    await page.getByRole('heading', { name: en.notFound.title }).waitFor()
    if (hash === '#nonsense') expect(await violations(page)).toEqual([])
    await page.getByRole('link', { name: en.notFound.home }).click()
    await page.getByText(en.progress(1, 0, 8)).waitFor()
  }
})

test('letters typed into a field are letters, not keys of the page', async () => {
  const { page } = shared
  await turnTo(page, '#/en/first-steps/invent')
  await page.keyboard.press('r')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('/npjdhmt?')
  expect(await page.getByLabel(en.form.path).inputValue()).toBe('/npjdhmt?')
  expect(new URL(page.url()).hash).toBe('#/en/first-steps/invent')
})

test('nothing hangs out at the side, whatever tab is open, 390, 512 and 1440 pixels wide, in both languages', async () => {
  const { page } = shared
  await page.setViewportSize(WIDTHS[0]!)
  await bench(page).send({ path: '/items/', scheme: 'Bearer', token: 'x'.repeat(3000) })
  for (const language of ['en', 'ko'] as const) {
    await turnTo(page, `#/${language}/first-steps/invent`)
    for (const tab of ['code', 'token', 'journal', 'docs'] as const) {
      await page.getByRole('tab', { name: WORDS[language].tabs[tab] }).click()
      for (const viewport of WIDTHS) {
        await page.setViewportSize(viewport)
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(width, `${language}: ${tab}`).toBe(viewport.width)
      }
    }
  }
})

test('starting over forgets what was done', async () => {
  const { page } = shared
  await turnTo(page, '#/en/first-steps/invent')
  await page.getByText(en.progress(1, 1, 8)).waitFor()
  page.once('dialog', (dialog) => void dialog.accept())
  await page.getByRole('button', { name: en.startOver }).click()
  await page.getByText(en.progress(1, 0, 8)).waitFor()
  expect(new URL(page.url()).hash).toBe('#/en/first-steps/knock')
})

test('language and colours are the browser’s until others are chosen in place, and those are kept', async () => {
  const options = { locale: 'ko-KR', colorScheme: 'dark' } as const
  const { page, leave } = await visit(here.browser, here.playground.url, options)
  const hash = () => new URL(page.url()).hash
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await page.getByRole('heading', { name: startWords.ko.headline }).waitFor()
  expect(hash()).toBe('#/ko')
  const dark = await paper()
  await page.getByRole('button', { name: ko.theme.system }).click()
  await page.getByRole('button', { name: ko.theme.light }).waitFor()
  const light = await paper()
  expect(light).not.toBe(dark)

  await turnTo(page, '#/ko/first-steps/story')
  await page.getByRole('link', { name: ko.other.name }).click()
  await page.getByText(en.progress(1, 0, 8)).waitFor()
  expect(hash()).toBe('#/en/first-steps/story')
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')

  await page.goto('about:blank')
  await page.goto(here.playground.url)
  await page.getByRole('button', { name: en.theme.light }).waitFor()
  expect(await paper()).toBe(light)
  await page.getByRole('link', { name: startWords.en.goOn(1, '') }).click()
  await page.getByText(en.progress(1, 0, 8)).waitFor()
  expect(hash()).toBe('#/en/first-steps/story')
  await leave()
})
