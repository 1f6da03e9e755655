/** Cookies know no ports: what other servers of this machine left in the browser, and what lesson 5 makes of it. */

import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { bench } from '../e2e/support/bench.ts'
import { type RealServer, startRealServer } from '../e2e/support/playground.ts'
import { launch } from '../e2e/support/visit.ts'
import { answered, WORDS } from '../e2e/support/walk.ts'

const LESSON = '#/en/two-servers/logout-token'
const { tabs, mode: modes, task } = WORDS.en

let browser: Browser
let context: BrowserContext
let page: Page
let hardened: RealServer
let tutorial: RealServer

beforeAll(async () => {
  browser = await launch()
  hardened = await startRealServer()
  tutorial = await startRealServer({ args: ['--faithful'] })
})
afterAll(async () => {
  await browser?.close()
  await Promise.all([hardened?.stop(), tutorial?.stop()])
})
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  context.setDefaultTimeout(15_000)
  page = await context.newPage()
})
afterEach(() => context.close())

/** Logs in by the form of a server's own page. */
async function logInAt(client: string) {
  await page.goto(client)
  await page.getByPlaceholder('Username').fill('johndoe')
  await page.getByPlaceholder('Password').fill('secret')
  await page.getByRole('button', { name: 'Login' }).click()
  await page.getByText('Logged in as johndoe').waitFor()
}

async function openLesson(hash = LESSON) {
  await page.goto(`${hardened.url}${hash}`)
  await page.locator('bp-lesson-page h1').waitFor()
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

describe.each([
  ['the client server', () => hardened.clientUrl],
  ['the tutorial’s own', () => tutorial.clientUrl],
])('who is logged in at %s on its port', (_, client) => {
  test('is not logged in in the lesson, before a login there and after its logout', async () => {
    await logInAt(client())
    await openLesson()
    expect(await askData()).toBe('401 Unauthorized')
    expect(await received()).not.toContain('jwt_token')
    expect(await jar()).toEqual([])

    expect(await send('login')).toBe('200 OK')
    expect(await jar()).toEqual(['jwt_token'])
    expect(await askData()).toBe('200 OK')
    expect(await send('logout')).toBe('200 OK')
    expect(await jar()).toEqual([])
    expect(await askData()).toBe('401 Unauthorized')

    // And the lesson took nothing from the other.
    expect(await stored()).toEqual(['jwt_token /'])
    await page.goto(`${client()}test-users-me`)
    await page.getByText('johndoe@example.com').waitFor()
  })
})

test('a login in the lesson leaves nothing in the browser', async () => {
  await openLesson()
  expect(await send('login')).toBe('200 OK')
  expect(await stored()).toEqual([])
  const native = await page.goto(`${hardened.url}lessons/two-servers/client/test-users-me`)
  expect(native!.status()).toBe(401)
})

test('a tab’s login below the playground is the tab’s own, and not the lesson’s', async () => {
  await logInAt(`${hardened.url}lessons/two-servers/client/`)
  expect(await stored()).toEqual(['jwt_token /lessons/two-servers/client/'])
  await openLesson()
  expect(await askData()).toBe('401 Unauthorized')
  expect(await send('logout')).toBe('200 OK')
  await page.goto(`${hardened.url}lessons/two-servers/client/test-users-me`)
  await page.getByText('johndoe@example.com').waitFor()
})

test.each(['first-steps', 'password-flow', 'two-servers'])(
  'another program’s cookie on this host is in no request of %s',
  async (lesson) => {
    await context.addCookies([{ name: 'session', value: 'of-another-port', url: hardened.url }])
    await openLesson(`#/en/${lesson}`)
    await bench(page).send({ path: '/nowhere' })
    expect(await received()).toContain('/nowhere HTTP/1.1')
    expect(await received()).not.toContain('session')
  },
)

test('a logout after the mode was switched carries no cookie, and ticks nothing', async () => {
  await openLesson()
  expect(await send('login')).toBe('200 OK')
  await page.getByRole('button', { name: modes.browser }).click()
  expect(await send('logout')).toBe('200 OK')
  expect(await received()).not.toContain('jwt_token')
  expect(await page.locator('bp-task-card li.ticked').count()).toBe(1)
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
    await logInAt(hardened.clientUrl)
    await openLesson()
    await page.getByRole('tab', { name: tabs.docs }).click()
    expect(await execute('/test-users-me')).toContain('401')
    expect(await execute('/get-token')).toContain('200')
    expect(await execute('/test-users-me')).toContain('200')
    expect(await jar()).toEqual(['jwt_token'])
    expect(await stored()).toEqual(['jwt_token /'])
  })
})

test('a person in the small browser is led on by the pages', async () => {
  await openLesson('#/en/two-servers/small-browser')
  await page.getByRole('button', { name: task.open.pane }).click()
  const pane = page.frameLocator('bp-browser-pane iframe')
  await answered(page, () => page.getByRole('button', { name: WORDS.en.pane.home }).click())
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
