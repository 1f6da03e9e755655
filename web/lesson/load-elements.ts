/** The elements of prose that are loaded with the first lesson that has them. */

import type { Prose } from './prose.ts'

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
