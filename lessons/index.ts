/** The lessons in the order they are taught, each loaded when it is asked for. */

import type { Lesson } from './lesson.ts'

interface Entry {
  slug: string
  /** The folder's name under `lessons/`. */
  folder: string
  load: () => Promise<Lesson>
}

export const course: readonly [Entry, ...Entry[]] = [
  {
    slug: 'first-steps',
    folder: '1-first-steps',
    load: async () => (await import('./1-first-steps/lesson.ts')).firstSteps,
  },
  {
    slug: 'current-user',
    folder: '2-current-user',
    load: async () => (await import('./2-current-user/lesson.ts')).currentUser,
  },
  {
    slug: 'password-flow',
    folder: '3-password-flow',
    load: async () => (await import('./3-password-flow/lesson.ts')).passwordFlow,
  },
  {
    slug: 'jwt',
    folder: '4-jwt',
    load: async () => (await import('./4-jwt/lesson.ts')).jwt,
  },
  {
    slug: 'two-servers',
    folder: '5-two-servers',
    load: async () => (await import('./5-two-servers/lesson.ts')).twoServers,
  },
]

/** Loads a lesson; undefined where there is none of that name. */
export async function lessonCalled(slug: string): Promise<Lesson | undefined> {
  return course.find((entry) => entry.slug === slug)?.load()
}
