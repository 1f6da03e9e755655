/** A class as a table for spreadsheets: one learner a row, what each lesson came to in columns of its own. */

import type { Learner } from '../state/class-list.ts'
import { csvOf } from '../state/csv.ts'
import type { ClassWords } from '../words/class.ts'
import type { ClassTexts } from './class-texts.ts'

export function classCsv(learners: readonly Learner[], texts: ClassTexts, own: ClassWords): string {
  const lessons = texts.lessons.map((lesson) =>
    own.lesson(texts.numberOf(lesson), texts.titleOf(lesson)),
  )
  const head = [own.name, own.done, ...lessons, own.minutes, own.tries, own.stuck, own.saved]
  const rows = learners.map(({ name, done, lessons, minutes, tries, stuck, saved }) => [
    name,
    done,
    ...lessons.map((lesson) => lesson?.done),
    minutes === undefined ? undefined : Math.round(minutes * 10) / 10,
    tries,
    stuck &&
      own.stuckAt(
        texts.numberOf(stuck.lesson),
        texts.taskOf(stuck.lesson, stuck.task),
        stuck.tries,
      ),
    new Date(saved).toISOString(),
  ])
  return csvOf([head, ...rows])
}
