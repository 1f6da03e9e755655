/** A lesson shown to a room, and the presenter's own window, as two pages of one browser. */

import type { Page } from 'playwright'
import { expect } from 'vitest'
import { presentWords } from '../../../web/words/present.ts'

/** Shows the lesson that is open, by its key. */
export async function showToRoom(page: Page): Promise<void> {
  await page.locator('bp-lesson-page h1').waitFor()
  await page.keyboard.press('f')
  await page.getByRole('dialog', { name: presentWords.en.title }).waitFor()
}

/** Opens the presenter's window from the room's, by its key; it is there once it leads. */
export async function openPresenter(room: Page): Promise<Page> {
  const [presenter] = await Promise.all([room.waitForEvent('popup'), room.keyboard.press('o')])
  await presenter.getByText(presentWords.en.presenter.leads).waitFor()
  await presenter.locator('bp-presenter .notes').waitFor()
  return presenter
}

/** What the presenter's window says of where the room is. */
export async function placeIn(presenter: Page): Promise<string> {
  const texts = await presenter.locator('bp-presenter :is(#notes, .now, .then)').allInnerTexts()
  return texts.join('\n')
}

/** Presses a key in the presenter's window, and waits until the room is at something else; gives that place. */
export async function lead(presenter: Page, key: string): Promise<string> {
  const before = await placeIn(presenter)
  let place = before
  await presenter.keyboard.press(key)
  await expect.poll(async () => (place = await placeIn(presenter))).not.toBe(before)
  return place
}

/** All that can be read of the room's picture by any means: text, attributes, and, where it is heard too, what a screen reader is told. */
export async function readIn(page: Page, selector: string, isHeard = true): Promise<string> {
  const drawn = await page.locator(selector).evaluate((root) => {
    const read = (node: Node): string => {
      if (node instanceof Text) return node.data
      if (node instanceof Element && node.matches('style, script')) return ''
      const attributes =
        node instanceof Element ? [...node.attributes].map(({ value }) => value) : []
      const tree = (node instanceof Element && node.shadowRoot) || node
      const slotted = node instanceof HTMLSlotElement ? node.assignedNodes() : []
      return [...attributes, ...[...tree.childNodes, ...slotted].map(read)].join('\n')
    }
    return read(root)
  })
  if (!isHeard) return drawn
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  return `${drawn}\n${JSON.stringify(nodes.map(({ name, value, description }) => [name?.value as unknown, value?.value as unknown, description?.value as unknown]))}`
}
