/** Several tabs of one browser: what one does the others show, and nothing is lost, brought back or mixed up. */

import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import firstSteps from '../../lessons/1-first-steps/lesson.ts'
import { listen } from '../../server/node/listen.ts'
import { bench } from '../e2e/support/bench.ts'
import { savesData } from '../e2e/support/saves-data.ts'
import { closeProfiles, profile, sharedBrowser } from '../e2e/support/visit.ts'
import { WORDS } from '../e2e/support/walk.ts'
import { requiredOf, tasksOf } from '../../web/state/progress.ts'
import { storageWords } from '../../web/words/storage.ts'

// Three pages at once take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const { en, ko } = WORDS
const INVENT = '#/en/first-steps/invent'
const WRONG_SCHEME = '#/en/first-steps/wrong-scheme'
const KEY = 'bearer-playground:/a/'
const TASKS = requiredOf(tasksOf(firstSteps)).length

let browser: Browser
let copies: Awaited<ReturnType<typeof startTwoCopies>>
let origin: string
let context: BrowserContext
let wrong: string[]

/** Serves the built page twice on one origin, at `/a/` and at `/b/`. */
function startTwoCopies() {
  const root = fileURLToPath(new URL('../../dist/web', import.meta.url))
  const files = new Hono()
  for (const path of ['/a/', '/b/']) {
    const rewriteRequestPath = (wanted: string) => wanted.slice(path.length - 1)
    files.get(`${path}*`, serveStatic({ root, rewriteRequestPath }))
  }
  return listen(files, { host: '127.0.0.1', port: 0 })
}

beforeAll(async () => {
  browser = await sharedBrowser()
  copies = await startTwoCopies()
  origin = `http://localhost:${copies.port}`
})
afterAll(async () => {
  await closeProfiles(browser)
  copies?.server.close()
})

/** A browser that was never used; what goes wrong in its tabs fails the test that ends it. */
async function begin() {
  context = await profile(browser)
  await context.addInitScript(savesData)
  wrong = []
}
async function end() {
  await context.close()
  expect(wrong).toEqual([])
}

/** A new tab, once the lesson or the start page can be read there. */
async function open(hash = '', path = '/a/'): Promise<Page> {
  const page = await context.newPage()
  page.on('pageerror', (error) => wrong.push(error.message))
  await page.goto(origin + path + hash)
  await page.locator('bp-lesson-page h1, bp-start-page h1').waitFor()
  return page
}

/** The dots of the lesson's pages that are done. */
const dots = (page: Page) => page.locator('bp-lesson-page .dots .done')

const progress = (page: Page, done: number) =>
  page.getByText(en.progress(1, done, TASKS), { exact: true }).waitFor()

const doInvent = (page: Page) => bench(page).send({ scheme: 'Bearer', token: 'mine' })
const doWrongScheme = (page: Page) => bench(page).send({ scheme: 'Basic', token: 'x' })

const stored = (page: Page, key = KEY) => page.evaluate((name) => localStorage.getItem(name), key)

/** Starts the lesson over, with all that was done in it. */
const startOver = (page: Page) =>
  page.getByRole('button', { name: en.startOver, exact: true }).click()

/** Says yes to what the page asks before it forgets. */
const agree = (page: Page) => page.on('dialog', (dialog) => void dialog.accept())

describe('two tabs', () => {
  let first: Page
  let second: Page
  beforeAll(async () => {
    await begin()
    first = await open(INVENT)
    second = await open(WRONG_SCHEME)
    agree(first)
    agree(second)
  })
  afterAll(end)

  const turnTo = (page: Page, hash: string) => page.goto(`${origin}/a/${hash}`)

  test('show what the other did, and keep both after a reload', async () => {
    await doInvent(first)
    await progress(first, 1)
    await progress(second, 1)
    await doWrongScheme(second)
    await progress(second, 2)
    await progress(first, 2)
    // Each is still where it was.
    expect(new URL(first.url()).hash).toBe(INVENT)
    expect(new URL(second.url()).hash).toBe(WRONG_SCHEME)
    await first.reload()
    await progress(first, 2)
  })

  test('obey when one starts a lesson over, and the older one cannot bring it back', async () => {
    await progress(second, 2)
    await startOver(first)
    await progress(first, 0)
    await progress(second, 0)
    expect(new URL(second.url()).hash).toBe(WRONG_SCHEME)
    // Whatever it writes now.
    await second.keyboard.press('t')
    await second.reload()
    await progress(second, 0)
    await progress(first, 0)
  })

  test('obey when one starts a task again, and the exchanges of both prove nothing any more', async () => {
    for (const page of [first, second]) await turnTo(page, INVENT)
    await doInvent(first)
    await progress(second, 1)
    await doInvent(second)
    await first.getByRole('button', { name: en.task.again }).click()
    await progress(first, 0)
    await progress(second, 0)
    await second.getByText(en.empty.titles.not).waitFor()
    await second.reload()
    await progress(second, 0)
    await doInvent(second)
    await progress(first, 1)
  })

  test('in two languages stay in them; the theme goes along', async () => {
    await startOver(first)
    await turnTo(first, INVENT)
    await turnTo(second, '#/ko/first-steps/invent')
    const theme = (page: Page) => page.evaluate(() => document.documentElement.dataset['theme'])
    const before = await theme(first)
    await first.keyboard.press('t')
    const chosen = await theme(first)
    expect(chosen).toMatch(/^(light|dark)$/)
    expect(chosen).not.toBe(before)
    await second.locator(`html[data-theme="${chosen}"]`).waitFor({ state: 'attached' })
    await doInvent(first)
    await second.getByText(ko.progress(1, 1, TASKS), { exact: true }).waitFor()
    expect(await first.evaluate(() => document.documentElement.lang)).toBe('en')
    expect(await second.evaluate(() => document.documentElement.lang)).toBe('ko')
  })

  test('obey when one forgets everything', async () => {
    await progress(first, 1)
    await turnTo(second, '#/en')
    const forget = second.locator('bp-start-page').getByRole('button')
    await forget.last().click()
    await progress(first, 0)
    await second.reload()
    await second.locator('bp-start-page h1').waitFor()
    expect(await forget.count()).toBe(0)
  })

  test('keep what both did when one of them was put away meanwhile and comes back', async () => {
    await turnTo(second, WRONG_SCHEME)
    await turnTo(first, INVENT)
    await progress(first, 0)
    await first.goto(`${origin}/a/icon.svg`)
    await doWrongScheme(second)
    await first.goBack()
    await progress(first, 1)
    await doInvent(first)
    await progress(second, 2)
  })

  test('and a third that do things in turns lose none of them', async () => {
    await startOver(first)
    await turnTo(first, INVENT)
    const third = await open('#/en/first-steps/two-spellings')
    await bench(third).send({ scheme: 'Bearer', token: 'a' })
    await doInvent(first)
    await doWrongScheme(second)
    await bench(third).send({ scheme: 'bearer', token: 'a' })
    for (const tab of [first, second, third]) await progress(tab, 3)
    await third.reload()
    await progress(third, 3)
    expect(await dots(third).count()).toBe(3)
  })
})

