/** The clock moved around a token's end: the same decisions in both modes, opened and put side by side. */

import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clockWords } from '../../web/words/clock.ts'
import { comparisonWords } from '../../web/words/comparison.ts'
import { gatesWords } from '../../web/words/gates.ts'
import { violations } from './support/axe.ts'
import { bench } from './support/bench.ts'
import { type Playground, startRealServer, startStaticCopy } from './support/playground.ts'
import { sharedVisit, turnTo } from './support/shared-visit.ts'
import { closeProfiles, sharedBrowser, visit } from './support/visit.ts'
import { answered, WORDS } from './support/walk.ts'

const words = { ...WORDS.en, clock: clockWords.en, opened: gatesWords.en }

let browser: Browser
const playgrounds: Partial<Record<'real' | 'browser', Playground>> = {}

beforeAll(async () => {
  browser = await sharedBrowser()
  playgrounds.real = await startRealServer()
  playgrounds.browser = await startStaticCopy()
})
afterAll(async () => {
  await closeProfiles(browser)
  await Promise.all(Object.values(playgrounds).map(({ stop }) => stop()))
})

const press = (page: Page, name: string) =>
  page.locator('bp-lab-clock').getByRole('button', { name, exact: true }).click()

/** The clock is open already on a page that is about time. */
async function unfoldClock(page: Page) {
  const details = page.locator('bp-lab-clock details')
  if ((await details.getAttribute('open')) === null) await details.locator('summary').click()
}

/** Takes a request out of the prose, with the newest token in its header where one is wanted. */
async function take(page: Page, name: string, withToken = false) {
  await page.locator('bp-lesson-page').getByRole('button', { name, exact: true }).click()
  if (withToken) await page.getByRole('button', { name: words.form.useToken }).click()
}

/** The gates that stopped the newest request, the hidden hop's among them. */
const stopped = (page: Page) =>
  page
    .locator('bp-exchange .stopped[data-gate]')
    .evaluateAll((gates) => gates.map((gate) => (gate as HTMLElement).dataset['gate']))

describe.each(['real', 'browser'] as const)('%s', (mode) => {
  const shared = sharedVisit(async () => {
    const visited = await visit(browser, `${playgrounds[mode]!.url}#/en/jwt/clock`)
    await visited.page.getByRole('button', { name: words.mode[mode], pressed: true }).waitFor()
    await visited.page.locator('bp-lab-clock summary').waitFor()
    return visited
  })

  test('a token counts until the second before its exp, and not at it', async () => {
    const { page } = shared
    const { send, answer } = bench(page)
    await page.getByRole('button', { name: words.task.hint, exact: true }).click()
    await take(page, 'log in')
    await send()
    await take(page, 'your data', true)
    await unfoldClock(page)

    await press(page, words.clock.before)
    await send()
    expect((await answer()).status).toBe('200 OK')

    await press(page, words.clock.at)
    await send()
    expect((await answer()).status).toBe('401 Unauthorized')
    expect(await stopped(page)).toEqual(['expiry'])

    // What is said of it, where it stands, and what was another way a second before.
    await page.locator('[data-gate=expiry] > button').click()
    await page.getByText(words.opened.because['expired']!({})).waitFor()
    if (mode === 'real') expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: words.opened.show('current-user') }).click()
    await page.getByRole('tab', { name: words.tabs.journal }).click()
    const { choose, title, exchange } = comparisonWords.en
    await page.getByRole('button', { name: choose }).click()
    await page.locator('bp-journal li').nth(1).click()
    const dialog = page.getByRole('dialog', { name: title(2, 3) })
    await dialog.getByText(`${exchange(3)}401 Unauthorized`).waitFor()
    if (mode === 'real') expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')

    await press(page, words.clock.back)
    await send()
    expect((await answer()).status).toBe('200 OK')
  })

  test('two servers live by the same clock', async () => {
    const { page } = shared
    await turnTo(page, '#/en/two-servers/logout-token')
    const { sendButton, answer, send } = bench(page)
    const useRequest = (id: string) =>
      page.locator(`bp-lesson-page bp-request[name="${id}"] [role=button]`).first().click()
    await useRequest('login')
    await answered(page, () => sendButton.click())
    await unfoldClock(page)
    await press(page, words.clock.after)
    await useRequest('auth-me')
    await send({ server: 'client', path: '/test-users-me' })
    expect((await answer()).status).toBe('401 Unauthorized')
    expect(await stopped(page)).toEqual(['expiry'])
  })
})
