/** What does not work as it should: a browser without service workers, a broken memory, a server that went away. */

import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violations } from './support/axe.ts'
import { bench } from './support/bench.ts'
import { type Playground, startRealServer, startStaticCopy } from './support/playground.ts'
import { sharedVisit } from './support/shared-visit.ts'
import { closeProfiles, sharedBrowser, visit } from './support/visit.ts'
import { WORDS } from './support/walk.ts'
import { storageWords } from '../../web/words/storage.ts'

const { en, ko } = WORDS
const INVENT = '#/en/first-steps/invent'
let browser: Browser
let copy: Playground

beforeAll(async () => {
  browser = await sharedBrowser()
  copy = await startStaticCopy()
})
afterAll(async () => {
  await closeProfiles(browser)
  await copy?.stop()
})

describe('with service workers blocked, in one visit', () => {
  const shared = sharedVisit(
    () => visit(browser, `${copy.url}#/ko/first-steps/invent`, { serviceWorkers: 'block' }),
    /Failed to load resource|ERR_FAILED/,
  )
  const told = () => shared.page.getByRole('alert').getByText('불러오지 못했어요')

  test('the page says so and answers all the same', async () => {
    const { page } = shared
    const { send, answer } = bench(page, 'ko')
    await send({ scheme: 'Basic', token: 'abc' })
    await page.getByText(ko.mode.direct).waitFor()
    expect(await answer()).toEqual({
      status: '401 Unauthorized',
      body: '{"detail":"Not authenticated"}',
      challenge: 'Bearer',
    })
  })

  test('a file that does not come leaves what is there, with what was done, and is told in the page’s language', async () => {
    const { page } = shared
    const lost = /\/assets\/journal-/
    await page.route(lost, (route) => route.abort())
    await bench(page, 'ko').send({ scheme: 'Bearer', token: 'x' })
    await page.getByRole('tab', { name: ko.tabs.journal }).click()
    await told().waitFor()
    expect((await bench(page).answer()).status).toBe('200 OK')
    await page.unroute(lost)
    await page.getByRole('button', { name: '다시 시도' }).click()
    await told().waitFor({ state: 'detached' })
    await page.getByText(ko.progress(1, 1, 8)).waitFor()
  })

  test('a presenter’s notes that do not come are told when they are opened', async () => {
    const { page } = shared
    await page.locator('bp-notes summary').waitFor()
    await page.route(/\/assets\//, (route) => route.abort())
    expect(await told().count()).toBe(0)
    await page.locator('bp-notes summary').click()
    await told().waitFor()
  })
})

test('what is broken in storage is set aside and said once', async () => {
  const text = '{"version":2,"course":{"lessons":{"first-steps":7}}}'
  const kept = [{ name: 'bearer-playground:/', value: text }]
  const { origin } = new URL(copy.url)
  const { page, leave } = await visit(browser, copy.url + INVENT, {
    storageState: { cookies: [], origins: [{ origin, localStorage: kept }] },
  })
  await page.getByText(storageWords.en.broken).waitFor()
  expect(await page.evaluate(() => localStorage.getItem('bearer-playground:/:set-aside-1'))).toBe(
    text,
  )
  const { send, answer } = bench(page)
  await send({ scheme: 'Bearer', token: 'abc' })
  expect((await answer()).status).toBe('200 OK')

  await page.reload()
  await page.getByText(en.progress(1, 1, 8)).waitFor()
  expect(await page.getByText(storageWords.en.broken).count()).toBe(0)
  await leave()
})

test('a real server that went away is said, and the lesson goes on in this browser', async () => {
  const real = await startRealServer()
  const { page } = await visit(browser, real.url + INVENT)
  const { send, write, sendButton, answer } = bench(page)
  await page.getByRole('button', { name: en.mode.real, pressed: true }).waitFor()
  await send({ scheme: 'Bearer', token: 'abc' })
  // The mode in the browser needs its scripts, which came from the same server.
  await page.getByRole('button', { name: en.mode.browser }).click()
  await send()
  await page.getByRole('button', { name: en.mode.real }).click()
  await real.stop()
  await write({ token: 'gone' })
  await sendButton.click()
  await page.getByRole('alert').getByText(en.failed.title).waitFor()
  await page.getByRole('button', { name: en.failed.switch }).click()
  await page.getByRole('button', { name: en.mode.browser, pressed: true }).waitFor()
  await page.getByText('{"token":"gone"}').first().waitFor()
  expect((await answer()).status).toBe('200 OK')
  await page.context().close()
})

describe('a file of the page that does not come', () => {
  /** A visit in which some files are lost until `found` is called. */
  async function lose(files: RegExp) {
    // What a service worker fetches cannot be lost here.
    const context = await browser.newContext({ locale: 'en-US', serviceWorkers: 'block' })
    context.setDefaultTimeout(20_000)
    const page = await context.newPage()
    await page.route(files, (route) => route.abort())
    return { page, found: () => page.unroute(files), leave: () => context.close() }
  }

  test.each([
    ['the words', /\/assets\/en-/],
    ['a lesson', /\/assets\/lesson-(?!context)/],
  ])('is said at once for %s, and tried again', async (_, files) => {
    const { page, found, leave } = await lose(files)
    await page.goto(copy.url + INVENT)
    await page.getByRole('alert').getByText('could not be loaded').waitFor()
    expect(await violations(page)).toEqual([])
    await found()
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.locator('bp-lesson-page h1').waitFor()
    expect(await page.getByRole('alert').getByText('could not be loaded').count()).toBe(0)
    await leave()
  })

  test('is said without a script where the first one is lost', async () => {
    const { page, found, leave } = await lose(/\/assets\/index-.*\.js/)
    await page.goto(copy.url + INVENT)
    const again = page.getByRole('link', { name: 'Try again' })
    expect(await again.isVisible()).toBe(false)
    await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()))
    expect(await again.isVisible()).toBe(true)
    expect(await violations(page)).toEqual([])
    await found()
    await again.click()
    await page.locator('bp-start-page h1').waitFor()
    await leave()
  })
})
