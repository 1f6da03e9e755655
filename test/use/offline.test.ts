/** A learner whose host is gone: on the train, in a class without a network, with a teacher's stick pulled out. */

import { rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import { createServer as createVite } from 'vite'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { offlineWords } from '../../web/words/offline.ts'
import { keysWords } from '../../web/words/keys.ts'
import { everyWay } from '../support/every-way.ts'
import { bench } from '../e2e/support/bench.ts'
import { savesData } from '../e2e/support/saves-data.ts'
import { nextBuild } from '../e2e/support/next-build.ts'
import { startRealServer, startStaticCopy } from '../e2e/support/playground.ts'
import { closeProfiles, profile, sharedBrowser } from '../e2e/support/visit.ts'
import { type Language, WORDS } from '../e2e/support/walk.ts'

// A copy is some hundred files: keeping them takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const own = offlineWords.en
const { en } = WORDS
const PATH = '/a/copy%20(1)/'
const INVENT = '#/en/first-steps/invent'
const TOOLS = '#/en/tools'

type Copy = Awaited<ReturnType<typeof startStaticCopy>>

let browser: Browser

beforeAll(async () => {
  browser = await sharedBrowser()
})
afterAll(() => closeProfiles(browser))

const mark = (page: Page) => page.locator('bp-offline-mark a')
const section = (page: Page) => page.locator('bp-offline-section')
const notice = (page: Page) => page.getByText(own.update.says)

async function open(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(url)
  return page
}

/** A page that says it is ready. */
async function ready(context: BrowserContext, url: string): Promise<Page> {
  const page = await open(context, url)
  await mark(page).waitFor({ timeout: 60_000 })
  return page
}

/** A token of one's own is sent, and comes back. */
async function answers(page: Page, language: Language = 'en') {
  await page.locator('bp-lesson-page h1').waitFor()
  const { send, answer } = bench(page, language)
  await send({ token: 'of-mine', scheme: 'Bearer' })
  expect((await answer()).body).toBe('{"token":"of-mine"}')
}

/** What is kept on this machine by the page's origin. */
const cachesOf = (page: Page) => page.evaluate(() => caches.keys())

/** Another host on the same port, which says the same of every address. */
async function onPort(port: number, status: number, body: string): Promise<Server> {
  const server = createServer((_, response) =>
    response.writeHead(status, { 'content-type': 'text/html' }).end(body),
  ).listen(port, '127.0.0.1')
  await once(server, 'listening')
  return server
}

const closed = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

describe('with the host gone', () => {
  let copy: Copy
  let context: BrowserContext
  let page: Page
  beforeAll(async () => {
    copy = await startStaticCopy(PATH)
    context = await profile(browser)
    page = await ready(context, copy.url + INVENT)
    await copy.stop()
  })
  afterAll(() => context?.close())

  test('a reload shows the lesson, and it answers, though the browser has stopped the idle worker', async () => {
    const session = await context.newCDPSession(page)
    await session.send('ServiceWorker.enable')
    await session.send('ServiceWorker.stopAllWorkers')
    await page.reload()
    await answers(page)
  })

  test('a second tab, in the other language, shows a lesson that was never opened', async () => {
    const second = await open(context, `${copy.url}#/ko/jwt`)
    await second
      .locator('bp-lesson-page h1')
      .filter({ hasText: /\p{Script=Hangul}/u })
      .waitFor()
    await second.goto(copy.url + INVENT.replace('en', 'ko'))
    await second.locator('bp-lesson-page[page=invent]').waitFor()
    await answers(second, 'ko')
    await second.close()
  })

  test('the docs page is there, and Try it out answers', async () => {
    await page.goto(`${copy.url}#/en/first-steps/authorize`)
    await page.getByRole('button', { name: en.task.open.docs }).click()
    const docs = page.frameLocator('bp-docs-panel iframe')
    await docs.getByText('/items/').click()
    await docs.getByRole('button', { name: 'Execute' }).click()
    await docs.locator('.live-responses-table .response-col_status').getByText('401').waitFor()
  })

  test('a hard reload finds no host, as the browser says; once all tabs are closed, the page is there when it is opened anew', async () => {
    const session = await context.newCDPSession(page)
    const told = page.waitForEvent('framenavigated', (frame) =>
      frame.url().startsWith('chrome-error'),
    )
    await session.send('Page.reload', { ignoreCache: true })
    await told
    await page.close()
    expect(context.pages()).toEqual([])
    await answers(await open(context, copy.url + INVENT))
  })
})

test('a learner who had the real server goes on in this browser when it is gone', async () => {
  const context = await profile(browser)
  const real = await startRealServer()
  const page = await ready(context, real.url + INVENT)
  expect(await page.getByRole('button', { name: en.mode.real, pressed: true }).count()).toBe(1)
  await real.stop()
  await page.reload()
  await page.getByRole('button', { name: en.mode.browser, pressed: true }).waitFor()
  await answers(page)
  await context.close()
})

describe('a copy', () => {
  let copy: Copy
  let context: BrowserContext
  beforeEach(async () => {
    copy = await startStaticCopy(PATH)
    context = await profile(browser)
  })
  afterEach(async () => {
    await context.close()
    await copy.stop()
  })

  test('is not fetched by who saves data before they ask, is removed by a button, and is not kept again before it is asked for', async () => {
    const saving = await context.newPage()
    await saving.addInitScript(savesData)
    await saving.goto(copy.url + TOOLS)
    await section(saving).getByText(own.unasked['saves-data']).waitFor()
    expect(await cachesOf(saving)).toEqual([])
    await saving.close()

    const page = await ready(context, copy.url + TOOLS)
    await section(page).getByRole('button', { name: own.remove }).click()
    await section(page).getByText(own.unasked.removed).waitFor()
    expect(await cachesOf(page)).toEqual([])
    expect(await mark(page).count()).toBe(0)
    await page.reload()
    await section(page).getByText(own.unasked.removed).waitFor()
    expect(await cachesOf(page)).toEqual([])
    await section(page).getByRole('button', { name: own.keep }).click()
    await mark(page).waitFor()
    await copy.stop()
    await page.reload()
    await page.locator('bp-tools-page h1').waitFor()
  })

  test('that breaks off half-way says so, and goes on where it was', async () => {
    const page = await open(context, copy.url + TOOLS)
    await section(page)
      .getByText(/^Keeping [1-9]/)
      .waitFor()
    await copy.stop()
    await section(page).getByText(own.failed.network).waitFor()
    expect(await mark(page).count()).toBe(0)
    const before = await page.evaluate(async () => {
      const [name] = await caches.keys()
      return (await (await caches.open(name!)).keys()).length
    })
    copy = await startStaticCopy(PATH, { port: copy.port })
    await section(page).getByRole('button', { name: own.again }).click()
    await mark(page).waitFor()
    const files = copy.asked.filter((request) => request.includes('/assets/'))
    expect(before).toBeGreaterThan(0)
    expect(new Set(files).size).toBeLessThan(350 - before)
  })

  test('stays while the host is out of order, does not show itself over another page on the same port, and takes its worker off there', async () => {
    const page = await ready(context, copy.url + INVENT)
    await copy.stop()
    const broken = await onPort(copy.port, 503, 'later')
    await page.reload()
    await page.getByText('later').waitFor()
    await closed(broken)
    await page.goto(`${copy.url}?again${INVENT}`)
    await answers(page)

    const other = await onPort(copy.port, 200, '<title>Another app</title><h1>Another app</h1>')
    await page.reload()
    await page.getByRole('heading', { name: 'Another app' }).waitFor()
    await page.reload()
    const workers = () =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)
    expect(await workers()).toBe(0)
    await closed(other)
  })

  // What a learner meets of it is another page on the same port, as above.
  test.runIf(everyWay)(
    'lets a developer see the page that is being written on the same port',
    async () => {
      const root = await startStaticCopy('/')
      const page = await ready(context, root.url + INVENT)
      await root.stop()
      const vite = await createVite({
        configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
        logLevel: 'silent',
        server: { port: root.port, strictPort: true, host: '127.0.0.1' },
      })
      await vite.listen()
      try {
        await page.reload({ waitUntil: 'commit' })
        await page.locator('script[src*="@vite/client"]').waitFor({ state: 'attached' })
        await page.locator('bp-lesson-page h1').waitFor()
      } finally {
        await vite.close()
      }
    },
  )
})

