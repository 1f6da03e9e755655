/** What lessons 2 and 3 ask of a hand beyond lesson 1, by mouse or on the keys alone. */

import type { Page } from 'playwright'
import { answered, type Hand, keyboard, mouse, tabTo, WORDS } from '../walk.ts'

export interface Reach extends Hand {
  method: (name: string) => Promise<void>
  /** Writes down what was read out of a token, and lets the server read it too. */
  read: (text: string) => Promise<void>
  /** Executes `GET /users/me` in the docs page, once it has a token; the keys have closed its dialog by then. */
  executeInDocs: () => Promise<void>
  replay: () => Promise<void>
}

/** A step of a walk: a page, and what is done on it. */
export interface Step {
  page: string
  act: (hand: Reach) => Promise<void>
}

const docsOf = (page: Page) => page.frameLocator('bp-docs-panel iframe')

export function reachByMouse(page: Page, language: keyof typeof WORDS): Reach {
  const { form, task } = WORDS[language]
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  return {
    ...mouse(page, language),
    method: (name) => page.getByLabel(form.method, { exact: true }).fill(name),
    read: async (text) => {
      await page.getByLabel(task.reading, { exact: true }).fill(text)
      await answered(page, () => button(task.compare).click())
    },
    executeInDocs: async () => {
      const docs = docsOf(page)
      await docs.locator('button.btn-done').click()
      await docs.locator('button.opblock-summary-control').last().click()
      await answered(page, () => docs.locator('button.execute').click())
    },
    replay: () => answered(page, () => button(task.replay).click()),
  }
}

export function reachByKeys(page: Page, language: keyof typeof WORDS): Reach {
  const { form, task } = WORDS[language]
  const { keyboard: keys } = page
  const write = async (text: string) => {
    await keys.press('ControlOrMeta+A')
    await keys.type(text)
  }
  return {
    ...keyboard(page, language),
    method: async (name) => {
      await keys.press('Escape')
      // The page's first field is the method: Tab comes to it before the path.
      await keys.press('l')
      await tabTo(page, form.method)
      await write(name)
    },
    read: async (text) => {
      await keys.press('l')
      await tabTo(page, 'text', 'type')
      await write(text)
      await tabTo(page, task.compare)
      await answered(page, () => keys.press('Enter'))
    },
    executeInDocs: async () => {
      const docs = docsOf(page)
      await docs.locator('button.opblock-summary-control').last().press('Enter')
      await answered(page, () => docs.locator('button.execute').press('Enter'))
      await keys.press('Escape')
    },
    replay: async () => {
      await keys.press('Escape')
      await keys.press('l')
      await tabTo(page, task.replay)
      await answered(page, () => keys.press('Enter'))
    },
  }
}
