/** What a learner hands in: a file with what was done and what it took, and no text that the learner sent. */

import type { Lesson, Task } from '../../lessons/lesson.ts'
import { defined, isRecord, own } from './kinds.ts'
import { FILE_KINDS, type FileRefusal, readKind } from './progress-file.ts'
import { isDone, tasksOf } from './progress.ts'
import { savedDataOf, type Stored } from './stored.ts'

/** How a task stands. What was not recorded is absent: it is not known, and not nothing. */
export interface TaskResult {
  done: boolean
  /** How often it was tried, until it was done. */
  tries?: number
  /** Minutes from opening its page to the last try, without long pauses, to one decimal. */
  minutes?: number
  /** What was wrong on the way: ids of the lesson's detectors, and `guess:` with the id of a wrong prediction. */
  wrong?: string[]
}

export interface HandIn {
  /** As the learner typed it. */
  name: string
  /** When it was saved, in milliseconds since 1970. */
  saved: number
  /** By lesson, then by task; absent where nothing was begun. */
  lessons: Record<string, Record<string, TaskResult>>
}

const VERSION = 1

/** Larger files are none of ours, in bytes. */
export const HAND_IN_LIMIT = 200_000

/** Longer names are cut, in characters. */
export const NAME_LIMIT = 80

/** Marks a wrong prediction among what was wrong. */
const GUESS = 'guess:'

/** Writes the file; undefined where nothing was begun. */
export function handInFile(
  typed: string,
  stored: Stored,
  lessons: readonly Lesson[],
  now: Date,
): string | undefined {
  const done = lessons
    .map((lesson) => [lesson.slug, resultsOf(lesson, stored)] as const)
    .filter(([, tasks]) => Object.keys(tasks).length > 0)
  if (done.length === 0) return undefined
  const file = {
    kind: FILE_KINDS.handIn,
    version: VERSION,
    name: nameOf(typed),
    saved: now.toISOString(),
    lessons: Object.fromEntries(done),
  }
  return `${JSON.stringify(file, null, 1)}\n`
}

/** A name on one line, without signs that have no shape or turn the text around. */
export const nameOf = (typed: string): string =>
  typed
    .normalize('NFC')
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, NAME_LIMIT)

function resultsOf(lesson: Lesson, stored: Stored): Record<string, TaskResult> {
  const progress = savedDataOf(stored).progress[lesson.slug] ?? {}
  const kept = own(stored.course.lessons, lesson.slug)?.tasks ?? {}
  const results = tasksOf(lesson).flatMap((task): [string, TaskResult][] => {
    const [known, effort] = [own(progress, task.id), own(kept, task.id)?.effort]
    if (!known && !effort) return []
    const wrong = [...(effort?.slips ?? []), ...wrongGuess(known?.prediction)]
    const result = defined({
      done: isDone(task, known),
      tries: effort?.tries,
      minutes: effort && Math.round(effort.time / 6_000) / 10,
      wrong: wrong.length > 0 ? wrong : undefined,
    })
    return [[task.id, result]]
  })
  return Object.fromEntries(results)
}

const wrongGuess = (prediction: { option: string; came?: string } | undefined): string[] =>
  prediction?.came === undefined || prediction.came === prediction.option
    ? []
    : [GUESS + prediction.option]

/** The prediction that an id of what was wrong stands for; undefined where it is a detector's. */
export const guessOf = (wrong: string): string | undefined =>
  wrong.startsWith(GUESS) ? wrong.slice(GUESS.length) : undefined

/**
 * Reads a file, of which nothing is believed but its shape: anybody can write one.
 *
 * @param lessons those of this copy: what belongs to no task of theirs is left out.
 */
export function readHandIn(text: string, lessons: readonly Lesson[]): HandIn | FileRefusal {
  const value = readKind(text, FILE_KINDS.handIn, VERSION)
  if (typeof value === 'string') return value
  const { name, saved, lessons: found } = value
  const time = typeof saved === 'string' ? Date.parse(saved) : Number.NaN
  if (typeof name !== 'string' || nameOf(name) === '' || !isRecord(found) || Number.isNaN(time)) {
    return 'damaged'
  }
  const read = lessons.flatMap((lesson) => {
    const tasks = own(found, lesson.slug)
    return tasks === undefined ? [] : [[lesson.slug, tasksIn(tasks, lesson)] as const]
  })
  if (read.some(([, tasks]) => tasks === undefined)) return 'damaged'
  const all = Object.fromEntries(read) as HandIn['lessons']
  return { name: nameOf(name), saved: time, lessons: all }
}

/** The tasks of a lesson in a file; undefined where they are not what we write. */
function tasksIn(value: unknown, lesson: Lesson): Record<string, TaskResult> | undefined {
  if (!isRecord(value)) return undefined
  const read = tasksOf(lesson).flatMap((task) => {
    const found = own(value, task.id)
    return found === undefined ? [] : [[task.id, resultIn(found, task, lesson)] as const]
  })
  if (read.some(([, result]) => result === undefined)) return undefined
  return Object.fromEntries(read) as Record<string, TaskResult>
}

function resultIn(value: unknown, task: Task, lesson: Lesson): TaskResult | undefined {
  if (!isRecord(value)) return undefined
  const { done, tries, minutes, wrong = [] } = value
  const isCount = (one: unknown) =>
    one === undefined || (typeof one === 'number' && one >= 0 && one <= 1_000_000)
  const isSound =
    typeof done === 'boolean' &&
    isCount(tries) &&
    (tries === undefined || Number.isInteger(tries)) &&
    isCount(minutes) &&
    Array.isArray(wrong) &&
    wrong.length <= 100
  if (!isSound) return undefined
  const options = task.kind === 'predict' ? task.options : []
  const known = [...lesson.detectors.map(({ id }) => id), ...options.map(({ id }) => GUESS + id)]
  const told = known.filter((id) => wrong.includes(id))
  return defined({
    done,
    tries: tries as number | undefined,
    minutes: minutes as number | undefined,
    wrong: told.length > 0 ? told : undefined,
  })
}
