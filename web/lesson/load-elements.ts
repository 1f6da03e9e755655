/** The elements of prose that are loaded with the first lesson that has them. */

import type { Prose } from './prose.ts'

const elements = {
  'bp-flow': () => import('./flow.ts'),
  'bp-attacks': () => import('./attacks.ts'),
  'bp-term': () => import('./term.ts'),
  'bp-bcrypt-chart': () => import('./bcrypt-chart.ts'),
}

/** Loads what a lesson's prose has of them; until then their text stands there plain. */
export function loadElements(prose: Prose): void {
  // Templates are data: one look goes through every text of the lesson.
  const written = JSON.stringify(prose)
  for (const [tag, load] of Object.entries(elements)) {
    if (written.includes(`<${tag}`)) void load()
  }
}
