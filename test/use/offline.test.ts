/** A learner whose host is gone: on the train, in a class without a network, with a teacher's stick pulled out. */

import { rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import { createServer as createVite } from 'vite'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { offlineWords } from '../../web/words/offline.ts'
import { keysWords } from '../../web/words/keys.ts'
import { bench } from '../e2e/support/bench.ts'
import { nextBuild } from '../e2e/support/next-build.ts'
import { startRealServer, startStaticCopy } from '../e2e/support/playground.ts'
import { launch, profile } from '../e2e/support/visit.ts'
import { type Language, WORDS } from '../e2e/support/walk.ts'

const own = offlineWords.en
const { en } = WORDS
const PATH = '/a/copy%20(1)/'
const INVENT = '#/en/first-steps/invent'
const TOOLS = '#/en/tools'

let browser: Browser
let context: BrowserContext
let copy: Awaited<ReturnType<typeof startStaticCopy>>

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

beforeEach(async () => {
  copy = await startStaticCopy(PATH)
  context = await profile(browser)
})
afterEach(async () => {
  await context.close()
  await copy.stop()
})

const mark = (page: Page) => page.locator('bp-offline-mark a')
const section = (page: Page) => page.locator('bp-offline-section')
const notice = (page: Page) => page.getByText(own.update.says)

async function open(hash: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(copy.url + hash)
  return page
}

/** A page that says it is ready. */
async function ready(hash = INVENT): Promise<Page> {
  const page = await open(hash)
  await mark(page).waitFor()
  return page
}

/** A page that says it is ready, whose host is then gone. */
async function stranded(hash = INVENT): Promise<Page> {
  const page = await ready(hash)
  await copy.stop()
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

/** Another host on the same port. */
async function onPort(port: number, body: string): Promise<Server> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(body)
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  return server
}

const closed = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

describe('with the host gone', () => {
  test('a reload shows the lesson, and it answers', async () => {
    const page = await stranded()
    await page.reload()
    await answers(page)
  })

  test('a second tab, in the other language, shows a lesson that was never opened', async () => {
    await stranded()
    const page = await open('#/ko/jwt')
    await page
      .locator('bp-lesson-page h1')
      .filter({ hasText: /\p{Script=Hangul}/u })
      .waitFor()
    const third = await open(INVENT.replace('en', 'ko'))
    await answers(third, 'ko')
  })

  test('all tabs can be closed, and the page is there when it is opened anew', async () => {
    const page = await stranded()
    await page.goto('about:blank')
    await page.close()
    await answers(await open(INVENT))
  })

  test('a browser that has stopped the idle worker starts it again', async () => {
    const page = await stranded()
    const session = await context.newCDPSession(page)
    await session.send('ServiceWorker.enable')
    await session.send('ServiceWorker.stopAllWorkers')
    await page.reload()
    await answers(page)
  })

  test('a hard reload finds no host, as the browser says, and the next reload finds the copy', async () => {
    const page = await stranded()
    const session = await context.newCDPSession(page)
    const told = page.waitForEvent('framenavigated', (frame) =>
      frame.url().startsWith('chrome-error'),
    )
    await session.send('Page.reload', { ignoreCache: true })
    await told
    await answers(await open(INVENT))
  })

  test('the docs page is there, and Try it out answers', async () => {
    const page = await stranded('#/en/first-steps/authorize')
    await page.reload()
    await page.getByRole('button', { name: en.task.open.docs }).click()
    const docs = page.frameLocator('bp-docs-panel iframe')
    await docs.getByText('/items/').click()
    await docs.getByRole('button', { name: 'Execute' }).click()
    await docs.locator('.live-responses-table .response-col_status').getByText('401').waitFor()
  })

  test('a learner who had the real server goes on in this browser', async () => {
    const real = await startRealServer()
    const page = await context.newPage()
    await page.goto(real.url + INVENT)
    await mark(page).waitFor()
    expect(await page.getByRole('button', { name: en.mode.real, pressed: true }).count()).toBe(1)
    await real.stop()
    await page.reload()
    await page.getByRole('button', { name: en.mode.browser, pressed: true }).waitFor()
    await answers(page)
  })
})

describe('a copy', () => {
  test('is removed by a button, and is not kept again before it is asked for', async () => {
    const page = await ready(TOOLS)
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

  test('is not fetched by who saves data, before they ask', async () => {
    await context.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
    )
    const page = await open(TOOLS)
    await section(page).getByText(own.unasked['saves-data']).waitFor()
    expect(await cachesOf(page)).toEqual([])
    await section(page).getByRole('button', { name: own.keep }).click()
    await mark(page).waitFor()
  })

  test('that breaks off half-way says so, and goes on where it was', async () => {
    const page = await open(TOOLS)
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

  test('does not show itself over another page on the same port, and takes its worker off', async () => {
    const page = await stranded()
    const other = await onPort(copy.port, '<title>Another app</title><h1>Another app</h1>')
    await page.reload()
    await page.getByRole('heading', { name: 'Another app' }).waitFor()
    await page.reload()
    const workers = () =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)
    expect(await workers()).toBe(0)
    await closed(other)
  })

  test('stays while the host is out of order', async () => {
    const page = await ready()
    await copy.stop()
    const broken = createServer((_, response) => response.writeHead(503).end('later')).listen(
      copy.port,
      '127.0.0.1',
    )
    await once(broken, 'listening')
    await page.reload()
    await page.getByText('later').waitFor()
    await closed(broken)
    await page.goto(`${copy.url}?again${INVENT}`)
    await answers(page)
  })

  test('lets a developer see the page that is being written on the same port', async () => {
    const root = await startStaticCopy('/')
    const page = await context.newPage()
    await page.goto(root.url + INVENT)
    await mark(page).waitFor()
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
  })
})

describe('a newer version', () => {
  let newer: string
  beforeAll(async () => {
    newer = await nextBuild()
  })
  afterAll(() => rm(newer, { recursive: true, force: true }))

  /** The host has the newer version from now on, and not the files of the one before. */
  async function updated() {
    await copy.stop()
    copy = await startStaticCopy(PATH, { port: copy.port, root: newer })
  }

  const version = (page: Page) =>
    page.evaluate(() => document.querySelector<HTMLScriptElement>('script[type=module]')!.src)

  test('leaves open pages as they are, is offered quietly, and comes with the reload', async () => {
    const page = await ready()
    const other = await ready(TOOLS)
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
    const page = await ready()
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
