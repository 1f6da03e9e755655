/** The keys of the page, in a dialog. */

import { expect, onTestFinished, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import '../../../web/app/keys-dialog.ts'
import { areSingleKeysOn } from '../../../web/app/single-keys.ts'
import { en } from '../../../web/words/en.ts'
import { keysWords } from '../../../web/words/keys.ts'
import { all, BOTH, byRole, expectAccessible, mount, one, textIn } from '../../support/fixture.ts'

const dialogIn = (element: Element) => one(element, 'dialog')

test('lists every key with its meaning', async () => {
  const element = await mount('bp-keys-dialog', { words: en })
  const listed = all(element, 'dt').map((key) => [textIn(key), textIn(key.nextElementSibling!)])
  expect(listed).toEqual(keysWords.en.list)
})

test('is closed until it is opened, and closed again by Escape and by its button', async () => {
  const element = await mount('bp-keys-dialog', { words: en })
  const dialog = dialogIn(element)
  expect(dialog.open).toBe(false)

  element.open()
  element.open()
  expect(dialog.open).toBe(true)
  await userEvent.keyboard('{Escape}')
  expect(dialog.open).toBe(false)

  element.open()
  byRole(dialog, 'button', keysWords.en.close)[0]!.click()
  expect(dialog.open).toBe(false)
})

test('leads to the lesson for the room, and is closed then', async () => {
  const element = await mount('bp-keys-dialog', { words: en })
  let wished = 0
  element.addEventListener('present', () => wished++)
  element.open()
  byRole(dialogIn(element), 'button', keysWords.en.present)[0]!.click()
  expect([wished, dialogIn(element).open]).toEqual([1, false])
})

test('turns the keys without Ctrl off and on, and remembers it', async () => {
  onTestFinished(() => localStorage.clear())
  const element = await mount('bp-keys-dialog', { words: en })
  element.open()
  onTestFinished(() => dialogIn(element).close())
  const box = one(element, 'input[type=checkbox]', HTMLInputElement)
  expect(box.checked).toBe(true)
  box.click()
  expect(areSingleKeysOn()).toBe(false)
  const another = await mount('bp-keys-dialog', { words: en })
  expect(one(another, 'input[type=checkbox]', HTMLInputElement).checked).toBe(false)
  box.click()
  expect(areSingleKeysOn()).toBe(true)
})

test.each(BOTH)('is accessible in $language', async ({ words }) => {
  const element = await mount('bp-keys-dialog', { words })
  element.open()
  await expectAccessible(element)
  dialogIn(element).close()
})
