/** Which key means what, outside of fields. */

import { focusOn } from '../kit/focus-on.ts'
import { latinKey } from '../kit/latin-key.ts'
import { areSingleKeysOn } from './single-keys.ts'

const KEYS = {
  '?': 'keys',
  n: 'next',
  p: 'previous',
  r: 'request',
  w: 'clock',
  a: 'answer',
  l: 'lesson',
  g: 'lessons',
  c: 'code',
  b: 'pane',
  k: 'token',
  j: 'journal',
  d: 'docs',
  h: 'hint',
  m: 'mode',
  t: 'theme',
  z: 'room',
  f: 'present',
  8: 'eighty',
} as const

export type KeyAction = (typeof KEYS)[keyof typeof KEYS] | 'send'

/** What a key asks for; undefined for a key that is written, or that is the browser's. */
export function keyAction(event: KeyboardEvent): KeyAction | undefined {
  const target = event.composedPath()[0]
  const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
  // While Hangul is composed, Enter ends the syllable.
  if (isSend) return event.isComposing ? undefined : 'send'
  if (isField(target)) {
    // The code's editor knows what Escape closes first, and so does a field in it.
    const isDone = event.defaultPrevented || target.isContentEditable
    if (event.key === 'Escape' && !isDone) leave(target, event.composedPath())
    return undefined
  }
  // A dialog is before the page, and has keys of its own.
  if (event.composedPath().some((node) => node instanceof HTMLDialogElement)) return undefined
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined
  const key = latinKey(event)
  return Object.hasOwn(KEYS, key) && areSingleKeysOn() ? KEYS[key as keyof typeof KEYS] : undefined
}

/** A field is left for the part of the page that it stands in: one sees where one is, and Tab goes on from there. */
function leave(field: HTMLElement, path: EventTarget[]): void {
  const part = path.find((node) => node instanceof HTMLElement && node.matches('section'))
  if (part) focusOn(part, { preventScroll: true })
  else field.blur()
}

function isField(target: EventTarget | undefined): target is HTMLElement {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !/^(radio|checkbox)$/.test(target.type)
  return target.isContentEditable || /^(textarea|select)$/i.test(target.tagName)
}
