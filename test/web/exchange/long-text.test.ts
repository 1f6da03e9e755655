/** A text that may be very long, folded until asked for. */

import { expect, test } from 'vitest'
import '../../../web/exchange/long-text.ts'
import { all, expectAccessible, mount, one, textIn } from '../../support/fixture.ts'

const more = (characters: number) => `${characters} more`

const show = (text: string) => mount('bp-long-text', { text, moreLabel: more, lessLabel: 'less' })

test.each([0, 1, 240, 279])('a text of %i characters stands there whole', async (length) => {
  const element = await show('x'.repeat(length))
  expect(textIn(element)).toBe('x'.repeat(length))
  expect(all(element, 'button')).toEqual([])
})

test.each([280, 5_000])('a text of %i characters is folded after 240', async (length) => {
  const element = await show('x'.repeat(length))
  expect(textIn(element)).toBe(`${'x'.repeat(240)}… ${length - 240} more`)
})

test('its button opens and closes the fold, and says which', async () => {
  const element = await show('x'.repeat(300))
  const button = one(element, 'button')
  expect(button.getAttribute('aria-expanded')).toBe('false')

  button.click()
  await element.updateComplete
  expect(textIn(element)).toBe(`${'x'.repeat(300)} less`)
  expect(button.getAttribute('aria-expanded')).toBe('true')

  button.click()
  await element.updateComplete
  expect(textIn(element)).toBe(`${'x'.repeat(240)}… 60 more`)
})

test('markup in it stays text', async () => {
  const element = await show('<img src=x onerror=alert(1)>')
  expect(textIn(element)).toBe('<img src=x onerror=alert(1)>')
  expect(all(element, 'img')).toEqual([])
})

test('is accessible', async () => {
  await expectAccessible(await show('x'.repeat(300)))
})
