/** Lesson 1 from end to end: both responders, both languages, by mouse and by keys. */

import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violations } from './support/axe.ts'
import { type Playground, startRealServer, startStaticCopy } from './support/playground.ts'
import { launch, visit } from './support/visit.ts'
import { keyboard, mouse, WALK, WORDS } from './support/walk.ts'

let browser: Browser
const playgrounds: Partial<Record<'real' | 'browser', Playground>> = {}

beforeAll(async () => {
  browser = await launch()
  playgrounds.real = await startRealServer()
  playgrounds.browser = await startStaticCopy('/a/copy/')
})

afterAll(async () => {
  await browser?.close()
  await Promise.all(Object.values(playgrounds).map(({ stop }) => stop()))
})

const HANDS = { mouse, keyboard }

describe.each([
  { mode: 'real', language: 'en', hand: 'mouse', theme: 'light' },
  { mode: 'browser', language: 'ko', hand: 'mouse', theme: 'dark' },
  { mode: 'real', language: 'ko', hand: 'keyboard', theme: 'dark' },
  { mode: 'browser', language: 'en', hand: 'keyboard', theme: 'light' },
] as const)('$mode, $language, by $hand', ({ mode, language, hand: kind, theme }) => {
  test(`every task of lesson 1 is done and the place is found again`, async () => {
    const words = WORDS[language]
    const { page, leave } = await visit(
      browser,
      `${playgrounds[mode]!.url}#/${language}/first-steps`,
      {
        colorScheme: theme,
      },
    )
    await page.getByRole('button', { name: words.mode[mode], pressed: true }).waitFor()
    const hand = HANDS[kind](page, language)
    const problems: string[] = []

    for (const [index, { page: id, act }] of WALK.entries()) {
      expect(new URL(page.url()).hash).toBe(`#/${language}/first-steps/${id}`)
      await act(hand)
      const card = page.locator('bp-task-card')
      if (await card.count())
        await card.getByText(words.task.done, { exact: false }).first().waitFor()
      problems.push(...(await violations(page)).map((problem) => `${id}: ${problem}`))
      if (index < WALK.length - 1) {
        await hand.next()
        await page.waitForURL(`**/first-steps/${WALK[index + 1]!.page}`)
        await page.locator(`bp-lesson-page[page="${WALK[index + 1]!.page}"]`).waitFor()
      }
    }
    expect(problems).toEqual([])
    await page.getByText(words.progress(1, 7, 7)).waitFor()

    await page.reload()
    await page.getByText(words.progress(1, 7, 7)).waitFor()
    expect(new URL(page.url()).hash).toBe(`#/${language}/first-steps/recap`)
    await leave()
  }, 60_000)
})
