/** The course as a path: each lesson with its way and how far the learner is in it. */

import { course } from '../../lessons/index.ts'
import type { Language, Lesson } from '../../lessons/lesson.ts'
import { titleOf } from '../lesson/load-lesson.ts'
import { type Progress, type Standing, standing } from '../state/progress.ts'
import { routeHash } from '../state/route.ts'

export interface CourseStop extends Standing {
  slug: string
  title: string
  href: string
  /** How long the lesson takes; undefined while it is not loaded. */
  minutes?: number
}

const UNKNOWN: Standing = { state: 'new', share: 0, done: 0, all: 0 }

/** @param lessons those that are loaded; of the others only title and way are known. */
export function stopsOf(
  lessons: readonly Lesson[],
  progress: Progress,
  language: Language,
): CourseStop[] {
  return course.map(({ slug, folder }) => {
    const lesson = lessons.find((one) => one.slug === slug)
    return {
      slug,
      title: titleOf(folder, language),
      href: routeHash({ language, lesson: slug }),
      ...(lesson ? { ...standing(lesson, progress[slug]), minutes: lesson.minutes } : UNKNOWN),
    }
  })
}
