/** The elements that are loaded with the first lesson or page that has them. */

import type { Lesson, LessonPage } from '../../lessons/lesson.ts'
import { loadElement } from '../lesson/optional-elements.ts'
import type { Help, Prose } from '../lesson/prose.ts'
import { hasUnusualHeaders } from '../state/draft-edits.ts'

const elements = {
  'bp-flow': () => import('../lesson/flow.ts'),
  'bp-attacks': () => loadElement('bp-attacks'),
  'bp-term': () => import('../lesson/term.ts'),
  'bp-password': () => import('../lesson/password.ts'),
  'bp-bcrypt-chart': () => import('../lesson/bcrypt-chart.ts'),
}

/** Loads what a lesson's prose or its help has of them, so that nothing jumps below them later. */
export async function loadElements(prose: Prose | Help): Promise<void> {
  // Templates are data: one look goes through every text of the lesson.
  const written = JSON.stringify(prose)
  const used = Object.entries(elements).filter(([tag]) => written.includes(`<${tag}`))
  await Promise.all(used.map(([, load]) => load()))
}

/** Loads what a page stands with from the start, besides its prose: it would push away what is below it later. */
export async function loadTools(lesson: Lesson, page: LessonPage): Promise<void> {
  await Promise.all([
    lesson.clock && import('../request/lab-clock.ts'),
    page.kind === 'decode' && import('../lesson/reading.ts'),
    page.kind === 'break' && page.play && loadElement('bp-attack'),
    Object.values(lesson.requests).some(hasUnusualHeaders) && import('../request/header-rows.ts'),
  ])
}