describe('a newer version', () => {
  let newer: string
  let copy: Copy
  let context: BrowserContext
  beforeAll(async () => {
    newer = await nextBuild()
  })
  afterAll(() => rm(newer, { recursive: true, force: true }))
  beforeEach(async () => {
    copy = await startStaticCopy(PATH)
    context = await profile(browser)
  })
  afterEach(async () => {
    await context.close()
    await copy.stop()
  })

  /** The host has the newer version from now on, and not the files of the one before. */
  async function updated() {
    await copy.stop()
    copy = await startStaticCopy(PATH, { port: copy.port, root: newer })
  }

  const version = (page: Page) =>
    page.evaluate(() => document.querySelector<HTMLScriptElement>('script[type=module]')!.src)

  test('leaves open pages as they are, is offered quietly, and comes with the reload', async () => {
    const page = await ready(context, copy.url + INVENT)
    const other = await ready(context, copy.url + TOOLS)
    await answers(page)
    const before = await version(page)
    await updated()
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await notice(page).waitFor()
    // What was on the bench is still there, and what the host has no more is found in the copy.
    expect((await bench(page).answer()).body).toBe('{"token":"of-mine"}')
    await page.getByRole('button', { name: en.keys.open }).click()
    await page.getByRole('dialog').getByText(keysWords.en.title).first().waitFor()
    await page.keyboard.press('Escape')
    await answers(page)
    await page.getByRole('button', { name: own.update.now }).click()
    await expect.poll(() => version(page)).not.toBe(before)
    // The journal comes along, its two requests and the one that follows.
    await answers(page)
    await page.getByRole('tab', { name: en.tabs.journal }).click()
    await expect.poll(() => page.locator('bp-journal li').count()).toBe(3)
    expect(await notice(page).count()).toBe(0)
    expect(await version(other)).toBe(before)
    // Both are kept: the host may go, and the newer one is shown.
    await copy.stop()
    await page.reload()
    await answers(page)
    expect(await version(page)).not.toBe(before)
  })

  test('that breaks off half-way is not offered, and the old copy is shown without the host', async () => {
    const page = await ready(context, copy.url + INVENT)
    const before = await version(page)
    await updated()
    await context.route(/Newer000/, (route) => route.abort())
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await expect
      .poll(() =>
        page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting),
      )
      .toBeTruthy()
    await copy.stop()
    await page.reload()
    await answers(page)
    expect(await version(page)).toBe(before)
    expect(await notice(page).count()).toBe(0)
  })
})
