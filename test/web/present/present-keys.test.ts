/** A presenter's keys: the same in both windows, on a keyboard that writes Hangul too. */

import { expect, test } from 'vitest'
import { askedBy } from '../../../web/present/present-keys.ts'

const asked = (init: KeyboardEventInit) => askedBy(new KeyboardEvent('keydown', init))

test.each([
  [{ key: 'ArrowRight' }, { kind: 'forward' }],
  [{ key: ' ' }, { kind: 'forward' }],
  [{ key: 'n' }, { kind: 'forward' }],
  [{ key: 'a' }, { kind: 'rest' }],
  // What a clicker in the hand sends.
  [{ key: 'PageDown' }, { kind: 'forward' }],
  [{ key: 'PageUp' }, { kind: 'back' }],
  [{ key: 'ArrowLeft' }, { kind: 'back' }],
  [{ key: ' ', shiftKey: true }, { kind: 'back' }],
  [
    { key: 'ArrowRight', shiftKey: true },
    { kind: 'turn', by: 1 },
  ],
  [
    { key: 'ArrowLeft', shiftKey: true },
    { kind: 'turn', by: -1 },
  ],
  [{ key: 's' }, { kind: 'send' }],
  [{ key: 'Enter', ctrlKey: true }, { kind: 'send' }],
  [{ key: 'Enter', metaKey: true }, { kind: 'send' }],
  [
    { key: '2', code: 'Digit2' },
    { kind: 'vote', option: 1, by: 1 },
  ],
  [
    { key: '@', code: 'Digit2', shiftKey: true },
    { kind: 'vote', option: 1, by: -1 },
  ],
  [
    { key: '3', code: 'Numpad3' },
    { kind: 'vote', option: 2, by: 1 },
  ],
  [
    { key: '+', code: 'Equal', shiftKey: true },
    { kind: 'scale', by: 1 },
  ],
  [
    { key: '-', code: 'Minus' },
    { kind: 'scale', by: -1 },
  ],
  [
    { key: '0', code: 'Digit0' },
    { kind: 'scale', by: 0 },
  ],
  [{ key: 'v' }, { kind: 'hold', what: 'reveal' }],
  [{ key: 'Escape' }, { kind: 'leave' }],
  // Capitals, and the letter in the same place of a Korean keyboard.
  [{ key: 'S', code: 'KeyS', shiftKey: true }, { kind: 'send' }],
  [{ key: 'ㄴ', code: 'KeyS' }, { kind: 'send' }],
  [{ key: 'Process', code: 'KeyN' }, { kind: 'forward' }],
])('%j is %j', (init, command) => {
  expect(asked(init)).toEqual(command)
})

test.each([
  { key: 'r', ctrlKey: true },
  { key: 'ArrowLeft', altKey: true },
  { key: '1', code: 'Digit1', metaKey: true },
  { key: 'Enter' },
  { key: 'Tab' },
  { key: 'ArrowDown' },
  { key: 'constructor' },
])('%j is left to the browser', (init) => {
  expect(asked(init)).toBeUndefined()
})
