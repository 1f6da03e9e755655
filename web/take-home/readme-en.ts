/** The README of a lesson that is taken home, in English. */

import type { Lesson } from '../../lessons/lesson.ts'
import type { HomeServer } from './home-servers.ts'

export function readme(lesson: Lesson, _servers: readonly HomeServer[]): string {
  return `# ${lesson.slug}\n`
}
