/** Cookies know no ports: what other servers of this machine left in the browser, and what lesson 5 makes of it. */

import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { bench } from '../e2e/support/bench.ts'
import { type RealServer, startRealServer } from '../e2e/support/playground.ts'
import { savesData } from '../e2e/support/saves-data.ts'
import { closeProfiles, profile, sharedBrowser } from '../e2e/support/visit.ts'
import { answered, WORDS } from '../e2e/support/walk.ts'
import { twoServersWords } from '../../web/words/two-servers.ts'

// Each login compares a password that was hashed slowly.
vi.setConfig({ testTimeout: 120_000 })

const { tabs, mode: modes, task } = WORDS.en

let browser: Browser
let context: BrowserContext
/** The lesson: one page for all tests, as it is after those before. */
let page: Page
/** A tab of the same browser, for the servers' own pages. */
let tab: Page
let hardened: RealServer
let tutorial: RealServer

beforeAll(async () => {
  browser = await sharedBrowser()
  hardened = await startRealServer()
  tutorial = await startRealServer({ args: ['--faithful'] })
  context = await profile(browser)
  await context.addInitScript(savesData)
  page = await context.newPage()
  tab = await context.newPage()
  await page.bringToFront()
})
afterAll(async () => {
  await closeProfiles(browser)
  await Promise.all([hardened?.stop(), tutorial?.stop()])
})

/** Logs in by the form of a server's own page. */
async function logInAt(client: string) {
  await tab.goto(client)
  await tab.getByPlaceholder('Username').fill('johndoe')
  await tab.getByPlaceholder('Password').fill('secret')
  await tab.getByRole('button', { name: 'Login' }).click()
  await tab.getByText('Logged in as johndoe').waitFor()
}

async function openLesson(lesson = 'two-servers', id = 'logout-token') {
  await page.goto(`${hardened.url}#/en/${lesson}/${id}`)
  await page.locator(`bp-lesson-page[page="${id}"]`).waitFor()
  await page.getByRole('button', { name: modes.real, pressed: true }).waitFor()
}

/** Sends one of the lesson's requests from its text, and gives the status. */
async function send(request: string): Promise<string> {
  await page.locator(`bp-lesson-page bp-request[name="${request}"] [role=button]`).first().click()
  const { sendButton, answer } = bench(page)
  await answered(page, () => sendButton.click())
  return (await answer()).status
}

/** Asks the client server for the data, which no text of this page offers. */
async function askData(): Promise<string> {
  await page.locator('bp-lesson-page bp-request[name="auth-me"] [role=button]').first().click()
  await bench(page).send({ server: 'client', path: '/test-users-me' })
  return (await bench(page).answer()).status
}

const received = async () =>
  (
    await page
      .locator('bp-raw-message[data-part="request"] .wire bp-long-text span')
      .allInnerTexts()
  ).join('\n')

const jar = async () => {
  await page.getByRole('tab', { name: tabs.pane }).click()
  return page.locator('bp-cookie-jar article h3').allInnerTexts()
}

const stored = async () => (await context.cookies()).map(({ name, path }) => `${name} ${path}`)

test('a logout after the mode was switched carries no cookie, and ticks nothing', async () => {
  await openLesson()
  expect(await send('login')).toBe('200 OK')
  await page.getByRole('button', { name: modes.browser }).click()
  expect(await send('logout')).toBe('200 OK')
  expect(await received()).not.toContain('jwt_token')
  expect(await page.locator('bp-task-card li.ticked').count()).toBe(1)
  await page.getByRole('button', { name: modes.real }).click()
  expect(await send('logout')).toBe('200 OK')
})

test('a login in the lesson leaves nothing in the browser', async () => {
  await openLesson()
  expect(await send('login')).toBe('200 OK')
  expect(await stored()).toEqual([])
  const native = await tab.goto(`${hardened.url}lessons/two-servers/client/test-users-me`)
  expect(native!.status()).toBe(401)
  expect(await send('logout')).toBe('200 OK')
})

