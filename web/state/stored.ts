/** What lies in this browser's storage: its shape, its text, and what the page sees of it. */

import type { Mode } from '../../lessons/exchange/exchange.ts'
import type { Language } from '../../lessons/lesson.ts'
import {
  about,
  defined,
  each,
  either,
  epochs,
  fields,
  highest,
  isRecord,
  type Kind,
  name,
  names,
  number,
  oneOf,
  text,
} from './kinds.ts'
import { isRead, type Progress, type TaskProgress } from './progress.ts'

export type Theme = 'system' | 'light' | 'dark'

/** The shells that a request can be copied for. */
export type Shell = 'posix' | 'powershell' | 'cmd'

/** What a person chooses for this browser, apart from the course. */
export type Choices = Pick<SavedData, 'language' | 'theme' | 'mode' | 'shell' | 'columns'>

/** What is kept, as the page sees it. Absent means: not chosen yet. */
export interface SavedData {
  language?: Language
  theme?: Theme
  mode?: Mode
  shell?: Shell
  /** Widths of the columns, as `Columns` writes them; empty for those the page has by itself. */
  columns?: string
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
  shell?: Choice<Shell>
  columns?: Choice
  course: StoredCourse
}

/** A choice, and when it was made, in milliseconds since 1970: the last one counts. */
export interface Choice<Value extends string = string> {
  value: Value
  at: number
}

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
  effort?: Effort
}

/** What a task took until it was done. Two tabs count on from each other: what they miss of each other is lost. */
export interface Effort {
  tries: number
  /** In milliseconds: from opening the page to the last try, without long pauses. */
  time: number
  /** Ids of the wrong attempts that were told apart: see `detectors` of a lesson. */
  slips?: string[]
}

/** `at` is when it was made, in milliseconds since 1970. */
type StoredPrediction = NonNullable<TaskProgress['prediction']> & { at: number }
type StoredReading = NonNullable<TaskProgress['reading']> & { at: number }

/** The last choice counts. */
const choice = <Value extends string>(kind: Kind<Value>): Kind<Choice<Value>> =>
  about(
    'value',
    fields<Choice<Value>>({ value: kind, at: number }),
    highest(({ at, value }) => [at, value]),
  )

/** Of two tabs' predictions the earlier one counts; what the server answered is kept from either. */
const firstPrediction = highest<StoredPrediction>(({ at, option }) => [-at, option])
const prediction = about<StoredPrediction>(
  'option',
  fields<StoredPrediction>({ option: name, came: name, at: number }),
  (known, found) =>
    defined({
      ...firstPrediction(known, found),
      came: either(known.came, found.came, name.merge),
    }),
)

/** Longer texts are none that a person reads out of a token. */
const reading = text(10_000)

/** A right reading counts, else the last one. */
const lastReading = about<StoredReading>(
  'text',
  fields<StoredReading>({ text: reading, came: reading, at: number }),
  highest((read) => [isRead(read), read.at, read.text, read.came ?? '']),
)

const efforts = fields<Effort>({ tries: number, time: number, slips: names })
const effort = about<Effort>('tries', efforts, efforts.merge)

const task = epochs<StoredTask>({ parts: names, prediction, reading: lastReading, effort })

const lesson = epochs<StoredLesson>({ place: choice(name), tasks: each(task) })

/** How what is stored is read and merged. */
export const STORED = fields<Stored>({
  language: choice(oneOf('en', 'ko')),
  theme: choice(oneOf('system', 'light', 'dark')),
  mode: choice(oneOf('real', 'browser')),
  shell: choice(oneOf('posix', 'powershell', 'cmd')),
  columns: choice(name),
  course: epochs<StoredCourse>({ last: choice(name), lessons: each(lesson) }),
})

/** The version of this shape; the first one had no number, and a key of its own. */
export const VERSION = 3

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
export function savedDataOf({ language, theme, mode, shell, columns, course }: Stored): SavedData {
  const lessons = Object.entries(course.lessons)
  const places = lessons.flatMap(([slug, { place }]): [string, string][] =>
    place ? [[slug, place.value]] : [],
  )
  const progress = lessons.map(([slug, { tasks }]): [string, Progress[string]] => [
    slug,
    Object.fromEntries(Object.entries(tasks).flatMap(progressOf)),
  ])
  return defined({
    language: language?.value,
    theme: theme?.value,
    mode: mode?.value,
    shell: shell?.value,
    columns: columns?.value,
    last: course.last?.value,
    places: Object.fromEntries(places),
    progress: Object.fromEntries(progress),
  })
}

function progressOf([id, task]: [string, StoredTask]): [string, TaskProgress][] {
  const { parts = [], prediction, reading } = task
  if (!task.parts && !prediction && !reading) return []
  const predicted = prediction && defined({ option: prediction.option, came: prediction.came })
  const read = reading && defined({ text: reading.text, came: reading.came })
  return [[id, defined({ parts, prediction: predicted, reading: read })]]
}
