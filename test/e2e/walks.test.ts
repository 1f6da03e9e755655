/** Lessons 2 and 3 from end to end: both responders, both languages, by mouse and by keys. */

import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violations } from './support/axe.ts'
import { type Playground, startRealServer, startStaticCopy } from './support/playground.ts'
import { launch, visit } from './support/visit.ts'
import { WORDS } from './support/walk.ts'
import { CURRENT_USER } from './support/walks/current-user.ts'
import { PASSWORD_FLOW } from './support/walks/password-flow.ts'
import { reachByKeys, reachByMouse } from './support/walks/reach.ts'

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

const HANDS = { mouse: reachByMouse, keyboard: reachByKeys }

describe.each([
  { lesson: 'current-user', number: 2, steps: CURRENT_USER },
  { lesson: 'password-flow', number: 3, steps: PASSWORD_FLOW },
])('$lesson', ({ lesson, number, steps }) => {
  test.each([
    { mode: 'real', language: 'en', hand: 'keyboard', theme: 'light' },
    { mode: 'browser', language: 'ko', hand: 'mouse', theme: 'dark' },
  ] as const)(
    'every task is done: $mode, $language, by $hand',
    async ({ mode, language, hand: kind, theme }) => {
      const words = WORDS[language]
      const address = `${playgrounds[mode]!.url}#/${language}/${lesson}`
      const { page, leave } = await visit(browser, address, { colorScheme: theme })
      await page.getByRole('button', { name: words.mode[mode], pressed: true }).waitFor()
      const hand = HANDS[kind](page, language)
      const problems: string[] = []

      for (const [index, { page: id, act }] of steps.entries()) {
        await page.locator(`bp-lesson-page[page="${id}"]`).waitFor()
        await act(hand)
        const card = page.locator('bp-task-card')
        if (await card.count()) await card.locator('.kind.done').waitFor()
        problems.push(...(await violations(page)).map((problem) => `${id}: ${problem}`))
        if (index < steps.length - 1) await hand.next()
      }
      expect(problems).toEqual([])
      const tasks = steps.length - 1
      await page.getByText(words.progress(number, tasks, tasks)).waitFor()
      await leave()
    },
    120_000,
  )
})
