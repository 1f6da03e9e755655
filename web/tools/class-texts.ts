/** How lessons, tasks and wrong turns are called in a class's tables: as the learners read them. */

import type { TemplateResult } from 'lit'
import type { Language, Lesson } from '../../lessons/lesson.ts'
import { loadProse } from '../lesson/load-lesson.ts'
import { guessOf } from '../state/hand-in.ts'

export interface ClassTexts {
  lessons: readonly Lesson[]
  /** Number of a lesson in the course, from 1. */
  numberOf: (lesson: Lesson) => number
  titleOf: (lesson: Lesson) => string
  taskOf: (lesson: Lesson, task: string) => string
  /** What is said to who takes a wrong turn, or the option that was predicted. */
  wrongOf: (
    lesson: Lesson,
    task: string,
    id: string,
  ) => { text: TemplateResult | undefined; isGuess: boolean }
}

/** Loads the texts of all lessons. */
export async function loadClassTexts(
  lessons: readonly Lesson[],
  language: Language,
): Promise<ClassTexts> {
  const proses = await Promise.all(lessons.map((lesson) => loadProse(lesson, language)))
  const helps = await Promise.all(proses.map((prose) => prose.help()))
  const of = <Text>(all: readonly Text[], lesson: Lesson) => all[lessons.indexOf(lesson)]!
  return {
    lessons,
    numberOf: (lesson) => lessons.indexOf(lesson) + 1,
    titleOf: (lesson) => of(proses, lesson).title,
    taskOf: (lesson, task) => of(proses, lesson).pages[task]?.title ?? task,
    wrongOf: (lesson, task, id) => {
      const guess = guessOf(id)
      return guess === undefined
        ? { text: of(helps, lesson).detectors[id], isGuess: false }
        : { text: of(proses, lesson).pages[task]?.options[guess], isGuess: true }
    },
  }
}
