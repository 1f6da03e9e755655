/** What lies in this browser's storage: its shape, its text, and what the page sees of it. */

import type { Language, Mode } from '../../lessons/lesson.ts'
import type { Progress, TaskProgress } from './progress.ts'

export type Theme = 'system' | 'light' | 'dark'

/** What is kept, as the page sees it. Absent means: not chosen yet. */
export interface Kept {
  language?: Language
  theme?: Theme
  mode?: Mode
  /** Slug of the lesson last open. */
  last?: string
  /** Last page of each lesson, by slug. */
  places: Record<string, string>
  progress: Progress
}

/** What is kept, as it is stored. Fields that this version does not know stay where they are. */
export interface Stored {
  language?: Choice<Language>
  theme?: Choice<Theme>
  mode?: Choice<Mode>
  course: StoredCourse
}

/** A choice, and when it was made, in milliseconds since 1970: the last one counts. */
export interface Choice<Value extends string = string> {
  value: Value
  at: number
}

/** An epoch counts the resets of what it stands on: what belongs to an earlier one is forgotten. */
interface StoredCourse {
  epoch: number
  last?: Choice
  lessons: Record<string, StoredLesson>
}

export interface StoredLesson {
  epoch: number
  place?: Choice
  tasks: Record<string, StoredTask>
}

export interface StoredTask {
  epoch: number
  /** Absent where the task was forgotten and not begun again. */
  parts?: string[]
  prediction?: StoredPrediction
  reading?: StoredReading
}

/** `at` is when it was made, in milliseconds since 1970. */
export type StoredPrediction = NonNullable<TaskProgress['prediction']> & { at: number }
export type StoredReading = NonNullable<TaskProgress['reading']> & { at: number }

/** The version of this shape; the first one had no number, and a key of its own. */
export const VERSION = 2

export const NOTHING: Stored = { course: { epoch: 0, lessons: {} } }

/** Writes it so that equal content is equal text, whatever order it came about in. */
export function textOf(stored: Stored): string {
  return JSON.stringify({ ...stored, version: VERSION }, (_, value: unknown) =>
    isRecord(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}

/** What the page sees of it: tasks that were forgotten are as if they had never been. */
export function keptOf({ language, theme, mode, course }: Stored): Kept {
  const lessons = Object.entries(course.lessons)
  const places = lessons.flatMap(([slug, { place }]): [string, string][] =>
    place ? [[slug, place.value]] : [],
  )
  const progress = lessons.flatMap(([slug, { tasks }]): [string, Progress[string]][] => {
    const begun = Object.entries(tasks).flatMap(progressOf)
    return begun.length > 0 ? [[slug, Object.fromEntries(begun)]] : []
  })
  return defined({
    language: language?.value,
    theme: theme?.value,
    mode: mode?.value,
    last: course.last?.value,
    places: Object.fromEntries(places),
    progress: Object.fromEntries(progress),
  })
}

function progressOf([id, task]: [string, StoredTask]): [string, TaskProgress][] {
  const { parts, prediction, reading } = task
  if (!parts) return []
  const told = prediction && defined({ option: prediction.option, came: prediction.came })
  const read = reading && defined({ text: reading.text, came: reading.came })
  return [[id, defined({ parts, prediction: told, reading: read })]]
}

/** The object without its fields that are undefined. */
export function defined<Fields extends object>(fields: Fields): Defined<Fields> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as Defined<Fields>
}

type Defined<Fields> = {
  [Name in keyof Fields as undefined extends Fields[Name] ? never : Name]: Fields[Name]
} & {
  [Name in keyof Fields as undefined extends Fields[Name] ? Name : never]?: Exclude<
    Fields[Name],
    undefined
  >
}

/** An entry of its own, and none that every object inherits. */
export function own<Value>(record: Record<string, Value>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

/** Whether a value read from outside is a plain object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
