/** The page on every screen: width, colours, language, keys and addresses. */

import { expect, test } from 'vitest'
import { keysWords } from '../../web/words/keys.ts'
import { startWords } from '../../web/words/start.ts'
import { violations } from './support/axe.ts'
import { bench } from './support/bench.ts'
import { startStaticCopy } from './support/playground.ts'
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

test.each(['en', 'ko'] as const)(
  'nothing hangs out at the side, whatever tab is open, 390, 512 and 1440 pixels wide (%s)',
  async (language) => {
    const address = `${here.playground.url}#/${language}/first-steps/invent`
    const { page, leave } = await visit(here.browser, address, { viewport: WIDTHS[0]! })
    const { send } = bench(page, language)
    await send({ scheme: 'Bearer', token: 'x'.repeat(3000) })
    for (const tab of ['code', 'token', 'journal', 'docs'] as const) {
      await page.getByRole('tab', { name: WORDS[language].tabs[tab] }).click()
      for (const viewport of WIDTHS) {
        await page.setViewportSize(viewport)
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(width, tab).toBe(viewport.width)
      }
    }
    await leave()
  },
)

test('the language changes in place, and the address and storage know it', async () => {
  const { page, leave } = await visit(here.browser, `${here.playground.url}#/en/first-steps/story`)
  await page.getByRole('link', { name: en.other.name }).click()
  await page.getByText(ko.progress(1, 0, 8)).waitFor()
  expect(new URL(page.url()).hash).toBe('#/ko/first-steps/story')
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('ko')
  await page.goto('about:blank')
  await page.goto(here.playground.url)
  await page.getByRole('link', { name: startWords.ko.goOn(1, '') }).click()
  await page.getByText(ko.progress(1, 0, 8)).waitFor()
  expect(new URL(page.url()).hash).toBe('#/ko/first-steps/story')
  await leave()
})

test('a first visit is in the browser’s language', async () => {
  const { page, leave } = await visit(here.browser, here.playground.url, { locale: 'ko-KR' })
  await page.getByRole('heading', { name: startWords.ko.headline }).waitFor()
  expect(new URL(page.url()).hash).toBe('#/ko')
  await leave()
})

test('colours follow the system until chosen, and the choice is kept', async () => {
  const { page, leave } = await visit(here.browser, here.playground.url, { colorScheme: 'dark' })
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const dark = await paper()
  await page.getByRole('button', { name: en.theme.system }).click()
  await page.getByRole('button', { name: en.theme.light }).waitFor()
  const light = await paper()
  expect(light).not.toBe(dark)
  await page.reload()
  await page.getByRole('button', { name: en.theme.light }).waitFor()
  expect(await paper()).toBe(light)
  await leave()
})

test('? shows the keys and Escape closes them', async () => {
  const { page, leave } = await visit(here.browser, here.playground.url)
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: keysWords.en.title })
  await dialog.waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await leave()
})

test('letters typed into a field are letters, not keys of the page', async () => {
  const { page, leave } = await visit(here.browser, `${here.playground.url}#/en/first-steps/invent`)
  await page.keyboard.press('r')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('/npjdhmt?')
  expect(await page.getByLabel(en.form.path).inputValue()).toBe('/npjdhmt?')
  expect(new URL(page.url()).hash).toBe('#/en/first-steps/invent')
  await leave()
})

test('an address that is none leads to a way home', async () => {
  const { page, leave } = await visit(here.browser, here.playground.url)
  for (const hash of [
    '#/en/no-such-lesson',
    '#/en/first-steps/no-such-page',
    '#/xx/first-steps',
    '#nonsense',
  ]) {
    await page.evaluate((wrong) => (location.hash = wrong), hash)
    await page.getByRole('heading', { name: en.notFound.title }).waitFor()
    expect(await violations(page), hash).toEqual([])
    await page.getByRole('link', { name: en.notFound.home }).click()
    await page.getByText(en.progress(1, 0, 8)).waitFor()
  }
  await leave()
})

test('starting over forgets what was done', async () => {
  const { page, leave } = await visit(here.browser, `${here.playground.url}#/en/first-steps/invent`)
  await bench(page).send({ scheme: 'Bearer', token: 'x' })
  await page.getByText(en.progress(1, 1, 8)).waitFor()
  page.once('dialog', (dialog) => void dialog.accept())
  await page.getByRole('button', { name: en.startOver }).click()
  await page.getByText(en.progress(1, 0, 8)).waitFor()
  expect(new URL(page.url()).hash).toBe('#/en/first-steps/knock')
  await leave()
})