test.each([
  ['the tutorial’s own client server', () => tutorial.clientUrl],
  ['the client server', () => hardened.clientUrl],
])(
  'who is logged in at %s on its port is not logged in in the lesson, before a login there and after its logout',
  async (_, client) => {
    await context.clearCookies()
    await logInAt(client())
    await openLesson()
    expect(await askData()).toBe('401 Unauthorized')
    expect(await received()).not.toContain('jwt_token')
    expect(await jar()).toEqual([])

    expect(await send('login')).toBe('200 OK')
    expect(await jar()).toEqual(['jwt_token (client)'])
    expect(await askData()).toBe('200 OK')
    expect(await send('logout')).toBe('200 OK')
    expect(await jar()).toEqual([])
    expect(await askData()).toBe('401 Unauthorized')

    // And the lesson took nothing from the other.
    expect(await stored()).toEqual(['jwt_token /'])
    await tab.goto(`${client()}test-users-me`)
    await tab.getByText('johndoe@example.com').waitFor()
  },
)

test('a tab’s login below the playground is the tab’s own, and not the lesson’s', async () => {
  await context.clearCookies()
  await logInAt(`${hardened.url}lessons/two-servers/client/`)
  expect(await stored()).toEqual(['jwt_token /lessons/two-servers/client/'])
  await openLesson()
  expect(await askData()).toBe('401 Unauthorized')
  expect(await send('logout')).toBe('200 OK')
  await tab.goto(`${hardened.url}lessons/two-servers/client/test-users-me`)
  await tab.getByText('johndoe@example.com').waitFor()
})

test('another program’s cookie on this host is in no request of a lesson', async () => {
  await context.addCookies([{ name: 'session', value: 'of-another-port', url: hardened.url }])
  for (const [lesson, id] of [
    ['first-steps', 'knock'],
    ['password-flow', 'login'],
    ['two-servers', 'who-sees'],
  ] as const) {
    await openLesson(lesson, id)
    await bench(page).send({ path: '/nowhere' })
    expect(await received(), lesson).toContain('/nowhere HTTP/1.1')
    expect(await received(), lesson).not.toContain('session')
  }
})

describe('the docs page in the lesson', () => {
  const docs = () => page.frameLocator('bp-docs-panel iframe')

  async function execute(path: string): Promise<string> {
    const operation = docs().locator('.opblock', {
      has: page.locator(`[data-path="${path}"]`),
    })
    if (!(await operation.locator('.execute').isVisible())) {
      await operation.locator('button.opblock-summary-control').click()
    }
    // The fields come with the button.
    await operation.locator('button.execute').waitFor()
    for (const [name, value] of [
      ['username', 'johndoe'],
      ['password', 'secret'],
    ]) {
      const field = operation.locator(`[data-property-name="${name}"] input`)
      if (await field.count()) await field.fill(value!)
    }
    await answered(page, () => operation.locator('button.execute').click())
    return operation.locator('.live-responses-table .response-col_status').last().innerText()
  }

  test('has the lesson’s cookies, and leaves its own there', async () => {
    await context.clearCookies()
    await logInAt(hardened.clientUrl)
    await openLesson()
    await page.getByRole('tab', { name: tabs.docs }).click()
    expect(await execute('/test-users-me')).toContain('401')
    expect(await execute('/get-token')).toContain('200')
    expect(await execute('/test-users-me')).toContain('200')
    expect(await jar()).toEqual(['jwt_token (client)'])
    expect(await stored()).toEqual(['jwt_token /'])
  })
})

test('a person in the small browser is led on by the pages', async () => {
  await openLesson('two-servers', 'small-browser')
  await page.getByRole('button', { name: task.open.pane }).click()
  const pane = page.frameLocator('bp-browser-pane iframe')
  await answered(page, () =>
    page.getByRole('button', { name: twoServersWords.en.pane.home }).click(),
  )
  await pane.getByPlaceholder('Username').fill('johndoe')
  await answered(page, () => pane.getByRole('button', { name: 'Login' }).click())
  await pane.getByText('password: Field required').waitFor()
  await pane.getByPlaceholder('Username').fill('johndoe')
  await pane.getByPlaceholder('Password').fill('secret')
  await answered(page, () => pane.getByRole('button', { name: 'Login' }).click())
  await answered(page, () => pane.getByRole('link', { name: 'Your data' }).click())
  await pane.getByText('johndoe@example.com').waitFor()
  await answered(page, () => pane.getByRole('button', { name: 'Log out' }).click())
  await pane.getByText('Logged out').waitFor()
})
