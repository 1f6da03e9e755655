/** A reload in the middle of a task: what is left can be finished, and the page says where to begin. */

import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { bench } from '../e2e/support/bench.ts'
import { mouse } from '../e2e/support/hand-of-mouse.ts'
import { startStaticCopy } from '../e2e/support/playground.ts'
import { visit } from '../e2e/support/visit.ts'
import { WORDS } from '../e2e/support/walk.ts'
import { twoServersWords } from '../../web/words/two-servers.ts'
import { opened } from '../e2e/support/opened.ts'
import { lostWords } from '../../web/words/lost.ts'

vi.setConfig({ testTimeout: 120_000 })

const here = opened(startStaticCopy)

/** One page for all tests: each goes on in a lesson, or at a page of it, where nothing was done before. */
let page: Page
let leave: () => Promise<void>
beforeAll(async () => {
  ;({ page, leave } = await visit(here.browser, `${here.playground.url}#/en/jwt/recap`))
})
afterAll(() => leave?.())

async function turnTo(address: string) {
  await page.goto(`${here.playground.url}#/${address}`)
  await page.locator(`bp-lesson-page[page="${address.split('/')[2]}"]`).waitFor()
}

test('a second visit to a lesson has the lesson’s own request, and none of another', async () => {
  const path = page.getByLabel(WORDS.en.form.path, { exact: true })
  const opened = async (address: string, wanted: string) => {
    await turnTo(address)
    await expect.poll(() => path.inputValue()).toBe(wanted)
  }
  await opened('en/first-steps/story', '/items/')
  await path.fill('/items/mine')
  await opened('en/jwt/recap', '/token')
  await opened('en/first-steps/recap', '/items/')
})

test('after a login and a reload, the login to send again is named and the task can be finished', async () => {
  await turnTo('ko/password-flow/use')
  const { send } = bench(page, 'ko')
  const lost = page.locator('bp-task-card .lost')
  await send()
  await page.locator('bp-task-card .ticked').waitFor()
  expect(await lost.count()).toBe(0)
  await page.reload()
  await lost.getByText(lostWords.ko.part).waitFor()
  await lost.getByRole('button', { name: `${lostWords.ko.begin} POST /token` }).click()
  await send()
  await lost.waitFor({ state: 'detached' })
  const token = { body: '', method: 'GET', path: '/users/me', scheme: 'Bearer', token: 'johndoe' }
  await send(token)
  await page.locator('bp-task-card .kind.done').waitFor()
})

test('after a reload the bench says what is gone, and a task that takes a login for granted begins with it', async () => {
  await turnTo('en/jwt/three-parts')
  const { empty } = WORDS.en
  await mouse(page, 'en').predict('three')
  await turnTo('en/jwt/clock')
  await page.getByText(empty.titles.elsewhere).waitFor()
  expect(await page.locator('bp-task-card .lost').count()).toBe(0)
  await page.reload()
  await page.getByText(empty.titles.before).waitFor()
  await page.getByText(empty.gone).waitFor()
  const lost = page.locator('bp-task-card .lost')
  await lost.getByText(lostWords.en.login).waitFor()
  await lost.getByRole('button', { name: `${lostWords.en.begin} POST /token` }).click()
  const { send } = bench(page)
  await send()
  await lost.waitFor({ state: 'detached' })
  const hand = mouse(page, 'en')
  await hand.write({ method: 'GET', path: '/users/me/' })
  await hand.useIssuedToken()
  await hand.clock('before')
  await send()
  await hand.clock('after')
  await send()
  await page.locator('bp-task-card .kind.done').waitFor()
  await hand.clock('now')
})

test('a recorded attack that a reload took away is to be sent once more before its replay', async () => {
  await turnTo('en/password-flow/break')
  const { task } = WORDS.en
  const { send } = bench(page)
  const replay = page.getByRole('button', { name: task.replay })
  await send({ scheme: 'Bearer', token: 'johndoe' })
  await replay.waitFor()
  await page.reload()
  const begin = page.getByRole('button', { name: `${lostWords.en.begin} GET /users/me` })
  await begin.waitFor()
  expect(await replay.count()).toBe(0)
  await begin.click()
  await send()
  await mouse(page, 'en').replay()
  await page.locator('bp-task-card .kind.done').waitFor()
})

test('the page with the table of attacks is done when all have run, and says so after a reload', async () => {
  await turnTo('en/stolen-cookie/compare')
  const { attacks } = twoServersWords.en
  const done = page.locator('bp-lesson-page .dots .done[aria-current="page"]')
  await page.getByText(attacks.notRun).first().waitFor()
  expect(await done.count()).toBe(0)
  await page.getByRole('button', { name: attacks.run }).click()
  // Ten requests, four of them with passwords to compare.
  await done.waitFor({ timeout: 40_000 })
  expect(await page.getByText(attacks.notRun).count()).toBe(0)
  await page.reload()
  await page.getByText(attacks.ranBefore).first().waitFor()
  expect(await page.getByText(attacks.notRun).count()).toBe(0)
})
