/** The columns of a lesson: dragged by a mouse, moved by keys, kept for the next visit, one of them alone. */

import type { BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { columnsWords } from '../../web/words/columns.ts'
import { bench } from '../e2e/support/bench.ts'
import { startStaticCopy } from '../e2e/support/playground.ts'
import { opened } from '../e2e/support/opened.ts'
import { savesData } from '../e2e/support/saves-data.ts'
import { profile } from '../e2e/support/visit.ts'

const words = columnsWords.en
const LESSON = '#/en/jwt/three-parts'

/** What each column needs at least, in pixels. */
const LEAST = { lesson: 220, bench: 360, server: 280 }

/** How far an arrow key moves a bar, in pixels. */
const STEP = 16

const here = opened(startStaticCopy)
let context: BrowserContext
/** One page for all tests, with the widths that are its own at the beginning of each. */
let page: Page

beforeAll(async () => {
  context = await profile(here.browser)
  await context.addInitScript(savesData)
  page = await open()
})
afterAll(() => context?.close())

async function open(): Promise<Page> {
  const opened = await context.newPage()
  await opened.goto(here.playground.url + LESSON)
  await bar(opened, 'lesson').waitFor()
  await opened.locator('bp-code-view li').first().waitFor()
  return opened
}

const bar = (page: Page, name: 'lesson' | 'server') =>
  page.getByRole('separator', { name: words[name] })

/** How wide a column is, in pixels; 0 for one that is not there. */
const width = async (page: Page, column: keyof typeof LEAST) =>
  Math.round((await page.locator(`#${column}`).boundingBox())?.width ?? 0)

/** Drags a bar sideways by so many pixels, as a hand does: down, some moves, up. */
async function drag(page: Page, name: 'lesson' | 'server', by: number) {
  const { x, y, width: own, height } = (await bar(page, name).boundingBox())!
  const [from, at] = [x + own / 2, y + height / 2]
  await page.mouse.move(from, at)
  await page.mouse.down()
  await page.mouse.move(from + by, at, { steps: 4 })
  await page.mouse.up()
}

test('a reader drags the code wider, and a double click gives the page’s own width back', async () => {
  const before = await width(page, 'server')
  await drag(page, 'server', -120)
  expect(await width(page, 'server')).toBe(before + 120)
  await bar(page, 'server').dblclick()
  expect(await width(page, 'server')).toBe(before)
})

test('a bar that is dragged too far leaves the other columns what they need', async () => {
  await drag(page, 'lesson', 1200)
  expect(await width(page, 'bench')).toBeGreaterThanOrEqual(LEAST.bench)
  expect(await width(page, 'server')).toBeGreaterThanOrEqual(LEAST.server)
  await drag(page, 'lesson', -1200)
  expect(await width(page, 'lesson')).toBe(LEAST.lesson)
  const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(await beyond()).toBe(0)
  await bar(page, 'lesson').dblclick()
})

test('a reader without a mouse moves a bar by arrows, to its ends, and folds the column away', async () => {
  const before = await width(page, 'lesson')
  await bar(page, 'lesson').focus()
  const after = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
    return width(page, 'lesson')
  }
  expect(await after('ArrowRight', 'ArrowRight')).toBe(before + 2 * STEP)
  expect(await after('ArrowLeft')).toBe(before + STEP)
  expect(await after('Home')).toBe(LEAST.lesson)
  const value = async (of: 'now' | 'max') =>
    Number(await bar(page, 'lesson').getAttribute(`aria-value${of}`))
  const most = await value('max')
  expect(await after('End')).toBe(most)
  expect(await value('now')).toBe(most)
  expect(await after('Enter')).toBe(0)
  expect(await after('Enter')).toBe(before)
})

describe('the key 8', () => {
  /** How many letters fit in a line of the code, not rounded. */
  const letters = (page: Page) =>
    page.locator('bp-code-view').evaluate((view) => {
      const line = view.shadowRoot!.querySelector('li')!
      const range = document.createRange()
      range.selectNodeContents(line)
      const letter = range.getBoundingClientRect().width / line.innerText.length
      return (view as HTMLElement & { lineRoom: number }).lineRoom / letter
    })

  test('gives the code 80 columns, no more than it needs, and takes them back', async () => {
    const before = await width(page, 'server')
    expect(await letters(page)).toBeLessThan(80)
    await page.keyboard.press('8')
    const given = await letters(page)
    expect(given).toBeGreaterThanOrEqual(80)
    expect(given).toBeLessThan(81)
    await page.keyboard.press('8')
    expect(await width(page, 'server')).toBe(before)
  })
})

test('a column that has all the room scrolls by itself: the page around it does not', async () => {
  for (const viewport of [
    { width: 1280, height: 720 },
    { width: 1024, height: 768 },
  ]) {
    await page.setViewportSize(viewport)
    for (const column of ['lesson', 'bench', 'server'] as const) {
      await page.getByRole('button', { name: words.room[column] }).click()
      const beyond = await page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement
        return [scrollWidth - innerWidth, scrollHeight - innerHeight]
      })
      expect(beyond, `${column}, ${viewport.width} px`).toEqual([0, 0])
      const sides = await page
        .locator('.workspace')
        .evaluate((workspace) => [
          workspace.getBoundingClientRect().right,
          ...Array.from(
            workspace.querySelectorAll('bp-splitter'),
            (bar) => bar.getClientRects().length,
          ),
        ])
      expect(sides, `${column}, ${viewport.width} px`).toEqual([viewport.width, 0, 0])
      await page.getByRole('button', { name: words.back }).click()
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 })
})

test('the key z gives all the room to the column in use, and what is sent ends that', async () => {
  const shown = async () => {
    const widths = { lesson: 0, bench: 0, server: 0 }
    for (const name of ['lesson', 'bench', 'server'] as const)
      widths[name] = await width(page, name)
    return Object.keys(widths).filter((name) => widths[name as keyof typeof widths] > 0)
  }
  await page.locator('bp-code-view .code').focus()
  await page.keyboard.press('z')
  expect(await shown()).toEqual(['server'])
  await page.keyboard.press('z')
  expect(await shown()).toEqual(['lesson', 'bench', 'server'])

  await page.getByRole('button', { name: words.room.lesson }).click()
  expect(await shown()).toEqual(['lesson'])
  await page.keyboard.press('r')
  expect(await shown()).toEqual(['lesson', 'bench', 'server'])
  await page.keyboard.press('Escape')
  await bench(page).send({ method: 'GET', path: '/users/me/' })
})

test('a reader drags the lesson wider, and finds it so after a reload and in a second tab', async () => {
  const before = await width(page, 'lesson')
  await drag(page, 'lesson', 100)
  expect(await width(page, 'lesson')).toBe(before + 100)

  await page.reload()
  await bar(page, 'lesson').waitFor()
  expect(await width(page, 'lesson')).toBe(before + 100)
  expect(await width(await open(), 'lesson')).toBe(before + 100)
})