describe('two copies on one origin', () => {
  beforeEach(begin)
  afterEach(end)

  test('do not both take over what an older version kept, and know nothing of each other', async () => {
    const seed = await context.newPage()
    await seed.goto(`${origin}/a/icon.svg`)
    await seed.evaluate(() => {
      const progress = { 'first-steps': { invent: { parts: ['passed'] } } }
      localStorage.setItem('bearer-playground', JSON.stringify({ places: {}, progress }))
    })
    const a = await open(INVENT)
    await progress(a, 1)
    const b = await open(WRONG_SCHEME, '/b/')
    await progress(b, 0)
    await a.getByRole('button', { name: en.task.again }).click()
    await progress(a, 0)
    await doWrongScheme(b)
    await progress(b, 1)
    await a.reload()
    await progress(a, 0)
    await doInvent(a)
    await progress(a, 1)
    await progress(b, 1)
    expect(await stored(a, 'bearer-playground:/b/')).not.toBe(await stored(a))
  })
})

describe('storage', () => {
  beforeEach(begin)
  afterEach(end)

  /** Puts a text where the page keeps its own, before the page is opened. */
  async function seed(text: string) {
    const page = await context.newPage()
    await page.goto(`${origin}/a/icon.svg`)
    await page.evaluate(([key, value]) => localStorage.setItem(key!, value!), [KEY, text])
    await page.close()
  }

  test('that a newer version took over while the page was open is left alone, then and after a reload, and the page says so', async () => {
    const text = '{"version":99,"everything":"elsewhere"}'
    const page = await open(INVENT)
    await seed(text)
    await page.getByText(storageWords.en.newer).waitFor()
    await doInvent(page)
    await progress(page, 1)
    expect(await stored(page)).toBe(text)

    await page.goto(`${origin}/a/#/ko/first-steps/invent`)
    await page.reload()
    await page.getByText(storageWords.ko.newer).waitFor()
    await page.getByText(ko.progress(1, 0, TASKS), { exact: true }).waitFor()
    await bench(page, 'ko').send({ scheme: 'Bearer', token: 'mine' })
    await page.getByText(ko.progress(1, 1, TASKS), { exact: true }).waitFor()
    await page.close({ runBeforeUnload: true })
    const other = await context.newPage()
    await other.goto(`${origin}/a/icon.svg`)
    expect(await stored(other)).toBe(text)
  })

  test('that is full is said, and what fits again is kept', async () => {
    const page = await open(INVENT)
    const other = await context.newPage()
    await other.goto(`${origin}/b/icon.svg`)
    await other.evaluate(() => {
      for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2)) {
        try {
          while (true) localStorage.setItem(`fill-${localStorage.length}`, 'x'.repeat(size))
        } catch {
          // Smaller pieces may still fit.
        }
      }
    })
    await doInvent(page)
    await page.getByText(storageWords.en.full).waitFor()
    await progress(page, 1)
    await other.evaluate(() => {
      for (const key of Object.keys(localStorage)) {
        if (key.startsWith('fill-')) localStorage.removeItem(key)
      }
    })
    await doWrongScheme(page)
    await page.goto(`${origin}/a/${WRONG_SCHEME}`)
    await doWrongScheme(page)
    await progress(page, 2)
    expect(await page.getByText(storageWords.en.full).count()).toBe(0)
    await page.reload()
    await progress(page, 2)
  })

  test('that is damaged keeps what can be read, and what was set aside stays', async () => {
    const damaged =
      '{"version":2,"theme":7,"course":{"lessons":{"first-steps":{"tasks":{"invent":{"parts":["passed"]}}}}}}'
    await seed(damaged)
    const page = await open(INVENT)
    await page.getByText(storageWords.en.salvaged).waitFor()
    await progress(page, 1)
    await page.close()
    await seed('{"version":2,')
    const next = await open(INVENT)
    await next.getByText(storageWords.en.broken).waitFor()
    expect(await stored(next, `${KEY}:set-aside-1`)).toBe(damaged)
    expect(await stored(next, `${KEY}:set-aside-2`)).toBe('{"version":2,')
  })

  test('that may not be touched is done without', async () => {
    await context.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError')
        },
      }),
    )
    const page = await open(INVENT)
    await doInvent(page)
    await page.getByText(storageWords.en.unavailable).waitFor()
    await progress(page, 1)
  })
})
