/** The Korean font that comes with the page: there for whoever has none, a slice at a time. */

import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { course } from '../../lessons/index.ts'
import type { MachineFonts } from '../support/machine-fonts.ts'
import { jumps, passTime, watchJumps } from './support/jumps.ts'
import { type Playground, startStaticCopy } from './support/playground.ts'
import { closeProfiles, sharedBrowser } from './support/visit.ts'

const SLICE = /\/noto-sans-kr-[^/]*\.woff2$/
const SHEET = /\/(korean-font|wght)-[^/]*\.css$/

let copy: Playground
/** By the fonts of its machine. */
const browsers: Partial<Record<MachineFonts, Browser>> = {}
let context: BrowserContext | undefined

beforeAll(async () => {
  copy = await startStaticCopy('/a/copy/')
})
afterEach(async () => {
  await context?.close()
})
afterAll(async () => {
  await Promise.all(Object.values(browsers).map(closeProfiles))
  await copy?.stop()
})

/** Opens a page on a machine with these fonts, and gives the files that it asks for, as they are asked for. */
async function open(hash: string, fonts: MachineFonts, screen: BrowserContextOptions = {}) {
  const browser = (browsers[fonts] ??= await sharedBrowser([], fonts))
  // The offline copy has all slices of the course, whatever the page needs.
  context = await browser.newContext({ serviceWorkers: 'block', ...screen })
  const files: string[] = []
  context.on('request', (request) => files.push(new URL(request.url()).pathname))
  const page = await context.newPage()
  const url = copy.url + hash
  return { page, files, url, slices: () => files.filter((file) => SLICE.test(file)) }
}

const heading = (page: Page) => page.locator('bp-lesson-page h1, bp-start-page h1')

test('a machine with a Korean font of its own fetches no slice', async () => {
  const { page, url, slices } = await open('#/ko/first-steps', 'a Korean font that the page names')
  await page.goto(url)
  await heading(page).waitFor()
  await page.waitForLoadState('networkidle')
  expect(slices()).toEqual([])
})

test('without a Korean font the first Korean page brings all slices of the course, and no later page one; a letter that is in none of them brings one whole slice', async () => {
  const { page, files, url, slices } = await open('#/ko', 'no Korean font')
  await page.goto(url)
  await heading(page).waitFor()
  await page.waitForLoadState('networkidle')
  const first = slices()
  expect(first).not.toEqual([])
  // The letters of all pages are the same slices: in each lesson one is turned to, and its recapitulation.
  for (const { slug, load } of course) {
    const { pages } = await load()
    for (const { id } of [pages[1]!, pages.at(-1)!]) {
      const hash = `#/ko/${slug}/${id}`
      await page.evaluate((hash) => (location.hash = hash), hash)
      await page.waitForFunction((hash) => location.hash === hash, hash)
      await page.locator(`bp-lesson-page[page="${id}"]`).waitFor()
    }
  }
  await page.waitForLoadState('networkidle')
  expect(slices()).toEqual(first)

  expect(files.filter((file) => SHEET.test(file))).toHaveLength(1)
  const write = (letters: string) => page.evaluate((text) => document.body.append(text), letters)
  await write('뷁')
  // One slice has none, and says by that that the others are wanted.
  await expect.poll(() => slices().length, { timeout: 20_000 }).toBe(first.length + 2)
  await page.waitForLoadState('networkidle')
  const drawn = () =>
    page.evaluate(async () => {
      const faces = await document.fonts.load('16px "Noto Sans KR Variable"', '뷁')
      return faces.at(-1)?.status
    })
  expect(await drawn()).toBe('loaded')
  // A letter of the course is in the course's slices for good.
  await write('뷁 그리고 안녕')
  await page.waitForLoadState('networkidle')
  expect(slices()).toHaveLength(first.length + 2)
})

test('an English page loads no Korean style sheet, and slices for no more than the name of the language', async () => {
  const { page, files, url, slices } = await open('#/en/jwt', 'no Korean font')
  await page.goto(url)
  await heading(page).waitFor()
  await page.waitForLoadState('networkidle')
  expect(slices()).toHaveLength(2)
  expect(files.filter((file) => SHEET.test(file))).toEqual([])
  // From there to Korean: its letters are there with its words.
  await page.getByRole('link', { name: '한국어' }).click()
  await page.locator('bp-playground-app:lang(ko)').waitFor()
  expect(await page.evaluate(() => document.fonts.status)).toBe('loaded')
  expect(slices().length).toBeGreaterThan(10)
})

test.each(['#/ko', '#/ko/first-steps/knock'])(
  'slices that are late for %j keep the text waiting only so long, and move nothing when they come',
  async (hash) => {
    const { page, url, slices } = await open(hash, 'Unifont, in whose place the page has its own', {
      viewport: { width: 390, height: 844 },
    })
    let release = () => {}
    const released = new Promise<void>((resolve) => (release = resolve))
    await page.route(SLICE, async (route) => {
      await released
      await route.continue()
    })
    await watchJumps(page)
    await page.goto(url, { waitUntil: 'commit' })
    // A few are for the words that stand there while the page is loaded.
    await expect.poll(() => slices().length, { timeout: 20_000 }).toBeGreaterThan(12)
    expect(await heading(page).count()).toBe(0)
    await passTime(page)
    await heading(page).waitFor()
    release()
    await page.waitForLoadState('networkidle')
    expect(await jumps(page)).toBeLessThanOrEqual(0.02)
  },
)

test('a text is there although no slice can be had', async () => {
  const { page, url } = await open('#/ko/first-steps', 'no Korean font')
  await page.route(SLICE, (route) => route.abort())
  await page.goto(url)
  await heading(page).waitFor()
})
