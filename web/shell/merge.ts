/**
 * Makes one of two states of what is kept: nothing is lost but what a reset took back.
 *
 * The order in which states meet, and how often, makes no difference to what comes of it (a semilattice),
 * so that all tabs end with the same however their writes crossed.
 */

import { isRead } from './progress.ts'
import {
  type Choice,
  defined,
  own,
  type Stored,
  type StoredLesson,
  type StoredPrediction,
  type StoredReading,
  type StoredTask,
} from './stored.ts'

/** Merges what was found into what is known. Of fields that are unknown here, the found ones count. */
export function merge(known: Stored, found: Stored): Stored {
  return defined({
    ...known,
    ...found,
    language: either(known.language, found.language, later),
    theme: either(known.theme, found.theme, later),
    mode: either(known.mode, found.mode, later),
    course: ofLastEpoch(known.course, found.course, () =>
      defined({
        ...known.course,
        ...found.course,
        last: either(known.course.last, found.course.last, later),
        lessons: mergeEach(known.course.lessons, found.course.lessons, mergeLesson),
      }),
    ),
  })
}

function mergeLesson(known: StoredLesson, found: StoredLesson): StoredLesson {
  return ofLastEpoch(known, found, () =>
    defined({
      ...known,
      ...found,
      place: either(known.place, found.place, later),
      tasks: mergeEach(known.tasks, found.tasks, mergeTask),
    }),
  )
}

function mergeTask(known: StoredTask, found: StoredTask): StoredTask {
  return ofLastEpoch(known, found, () =>
    defined({
      ...known,
      ...found,
      parts: either(known.parts, found.parts, (a, b) => [...new Set([...a, ...b])].sort()),
      prediction: either(known.prediction, found.prediction, mergePrediction),
      reading: either(known.reading, found.reading, mergeReading),
    }),
  )
}

/** The first prediction counts; what came is a fact, whoever asked. */
function mergePrediction(known: StoredPrediction, found: StoredPrediction): StoredPrediction {
  const isKnownFirst = known.at === found.at ? known.option < found.option : known.at < found.at
  const first = isKnownFirst ? known : found
  return defined({ ...first, came: either(known.came, found.came, (a, b) => (a < b ? a : b)) })
}

/** A right reading counts, else the last one. */
function mergeReading(known: StoredReading, found: StoredReading): StoredReading {
  const rank = (reading: StoredReading) =>
    [isRead(reading), reading.at, reading.text, reading.came ?? ''] as const
  const [one, other] = [rank(known), rank(found)]
  const at = one.findIndex((part, index) => part !== other[index])
  return at >= 0 && one[at]! > other[at]! ? known : found
}

function later<Value extends string>(known: Choice<Value>, found: Choice<Value>): Choice<Value> {
  const isKnownLater = known.at === found.at ? known.value > found.value : known.at > found.at
  return isKnownLater ? known : found
}

/** What was reset more often; both as one where that is the same. */
function ofLastEpoch<Part extends { epoch: number }>(
  known: Part,
  found: Part,
  both: () => Part,
): Part {
  if (known.epoch === found.epoch) return both()
  return known.epoch > found.epoch ? known : found
}

function either<Value>(
  known: Value | undefined,
  found: Value | undefined,
  both: (known: Value, found: Value) => Value,
): Value | undefined {
  return known === undefined ? found : found === undefined ? known : both(known, found)
}

function mergeEach<Entry>(
  known: Record<string, Entry>,
  found: Record<string, Entry>,
  both: (known: Entry, found: Entry) => Entry,
): Record<string, Entry> {
  const keys = new Set([...Object.keys(known), ...Object.keys(found)])
  return Object.fromEntries(
    [...keys].map((key) => [key, either(own(known, key), own(found, key), both)!]),
  )
}
