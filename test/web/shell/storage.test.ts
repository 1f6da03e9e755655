/** What the browser keeps: read with care, set aside when unreadable, done without when forbidden. */

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Kept, readKept, writeKept } from '../../../web/shell/storage.ts'

const KEY = 'bearer-playground'
const ASIDE = 'bearer-playground-set-aside'

const NOTHING: Kept = { places: {}, progress: {} }

const FULL: Kept = {
  language: 'ko',
  theme: 'dark',
  mode: 'real',
  last: 'first-steps',
  places: { 'first-steps': 'knock' },
  progress: {
    'first-steps': {
      knock: { parts: [], prediction: { option: 'ok', came: 'unauthorized' } },
      invent: { parts: ['passed'] },
    },
  },
}

beforeEach(() => {
  localStorage.clear()
})

afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
})

describe('what is kept', () => {
  test.each([NOTHING, FULL, { ...NOTHING, theme: 'system' }] satisfies Kept[])(
    'comes back as it was: %j',
    (kept) => {
      expect(writeKept(kept)).toBe(true)
      expect(readKept()).toEqual({ kept, state: 'fine' })
    },
  )

  test('is nothing at the first visit', () => {
    expect(readKept()).toEqual({ kept: NOTHING, state: 'fine' })
  })
})

const foreign: unknown[] = [
  null,
  true,
  0,
  'text',
  [],
  [{ places: {}, progress: {} }],
  {},
  { places: {} },
  { progress: {} },
  { places: [], progress: {} },
  { places: {}, progress: {}, last: 1 },
  { places: { 'first-steps': 1 }, progress: {} },
  { places: { 'first-steps': null }, progress: {} },
  { places: {}, progress: [] },
  { places: {}, progress: null },
  { places: {}, progress: { 'first-steps': [] } },
  { places: {}, progress: { 'first-steps': { knock: true } } },
  { places: {}, progress: { 'first-steps': { knock: {} } } },
  { places: {}, progress: { 'first-steps': { knock: { parts: 'passed' } } } },
  { places: {}, progress: { 'first-steps': { knock: { parts: [1] } } } },
  { places: {}, progress: { 'first-steps': { knock: { parts: [], prediction: 'ok' } } } },
  { places: {}, progress: { 'first-steps': { knock: { parts: [], prediction: {} } } } },
  {
    places: {},
    progress: {
      'first-steps': { knock: { parts: [], prediction: { option: 'ok', came: 401 } } },
    },
  },
  { ...NOTHING, language: 'fr' },
  { ...NOTHING, language: ['en'] },
  { ...NOTHING, language: null },
  { ...NOTHING, theme: 'sepia' },
  { ...NOTHING, mode: 'constructor' },
]

const broken = ['', '{', 'undefined', '{"places":{},"progress":{}', '\0', '[object Object]']

describe('what cannot be read', () => {
  test.each([...broken, ...foreign.map((value) => JSON.stringify(value))])(
    'is set aside as it was, and told once: %j',
    (text) => {
      localStorage.setItem(KEY, text)
      expect(readKept()).toEqual({ kept: NOTHING, state: 'broken' })
      expect(localStorage.getItem(ASIDE)).toBe(text)
      expect(localStorage.getItem(KEY)).toBeNull()
      expect(readKept().state).toBe('fine')
    },
  )

  test('stays where it is when there is no room to set it aside, until it is written over', () => {
    localStorage.setItem(KEY, '{')
    const setItem = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    expect(readKept()).toEqual({ kept: NOTHING, state: 'broken' })
    expect(localStorage.getItem(KEY)).toBe('{')

    setItem.mockRestore()
    writeKept(FULL)
    expect(readKept()).toEqual({ kept: FULL, state: 'fine' })
  })

  test('does not reach the prototype of anything', () => {
    localStorage.setItem(KEY, '{"places":{},"progress":{},"__proto__":{"polluted":true}}')
    const { kept } = readKept()
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    expect(kept.progress).toEqual({})
  })
})

describe('a browser that keeps nothing', () => {
  test('whose storage may not be touched is told so, and the page goes on', () => {
    vi.spyOn(globalThis, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    expect(readKept()).toEqual({ kept: NOTHING, state: 'unavailable' })
    expect(writeKept(FULL)).toBe(false)
  })

  test('whose storage may not be read is told so', () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    expect(readKept()).toEqual({ kept: NOTHING, state: 'unavailable' })
  })

  test('whose storage is full says that it kept nothing', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    expect(writeKept(FULL)).toBe(false)
  })
})
