/** An instructor begins again for the next group: nothing of the last one is left in this browser. */

import type { BrowserContext, Page } from 'playwright'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { bench } from '../e2e/support/bench.ts'
import { opened } from '../e2e/support/opened.ts'
import { startRealServer } from '../e2e/support/playground.ts'
import { savesData } from '../e2e/support/saves-data.ts'
import { profile } from '../e2e/support/visit.ts'
import { WORDS } from '../e2e/support/walk.ts'
import { keysWords } from '../../web/words/keys.ts'
import { ownWords } from '../../web/words/own.ts'
import { resetWords } from '../../web/words/reset.ts'

vi.setConfig({ testTimeout: 120_000 })

const here = opened(startRealServer)
const { en } = WORDS
const words = resetWords.en
/** What the last group typed: a password, a token, a name. */
const TRACES = ['of-the-last-group', 'johndoe', 'secret-of-theirs', 'eyJ']

let context: BrowserContext

beforeEach(async () => {
  context = await profile(here.browser)
  await context.addInitScript(savesData)
})
afterEach(() => context.close())

async function open(hash: string): Promise<Page> {
  const page = await context.newPage()
  page.on('dialog', (dialog) => void dialog.accept())
  await page.goto(here.playground.url + hash)
  await page.locator('bp-lesson-page h1, bp-start-page h1, bp-tools-page h1').waitFor()
  return page
}

const stores = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      [localStorage, sessionStorage].flatMap((storage) =>
        Array.from({ length: storage.length }, (_, index) => storage.key(index)!).map((name) => [
          name,
          storage.getItem(name) ?? '',
        ]),
      ),
    ),
  )

const cookies = async () => (await context.cookies()).map(({ name, path }) => `${name} ${path}`)

/** A login at the form of lesson 5's client server, by a person in a tab. */
async function logIn(url: string) {
  const page = await context.newPage()
  await page.goto(url)
  await page.locator('[name=username]').fill('johndoe')
  await page.locator('[name=password]').fill('secret')
  await page.locator('form button, form [type=submit]').first().click()
  await page
    .getByText(/log.?ed in|access|token/i)
    .first()
    .waitFor()
  await page.close()
}

test('nothing of the last group is in storage, in cookies, or in another tab', async () => {
  const lesson = await open('#/en/first-steps/invent')
  await bench(lesson).send({ scheme: 'Bearer', token: 'of-the-last-group' })
  await lesson.getByRole('button', { name: ownWords.en.edit, exact: true }).click()
  await lesson.locator('.cm-content').click()
  await lesson.keyboard.insertText('// secret-of-theirs\n')
  const other = await open('#/en/password-flow/login')
  const single = other.getByRole('checkbox', { name: keysWords.en.single })
  await other.keyboard.press('?')
  await single.uncheck()
  await other.keyboard.press('Escape')
  const { clientUrl, url } = here.playground
  await logIn(clientUrl)
  await logIn(`${url}lessons/two-servers/client/`)
  expect(await cookies()).not.toEqual([])

  const docs = await context.newPage()
  await docs.goto(`${url}lessons/password-flow/api/docs`)
  await docs.getByRole('button', { name: 'Authorize' }).click()
  await docs.locator('.auth-container input').first().fill('johndoe')

  const foreign = await context.newPage()
  await foreign.goto(`${url}healthz`)
  const strangers = { 'another app': 'x', 'bearer-playground:/elsewhere/': '{}' }
  await foreign.evaluate((texts) => {
    for (const [name, text] of Object.entries(texts)) localStorage.setItem(name, text)
    localStorage.setItem('bearer-playground:/:set-aside-1', 'of-the-last-group')
  }, strangers)

  const tools = await open('#/en/tools')
  await tools.evaluate(() =>
    sessionStorage.setItem('bearer-playground-present:/', '{"votes":"of-the-last-group"}'),
  )
  await tools.getByRole('button', { name: words.all }).click()
  await tools.locator('bp-start-page h1').waitFor()
  // The other tabs drop what they had, and cannot bring it back.
  for (const page of [lesson, other]) await page.locator('bp-start-page h1').waitFor()
  await docs.getByRole('button', { name: 'Authorize' }).waitFor()
  await expect.poll(() => docs.locator('.auth-container').count()).toBe(0)
  await lesson.goto(`${url}#/en/first-steps/invent`)
  await lesson.getByText(en.progress(1, 0, 8), { exact: true }).waitFor()
  expect(await lesson.locator('bp-journal li').count()).toBe(0)
  await other.goto(`${url}#/en/password-flow/login`)
  await other.locator('bp-lesson-page h1').waitFor()
  await other.keyboard.press('?')
  expect(await single.isChecked()).toBe(true)

  const left = await stores(tools)
  for (const [name, text] of Object.entries(strangers)) expect(left[name]).toBe(text)
  const text = JSON.stringify(left)
  for (const trace of TRACES) expect(text).not.toContain(trace)
  expect(Object.keys(left)).not.toContain('bearer-playground:/:set-aside-1')
  expect(await cookies()).toEqual([])
})

test('one lesson is begun again, and the others keep what was done', async () => {
  const first = await open('#/en/first-steps/invent')
  await bench(first).send({ scheme: 'Bearer', token: 'mine' })
  await first.getByText(en.progress(1, 1, 8), { exact: true }).waitFor()
  const tools = await open('#/en/tools')
  await tools.locator('bp-reset-section select').selectOption('jwt')
  await tools.getByRole('button', { name: words.startOver }).click()
  await first.getByText(en.progress(1, 1, 8), { exact: true }).waitFor()
  await tools.locator('bp-reset-section select').selectOption('first-steps')
  await tools.getByRole('button', { name: words.startOver }).click()
  await first.getByText(en.progress(1, 0, 8), { exact: true }).waitFor()
})
