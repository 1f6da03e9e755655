/** The elements that are loaded with the first lesson or page that has them. */

import type { Lesson, LessonPage } from '../../lessons/lesson.ts'
import type { Prose } from './prose.ts'
import { hasMore } from './request-form.ts'

const elements = {
  'bp-flow': () => import('./flow.ts'),
  'bp-attacks': () => import('./attacks.ts'),
  'bp-term': () => import('./term.ts'),
  'bp-bcrypt-chart': () => import('./bcrypt-chart.ts'),
}

/** Loads what a lesson's prose has of them, so that nothing jumps below them later. */
export async function loadElements(prose: Prose): Promise<void> {
  // Templates are data: one look goes through every text of the lesson.
  const written = JSON.stringify(prose)
  const used = Object.entries(elements).filter(([tag]) => written.includes(`<${tag}`))
  await Promise.all(used.map(([, load]) => load()))
}

/** Loads what a page stands with from the start, besides its prose: it would push away what is below it later. */
export async function loadTools(lesson: Lesson, page: LessonPage): Promise<void> {
  await Promise.all([
    lesson.clock && import('./lab-clock.ts'),
    page.kind === 'decode' && import('./reading.ts'),
    page.kind === 'break' && page.play && import('./attack.ts'),
    Object.values(lesson.requests).some(hasMore) && import('./header-rows.ts'),
  ])
}
