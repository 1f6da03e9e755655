/** A class, put together from what its learners handed in: who stands where, and what stops most of them. */

import type { Lesson } from '../../lessons/lesson.ts'
import type { HandIn, TaskResult } from './hand-in.ts'
import { own } from './kinds.ts'
import { requiredOf, tasksOf } from './progress.ts'

/** More learners are no class. */
export const LEARNER_LIMIT = 10_000

/** Who tried so often, and is not done, is stuck. */
const STUCK_AFTER = 3

/** A learner in the class's table. */
export interface Learner {
  name: string
  saved: number
  /** By lesson, in order: tasks done, of those that it is not done without; undefined where it was not begun. */
  lessons: ({ done: number; all: number } | undefined)[]
  done: number
  /** Undefined where nothing of it was recorded. */
  minutes: number | undefined
  tries: number | undefined
  /** The open task that was tried most, if often. */
  stuck: { lesson: Lesson; task: string; tries: number } | undefined
}

/** A task, over the whole class. */
export interface ClassTask {
  lesson: Lesson
  task: string
  /** How many have begun it, and how many of them are done. */
  begun: number
  done: number
  /** Medians of those of whom it is known. */
  tries: number | undefined
  minutes: number | undefined
  /** What most of them did wrong, by its id, and how many. */
  wrong: { id: string; learners: number } | undefined
}

export class ClassList {
  /** By name. */
  private readonly handIns = new Map<string, HandIn>()

  /** Takes in what was handed in; of two with one name the one that was saved later counts. */
  add(handIn: HandIn): 'added' | 'newer' | 'older' | 'full' {
    const before = this.handIns.get(handIn.name)
    if (!before && this.handIns.size >= LEARNER_LIMIT) return 'full'
    if (before && before.saved >= handIn.saved) return 'older'
    this.handIns.set(handIn.name, handIn)
    return before ? 'newer' : 'added'
  }

  get size(): number {
    return this.handIns.size
  }

  clear(): void {
    this.handIns.clear()
  }

  /** The learners, by name. */
  learners(lessons: readonly Lesson[]): Learner[] {
    return [...this.handIns.values()]
      .map((handIn) => learnerOf(handIn, lessons))
      .sort((a, b) => a.name.localeCompare(b.name))
  }

  /** The tasks that anybody has begun, those first at which most are left behind. */
  tasks(lessons: readonly Lesson[]): ClassTask[] {
    const all = lessons.flatMap((lesson) =>
      tasksOf(lesson).flatMap(({ id }) => {
        const results = [...this.handIns.values()].flatMap(
          (handIn) => own(own(handIn.lessons, lesson.slug) ?? {}, id) ?? [],
        )
        return results.length > 0 ? [taskOf(lesson, id, results)] : []
      }),
    )
    const left = ({ begun, done }: ClassTask) => (begun - done) / begun
    return all.sort((a, b) => left(b) - left(a) || (b.tries ?? 0) - (a.tries ?? 0))
  }
}

function learnerOf({ name, saved, lessons: found }: HandIn, lessons: readonly Lesson[]): Learner {
  const standings = lessons.map((lesson) => {
    const results = own(found, lesson.slug)
    const required = requiredOf(tasksOf(lesson))
    if (!results) return undefined
    return {
      done: required.filter(({ id }) => own(results, id)?.done).length,
      all: required.length,
    }
  })
  const all = Object.values(found).flatMap((results) => Object.values(results))
  const open = lessons.flatMap((lesson) =>
    Object.entries(own(found, lesson.slug) ?? {}).flatMap(([task, { done, tries = 0 }]) =>
      done || tries < STUCK_AFTER ? [] : [{ lesson, task, tries }],
    ),
  )
  return {
    name,
    saved,
    lessons: standings,
    done: standings.reduce((sum, one) => sum + (one?.done ?? 0), 0),
    minutes: sumOf(all.map(({ minutes }) => minutes)),
    tries: sumOf(all.map(({ tries }) => tries)),
    stuck: open.sort((a, b) => b.tries - a.tries)[0],
  }
}

function taskOf(lesson: Lesson, task: string, results: readonly TaskResult[]): ClassTask {
  const counts = new Map<string, number>()
  for (const id of results.flatMap(({ wrong = [] }) => wrong)) {
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  return {
    lesson,
    task,
    begun: results.length,
    done: results.filter(({ done }) => done).length,
    tries: medianOf(results.map(({ tries }) => tries)),
    minutes: medianOf(results.map(({ minutes }) => minutes)),
    wrong: most && { id: most[0], learners: most[1] },
  }
}

const known = (numbers: readonly (number | undefined)[]) =>
  numbers.filter((number) => number !== undefined)

function sumOf(numbers: readonly (number | undefined)[]): number | undefined {
  const all = known(numbers)
  return all.length > 0 ? all.reduce((sum, number) => sum + number, 0) : undefined
}

function medianOf(numbers: readonly (number | undefined)[]): number | undefined {
  const all = known(numbers).sort((a, b) => a - b)
  const [low, high] = [all[Math.ceil(all.length / 2) - 1], all[Math.floor(all.length / 2)]]
  return low === undefined || high === undefined ? undefined : (low + high) / 2
}
