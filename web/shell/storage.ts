/** What this browser keeps for the page: read with care, written if allowed. */

import type { Language, Mode } from '../../lessons/lesson.ts'
import { isRecord, type Progress, readProgress } from './progress.ts'

export type Theme = 'system' | 'light' | 'dark'

/** Everything that is kept. Absent means: not chosen yet. */
export interface Kept {
  language?: Language
  theme?: Theme
  mode?: Mode
  /** Slug of the lesson last open. */
  last?: string | undefined
  /** Last page of each lesson, by slug. */
  places: Record<string, string>
  progress: Progress
}

/** How keeping stands: `broken` when something unreadable was found and set aside. */
export type StorageState = 'fine' | 'broken' | 'unavailable'

const KEY = 'bearer-playground'
const ASIDE = 'bearer-playground-set-aside'

/** Reads what was kept; what cannot be read is set aside under another name and reported once. */
export function readKept(): { kept: Kept; state: StorageState } {
  const nothing: Kept = { places: {}, progress: {} }
  let text: string | null
  try {
    text = localStorage.getItem(KEY)
  } catch {
    return { kept: nothing, state: 'unavailable' }
  }
  if (text === null) return { kept: nothing, state: 'fine' }
  const kept = parse(text)
  if (kept) return { kept, state: 'fine' }
  try {
    localStorage.setItem(ASIDE, text)
    localStorage.removeItem(KEY)
  } catch {
    // Without room for a second copy the first is overwritten at the next write.
  }
  return { kept: nothing, state: 'broken' }
}

/** Keeps it; false when the browser does not allow it. */
export function writeKept(kept: Kept): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

/** Reads the kept text field by field; undefined when any of it is not what this page writes. */
function parse(text: string): Kept | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!isRecord(value)) return undefined
  const { language, theme, mode, last, places, progress } = value
  const readable = readProgress(progress)
  if (
    !readable ||
    !isRecord(places) ||
    !Object.values(places).every((place) => typeof place === 'string') ||
    !['string', 'undefined'].includes(typeof last) ||
    !oneOf(language, ['en', 'ko']) ||
    !oneOf(theme, ['system', 'light', 'dark']) ||
    !oneOf(mode, ['real', 'browser'])
  ) {
    return undefined
  }
  return { ...(value as unknown as Kept), progress: readable }
}

/** Whether an optional choice is absent or one of those there are. */
function oneOf(value: unknown, choices: string[]): boolean {
  return value === undefined || (typeof value === 'string' && choices.includes(value))
}
