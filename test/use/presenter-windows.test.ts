/** The room's window and the presenter's in one browser: reloads, a second presenter, and a copy next door. */

import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { opened } from '../e2e/support/opened.ts'
import { startStaticCopy } from '../e2e/support/playground.ts'
import { lead, openPresenter, placeIn, showToRoom } from '../e2e/support/rooms.ts'
import { visit } from '../e2e/support/visit.ts'
import { presentWords } from '../../web/words/present.ts'

const { en } = presentWords
const here = opened(startStaticCopy)

/** One lesson that is shown to a room by both windows, for all tests. */
let room: Page
let presenter: Page
let leave: () => Promise<void>
beforeAll(async () => {
  ;({ page: room, leave } = await visit(here.browser, `${here.playground.url}#/en/jwt/three-parts`))
  await showToRoom(room)
  presenter = await openPresenter(room)
})
afterAll(() => leave?.())

test('notes come into the room’s picture while a key is held, and not otherwise', async () => {
  const notes = room.getByRole('region', { name: en.notes })
  expect(await notes.count()).toBe(0)
  await room.bringToFront()
  await room.keyboard.down('i')
  await notes.getByText('Show the answer').waitFor()
  await room.keyboard.up('i')
  await notes.waitFor({ state: 'detached' })
  expect(await presenter.locator('bp-presenter .notes').innerText()).toContain('Show the answer')
})

test('the presenter is told when the room goes back to its workbench, and when it is there again', async () => {
  await presenter.keyboard.press('f')
  await room.locator('bp-room').waitFor({ state: 'detached' })
  await presenter.getByText(en.presenter.left).waitFor()
  await room.keyboard.press('f')
  await presenter.getByText(en.presenter.leads).waitFor()
})

test('either window is loaded anew, and the lesson goes on where it was', async () => {
  for (let step = 0; step < 2; step++) await lead(presenter, 'ArrowRight')
  for (const key of ['3', '3', '1']) await presenter.keyboard.press(key)
  const hands = room.locator('bp-room-vote .hands')
  await expect.poll(() => hands.allInnerTexts()).toEqual(['1', '0', '2'])
  const place = await placeIn(presenter)
  const notes = presenter.locator('bp-presenter .notes')
  expect(await notes.getAttribute('lang')).toBe('en')
  await presenter.keyboard.press('l')
  await expect.poll(() => notes.getAttribute('lang')).toBe('ko')

  await presenter.reload()
  await presenter.getByText(en.presenter.leads).waitFor()
  await expect.poll(() => placeIn(presenter)).toBe(place)
  // The language of the notes was chosen once.
  expect(await notes.getAttribute('lang')).toBe('ko')
  expect(await notes.innerText()).toContain('응답을 먼저 보여 주고')
  await presenter.getByRole('button', { name: en.presenter.sameNotes }).click()
  await expect.poll(() => notes.innerText()).toContain('Show the answer')

  await room.reload()
  await room.getByRole('dialog', { name: en.title }).waitFor()
  await expect.poll(() => hands.allInnerTexts()).toEqual(['1', '0', '2'])
  await presenter.getByText(en.presenter.leads).waitFor()
  await expect.poll(() => placeIn(presenter)).toBe(place)
  await lead(presenter, 'ArrowRight')
  await room.locator('bp-room-message').waitFor()
})

test('a second presenter’s window leads nothing until it takes over', async () => {
  const second = await room.context().newPage()
  await second.goto(`${here.playground.url}#/en/presenter`)
  await second.getByText(en.presenter.other).waitFor()
  const place = await placeIn(presenter)
  await second.keyboard.press('ArrowRight')
  await second.getByRole('button', { name: en.presenter.takeOver }).click()
  await presenter.getByText(en.presenter.other).waitFor()
  // What it asked for before was not done.
  expect(await placeIn(presenter)).toBe(place)
  await lead(second, 'ArrowRight')
  await expect.poll(() => placeIn(presenter)).not.toBe(place)
})
