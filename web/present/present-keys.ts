/** Which key is which of a presenter's commands: the same in both windows. */

import { latinKey } from '../kit/latin-key.ts'
import type { PresentCommand } from './present-command.ts'

/** What only the window does in which the key is pressed. */
type OwnAction = 'open-presenter' | 'keys'

/** What lasts while its key is held. */
export type Held = 'reveal' | 'spot' | 'notes'

/** What a key asks for. */
export type Asked =
  | PresentCommand
  | { kind: 'own'; action: OwnAction }
  | { kind: 'hold'; what: Held }

const COMMANDS: Record<string, Asked> = {
  arrowright: { kind: 'forward' },
  pagedown: { kind: 'forward' },
  ' ': { kind: 'forward' },
  n: { kind: 'forward' },
  a: { kind: 'rest' },
  arrowleft: { kind: 'back' },
  pageup: { kind: 'back' },
  backspace: { kind: 'back' },
  p: { kind: 'back' },
  s: { kind: 'send' },
  r: { kind: 'next-request' },
  u: { kind: 'use-token' },
  h: { kind: 'hide-votes' },
  c: { kind: 'close-vote' },
  '+': { kind: 'scale', by: 1 },
  '=': { kind: 'scale', by: 1 },
  '-': { kind: 'scale', by: -1 },
  0: { kind: 'scale', by: 0 },
  t: { kind: 'change-look' },
  w: { kind: 'split' },
  f: { kind: 'leave' },
  escape: { kind: 'leave' },
  o: { kind: 'own', action: 'open-presenter' },
  '?': { kind: 'own', action: 'keys' },
  v: { kind: 'hold', what: 'reveal' },
  x: { kind: 'hold', what: 'spot' },
  i: { kind: 'hold', what: 'notes' },
}

/** What a key asks for; undefined for one that means nothing here, or that is the browser's. */
export function askedBy(event: KeyboardEvent): Asked | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return event.key === 'Enter' && !event.altKey ? { kind: 'send' } : undefined
  }
  // With Shift the key writes a sign, and still is the same one.
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
  if (digit) return { kind: 'vote', option: Number(digit) - 1, by: event.shiftKey ? -1 : 1 }
  const key = latinKey(event).toLowerCase()
  if (event.shiftKey && key === 'arrowright') return { kind: 'turn', by: 1 }
  if (event.shiftKey && key === 'arrowleft') return { kind: 'turn', by: -1 }
  if (event.shiftKey && key === ' ') return { kind: 'back' }
  return Object.hasOwn(COMMANDS, key) ? COMMANDS[key] : undefined
}
