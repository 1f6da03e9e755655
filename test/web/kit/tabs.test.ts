/** A row of tabs, as the ARIA pattern has it. */

import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Tab } from '../../../web/kit/tabs.ts'
import '../../../web/kit/tabs.ts'
import {
  all,
  byRole,
  expectAccessible,
  focused,
  heard,
  mount,
  one,
  textIn,
} from '../../support/fixture.ts'

const TABS: Tab[] = [
  { id: 'code', label: 'Code' },
  { id: 'journal', label: 'Journal' },
  { id: 'docs', label: 'Docs' },
]

/** Tabs whose owner follows every choice. */
async function show(selected = 'code', tabs = TABS) {
  const element = await mount('bp-tabs', { tabs, selected, label: 'The inside' })
  const chosen = heard<string>(element, 'tab-change')
  element.addEventListener('tab-change', (event) => {
    element.selected = (event as CustomEvent<string>).detail
  })
  return { element, chosen }
}

const buttons = (element: Element) => all<HTMLButtonElement>(element, '[role=tab]')

test('say which is selected, and what each is for', async () => {
  const { element } = await show('journal')
  expect(one(element, '[role=tablist]').ariaLabel).toBe('The inside')
  expect(buttons(element).map(textIn)).toEqual(['Code', 'Journal', 'Docs'])
  expect(buttons(element).map(({ ariaSelected }) => ariaSelected)).toEqual([
    'false',
    'true',
    'false',
  ])
})

test('label their panel, which the owner fills', async () => {
  const { element } = await show('journal')
  element.append('The journal.')
  const panel = one(element, '[role=tabpanel]')
  const selected = buttons(element)[1]!
  expect(panel.getAttribute('aria-labelledby')).toBe(selected.id)
  expect(selected.getAttribute('aria-controls')).toBe(panel.id)
  expect(textIn(panel)).toBe('The journal.')
})

test('are one stop for the Tab key: the selected one', async () => {
  const { element } = await show('docs')
  expect(buttons(element).map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, 0])
})

test('a click selects', async () => {
  const { element, chosen } = await show()
  buttons(element)[2]!.click()
  expect(chosen).toEqual(['docs'])
})

test.each([
  { key: 'ArrowRight', from: 'code', to: 'journal' },
  { key: 'ArrowRight', from: 'docs', to: 'code' },
  { key: 'ArrowLeft', from: 'docs', to: 'journal' },
  { key: 'ArrowLeft', from: 'code', to: 'docs' },
  { key: 'Home', from: 'docs', to: 'code' },
  { key: 'End', from: 'code', to: 'docs' },
])('$key moves from $from to $to, and the focus with it', async ({ key, from, to }) => {
  const { element, chosen } = await show(from)
  byRole(element, 'tab', undefined, { selected: true })[0]!.focus()
  await userEvent.keyboard(`{${key}}`)
  expect(chosen).toEqual([to])
  expect(byRole(element, 'tab', undefined, { selected: true })).toEqual([focused()])
})

test.each(['ArrowDown', 'a', 'Escape'])('%s is no business of theirs', async (key) => {
  const { element, chosen } = await show()
  buttons(element)[0]!.focus()
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  buttons(element)[0]!.dispatchEvent(event)
  expect(event.defaultPrevented).toBe(false)
  expect(chosen).toEqual([])
})

test('a row without tabs bears an arrow key', async () => {
  const { element, chosen } = await show('', [])
  const event = new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true })
  one(element, '[role=tablist]').dispatchEvent(event)
  expect(chosen).toEqual([])
})

test('are accessible', async () => {
  const { element } = await show()
  element.append('The code.')
  await expectAccessible(element)
})
