/** The built page from a file server, with nothing of ours behind it. */

import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bench } from './support/bench.ts'
import { type Playground, startStaticCopy } from './support/playground.ts'
import { sharedVisit, turnTo } from './support/shared-visit.ts'
import { closeProfiles, profile, sharedBrowser, visit, visitIn } from './support/visit.ts'
import { WORDS } from './support/walk.ts'

const { en } = WORDS
let browser: Browser

beforeAll(async () => {
  browser = await sharedBrowser()
})
afterAll(() => closeProfiles(browser))

describe.each(['/', '/some/where/deep/'])('a copy at %s', (path) => {
  let copy: Playground
  beforeAll(async () => {
    copy = await startStaticCopy(path)
  })
  afterAll(() => copy?.stop())

  const shared = sharedVisit(() => visit(browser, `${copy.url}#/en/first-steps/two-spellings`))

  test('answers a deep link in this browser, and offers no real server', async () => {
    const { page } = shared
    const { send, answer } = bench(page)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.getByRole('button', { name: en.mode.real }).isDisabled()).toBe(true)
    await send({ token: 'abc', scheme: 'bearer' })
    expect(await answer()).toEqual({
      status: '200 OK',
      body: '{"token":"abc"}',
      challenge: '',
    })
  })

  // At the root of a host it is all the same, and is seen with what dies there.
  if (path !== '/') {
    test('answers when the browser has stopped the idle service worker', async () => {
      const { page } = shared
      const { send, answer } = bench(page)
      const session = await page.context().newCDPSession(page)
      await session.send('ServiceWorker.enable')
      await session.send('ServiceWorker.stopAllWorkers')
      await send({ token: 'awake', scheme: 'Bearer' })
      expect((await answer()).body).toBe('{"token":"awake"}')
    })

    test('shows its docs page, and Try it out answers there', async () => {
      const { page } = shared
      await turnTo(page, '#/en/first-steps/authorize')
      await page.getByRole('button', { name: en.task.open.docs }).click()
      const docs = page.frameLocator('bp-docs-panel iframe')
      await docs.getByText('/items/').click()
      await docs.getByRole('button', { name: 'Execute' }).click()
      await docs.locator('.live-responses-table .response-col_status').getByText('401').waitFor()
      await page.getByRole('tab', { name: en.tabs.journal }).click()
      await page.getByText(en.exchange.fromDocs).waitFor()
    })
  }

  test('answers after a hard reload, which bypasses the service worker', async () => {
    const { page } = shared
    await turnTo(page, '#/en/first-steps/invent')
    const { send, answer } = bench(page)
    let loads = 0
    page.on('load', () => loads++)
    const session = await page.context().newCDPSession(page)
    await session.send('Page.reload', { ignoreCache: true })
    await page.locator('bp-result .empty').waitFor()
    await send({ token: 'again', scheme: 'Bearer' })
    expect((await answer()).body).toBe('{"token":"again"}')
    // Another reload would lose what is on the bench.
    expect(loads).toBe(1)
    await page.getByText(en.exchange.by.browser).waitFor()
    expect(await page.getByText(en.mode.direct).count()).toBe(0)
  })
})

/** Before the service worker: it takes control of no page before the host has given this. */
const SLOW = `const slow = fetch('./slow')
const claim = clients.claim.bind(clients)
clients.claim = () => slow.then(claim)
`

/** In the page: MSW hears which service workers there are when the one of the offline copy has become active. */
function hearLate(): void {
  const { serviceWorker } = navigator
  const list = serviceWorker.getRegistrations.bind(serviceWorker)
  serviceWorker.getRegistrations = async () => {
    await serviceWorker.ready
    return list()
  }
}

test('a first request that is sent before the service worker has taken control is answered, and the page is not loaded anew', async () => {
  const [asked, ask] = later()
  const [given, give] = later()
  const copy = await startStaticCopy('/', {
    async around(c, next) {
      if (c.req.path === '/slow') {
        ask()
        await given
      }
      await next()
      if (c.req.path !== '/service-worker.js') return
      c.res.headers.delete('Content-Length')
      c.res = new Response(SLOW + (await c.res.text()), c.res)
    },
  })
  const context = await profile(browser)
  await context.addInitScript(hearLate)
  const { page, leave } = await visitIn(context, `${copy.url}#/en/first-steps/invent`)
  let loads = 0
  page.on('load', () => loads++)
  await asked
  const { send, answer } = bench(page)
  await send({ token: 'early', scheme: 'Bearer' })
  expect((await answer()).body).toBe('{"token":"early"}')
  expect(await page.getByText(en.mode.direct).count()).toBe(1)

  give()
  await page.waitForFunction(() => navigator.serviceWorker.controller)
  await send({ token: 'later', scheme: 'Bearer' })
  expect((await answer()).body).toBe('{"token":"later"}')
  await page.getByText(en.mode.direct).waitFor({ state: 'detached' })
  // What was chosen or typed would be gone with the page before.
  expect(loads).toBe(0)
  await leave()
  await context.close()
  await copy.stop()
})

/** A promise, and what fulfils it. */
function later(): [Promise<void>, () => void] {
  let fulfil = () => {}
  const promise = new Promise<void>((resolve) => (fulfil = resolve))
  return [promise, fulfil]
}

/** Names that addresses have to spell in another way, or that a pattern would read as something else. */
const NAMES = ['my lessons (1)*', "100% a+b & c; [x] teacher's", ':id?', '수업 자료 %2e$&']

test('a copy in folders of any names answers logins itself: its file server sees no password', async () => {
  const copy = await startStaticCopy(`/${NAMES.map(encodeURIComponent).join('/')}/`)
  const { page, leave } = await visit(browser, `${copy.url}#/en/password-flow/use`)
  const { send, write, answer } = bench(page)
  await send()
  expect((await answer()).body).toBe('{"access_token":"johndoe","token_type":"bearer"}')

  // Redirected within the folder, to the spelling without the last slash.
  await write({ body: '' })
  await send({ method: 'GET', path: '/users/me/', scheme: 'Bearer', token: 'johndoe' })
  expect((await answer()).status).toBe('200 OK')

  // The cookie of the login comes along with the next request.
  for (const [id, request, body] of [
    ['logout-token', 'Log in', 'johndoe'],
    ['no-cookie', 'your data', 'johndoe@example.com'],
  ] as const) {
    await turnTo(page, `#/en/two-servers/${id}`)
    await page.getByRole('button', { name: request, exact: true }).click()
    await send()
    const shown = await answer()
    expect(shown.status).toBe('200 OK')
    expect(shown.body).toContain(body)
  }
  await leave()
  await copy.stop()
  const file = /^GET (?:\/[^/]+){4}\/([\w.-]*|assets\/[\w.-]+)$/
  expect(copy.asked.filter((line) => !file.test(line))).toEqual([])
})
