/** Which key means what, and where it means nothing. */

import { describe, expect, onTestFinished, test } from 'vitest'
import { type KeyAction, keyAction } from '../../../web/app/keys.ts'
import { SINGLE_KEYS } from '../../../web/app/single-keys.ts'

/** What the page makes of a key that is pressed in a target. */
function pressed(key: KeyboardEventInit, target: HTMLElement = document.body) {
  let action: KeyAction | undefined
  const hear = (event: KeyboardEvent) => {
    action = keyAction(event)
  }
  addEventListener('keydown', hear)
  target.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, composed: true }))
  removeEventListener('keydown', hear)
  return action
}

function inPage<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string> = {},
  parent: Node = document.body,
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  parent.appendChild(element)
  onTestFinished(() => element.remove())
  return element
}

test('keys without Ctrl mean nothing where they are turned off, and Ctrl Enter still sends', () => {
  onTestFinished(() => localStorage.removeItem(SINGLE_KEYS))
  localStorage.setItem(SINGLE_KEYS, 'off')
  for (const key of ['?', 'n', 'm', 't', '8']) expect(pressed({ key })).toBeUndefined()
  expect(pressed({ key: 'Enter', ctrlKey: true })).toBe('send')
  localStorage.removeItem(SINGLE_KEYS)
  expect(pressed({ key: 'm' })).toBe('mode')
})

describe('outside of fields', () => {
  test.each([
    ['?', 'keys'],
    ['n', 'next'],
    ['p', 'previous'],
    ['r', 'request'],
    ['l', 'lesson'],
    ['g', 'lessons'],
    ['a', 'answer'],
    ['w', 'clock'],
    ['c', 'code'],
    ['k', 'token'],
    ['j', 'journal'],
    ['d', 'docs'],
    ['b', 'pane'],
    ['h', 'hint'],
    ['m', 'mode'],
    ['t', 'theme'],
  ])('%s means %s', (key, action) => {
    expect(pressed({ key })).toBe(action)
  })

  test.each([
    { key: 'ㅜ', code: 'KeyN', action: 'next' },
    { key: 'ㅔ', code: 'KeyP', action: 'previous' },
    { key: 'Process', code: 'KeyH', action: 'hint' },
    // A keyboard laid out otherwise writes n where another has k: what is written counts.
    { key: 'n', code: 'KeyK', action: 'next' },
  ])('$key at the place $code means $action', ({ key, code, action }) => {
    expect(pressed({ key, code })).toBe(action)
  })

  test.each<KeyboardEventInit>([
    { key: 'x' },
    { key: 'Enter' },
    { key: 'Escape' },
    { key: 'toString' },
    { key: '__proto__' },
    { key: 'constructor' },
    { key: 'ㅌ', code: 'KeyX' },
    { key: 'Process', code: '' },
    { key: 'n', ctrlKey: true },
    { key: 'n', metaKey: true },
    { key: 'n', altKey: true },
    { key: 'n', isComposing: true },
  ])('%j means nothing', (key) => {
    expect(pressed(key)).toBeUndefined()
  })

  test.each(['button', 'a', 'div'] as const)('a key pressed on a %s counts', (tag) => {
    expect(pressed({ key: 'n' }, inPage(tag))).toBe('next')
  })

  test.each(['radio', 'checkbox'])('a %s is not written in, so a key there counts', (type) => {
    expect(pressed({ key: 'n' }, inPage('input', { type }))).toBe('next')
  })
})

describe('in a field', () => {
  const fields = [
    ['input', {}],
    ['input', { type: 'password' }],
    ['textarea', {}],
    ['select', {}],
  ] as const

  test.each(fields)('%s %j a key is written', (tag, attributes) => {
    expect(pressed({ key: 'n' }, inPage(tag, attributes))).toBeUndefined()
  })

  test('behind a shadow root a key is written too', () => {
    const root = inPage('div').attachShadow({ mode: 'open' })
    expect(pressed({ key: 'n' }, inPage('input', {}, root))).toBeUndefined()
  })

  test('in text that is edited in place, also behind a shadow root, a key is written', () => {
    const root = inPage('div').attachShadow({ mode: 'open' })
    const editor = inPage('div', { contenteditable: 'true' }, root)
    expect(pressed({ key: 'n' }, editor)).toBeUndefined()
  })

  test('in text that is edited in place Escape leaves the focus, for Tab leads on from there', () => {
    const editor = inPage('div', { contenteditable: 'true' })
    editor.focus()
    expect(pressed({ key: 'Escape' }, editor)).toBeUndefined()
    expect(document.activeElement).toBe(editor)
  })

  test.each(fields)('%s %j Escape gives the focus back', (tag, attributes) => {
    const field = inPage(tag, attributes)
    field.focus()
    expect(document.activeElement).toBe(field)
    expect(pressed({ key: 'Escape' }, field)).toBeUndefined()
    expect(document.activeElement).not.toBe(field)
  })
})

test('Escape leads from a field to the part of the page around it, through shadow roots', () => {
  const part = inPage('section')
  const root = inPage('div', {}, part).attachShadow({ mode: 'open' })
  const field = inPage('input', {}, root)
  field.focus()
  pressed({ key: 'Escape' }, field)
  expect(document.activeElement).toBe(part)
})

test('Escape that has closed something in a field leaves the focus where that put it', () => {
  const part = inPage('section')
  const field = inPage('input', {}, part)
  field.addEventListener('keydown', (event) => event.preventDefault())
  field.focus()
  const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })
  addEventListener('keydown', keyAction, { once: true })
  field.dispatchEvent(escape)
  expect(document.activeElement).toBe(field)
})

test.each<KeyboardEventInit>([
  { key: 'Enter', ctrlKey: true },
  { key: 'Enter', metaKey: true },
])('%j sends, in a field and outside', (key) => {
  expect(pressed(key)).toBe('send')
  expect(pressed(key, inPage('textarea'))).toBe('send')
})
