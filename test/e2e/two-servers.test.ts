/** The lesson of two servers: a cookie in a browser's own jar or the playground's, and the hop nobody else sees. */

import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hopWords } from '../../web/words/hop.ts'
import { violations } from './support/axe.ts'
import { bench } from './support/bench.ts'
import { mouse } from './support/hand-of-mouse.ts'
import { type Playground, startRealServer, startStaticCopy } from './support/playground.ts'
import { sharedVisit, turnTo } from './support/shared-visit.ts'
import { closeProfiles, sharedBrowser, visit } from './support/visit.ts'
import { answered, WORDS } from './support/walk.ts'

const { mode: modes } = WORDS.en

let browser: Browser
const playgrounds: Partial<Record<'real' | 'browser', Playground>> = {}

beforeAll(async () => {
  browser = await sharedBrowser()
  playgrounds.real = await startRealServer()
  playgrounds.browser = await startStaticCopy('/a/copy/')
})
afterAll(async () => {
  await closeProfiles(browser)
  await Promise.all(Object.values(playgrounds).map(({ stop }) => stop()))
})

/** Takes a request out of the prose, sends it, and gives the answer. */
async function sendFromProse(page: Page, name: string) {
  await page.locator('bp-lesson-page').getByRole('button', { name, exact: true }).click()
  const { sendButton, answer } = bench(page)
  await answered(page, () => sendButton.click())
  return answer()
}

/** What a message's lines say, as one text. */
const wire = async (page: Page, message: string) =>
  (await page.locator(`${message} .wire span`).allInnerTexts()).join(' ')

const RESPONSE = 'bp-raw-message[data-part="response"]'
const HOP = 'bp-hidden-hop bp-raw-message'

/** The diagram's arrows, as a screen reader hears them: they come a moment after the answer. */
async function arrows(page: Page, count: number) {
  const buttons = page.locator('bp-sequence-diagram g[role=button]')
  await buttons.nth(count - 1).waitFor()
  return buttons.all()
}

describe.each(['real', 'browser'] as const)('%s', (mode) => {
  const shared = sharedVisit(async () => {
    const visited = await visit(browser, `${playgrounds[mode]!.url}#/en/two-servers/logout-token`)
    await visited.page.getByRole('button', { name: modes[mode], pressed: true }).waitFor()
    return visited
  })
  /** Turns to a page of the lesson; what was done on those before stays. */
  const open = async (id: string) => {
    await turnTo(shared.page, `#/en/two-servers/${id}`)
    return shared.page
  }

  test('a login brings a cookie that opens the data until the logout', async () => {
    const page = await open('logout-token')

    expect((await sendFromProse(page, 'Log in')).status).toBe('200 OK')
    const login = await wire(page, HOP)
    expect(login).toContain('username=johndoe&password=secret')
    expect(login).toContain('"access_token"')
    const { pathname } = new URL(playgrounds[mode]!.url)
    const cookie = /jwt_token=eyJ[\w.-]+; Max-Age=\d{4}; Path=(.+); HttpOnly; SameSite=Lax/
    const [, path] = cookie.exec(await wire(page, RESPONSE)) ?? []
    expect(path).toBe(`${pathname}lessons/two-servers/client/`)

    await open('no-cookie')
    const data = await sendFromProse(page, 'your data')
    expect(data.status).toBe('200 OK')
    expect(data.body).toContain('<dd>johndoe@example.com</dd>')
    expect(await arrows(page, 4)).toHaveLength(4)
    const hop = await wire(page, HOP)
    expect(hop).toMatch(/Bearer eyJ/)
    expect(hop).toMatch(/"username": ?"johndoe"/)
    const { title, decisions } = hopWords.en
    for (const text of [title, decisions]) await page.getByText(text).waitFor()
    if (mode === 'real') expect(await violations(page)).toEqual([])

    expect((await sendFromProse(page, 'Log out')).status).toBe('200 OK')
    expect(await page.locator('bp-hidden-hop').count()).toBe(0)
    const after = await sendFromProse(page, 'your data')
    expect(after.status).toBe('401 Unauthorized')
    expect(after.body).toContain('No access token available')
    expect(await page.locator('bp-hidden-hop').count()).toBe(0)
  })

  test('the two servers’ cookies do not open each other’s data', async () => {
    const page = await open('two-hundred')
    expect((await sendFromProse(page, 'Log in there')).status).toBe('200 OK')
    const data = await sendFromProse(page, 'ask for your data')
    expect(data.status).toBe('200 OK')
    expect(data.body).toContain('johndoe')
    await bench(page).send({ server: 'client' })
    expect((await bench(page).answer()).status).toBe('401 Unauthorized')
  })

  test('a prediction stops the auth server, and on the next page it runs again', async () => {
    const page = await open('stopped')
    await mouse(page, 'en').predict('bad-gateway')
    expect((await bench(page).answer()).status).toBe('502 Bad Gateway')
    await page.getByText(hopWords.en.none).waitFor()

    await open('logout-token')
    expect((await sendFromProse(page, 'Log in')).status).toBe('200 OK')
  })

  // Both modes ask the same servers' code, and the page has one way to a token: each is tried in one of them.
  if (mode === 'real')
    test('a wrong password is a 401 of both servers, and no cookie', async () => {
      const page = await open('stopped')
      const { status, body } = await sendFromProse(page, 'A wrong password')
      expect(status).toBe('401 Unauthorized')
      expect(body).toContain('Login failed')
      expect(await wire(page, HOP)).toContain('HTTP/1.1 401 Unauthorized')
      expect(await wire(page, RESPONSE)).not.toContain('jwt_token')
    })
  else
    test('a token that was in a cookie is at hand for the header', async () => {
      const page = await open('logout-token')
      for (const name of ['Log in', 'log out']) await sendFromProse(page, name)
      await page.locator('bp-task-card').getByRole('button', { name: 'the auth server' }).click()
      await page.getByRole('button', { name: WORDS.en.form.useToken }).click()
      await bench(page).send()
      const { status, body } = await bench(page).answer()
      expect(status).toBe('200 OK')
      expect(body).toContain('johndoe@example.com')
      await page.locator('bp-task-card .kind.done').waitFor()
    })
})
