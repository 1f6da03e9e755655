/** Where the learner is, as the part of the address after `#`: it works on every static host, below any path. */

import type { Language } from '../../lessons/lesson.ts'
import { lessonNow } from './moved-pages.ts'

export interface Route {
  language: Language
  /** The start page where absent. */
  lesson?: string
  /** Page of the lesson; the first or the last visited one when absent. */
  page?: string
  /** A request for the bench, as `readShared` reads it: it is taken once, and no address says it afterwards. */
  request?: string
}

/** Stands in an address in the place of a lesson, for the course on one page: no lesson has that name. */
export const SUMMARY = 'summary'

/** The same, for what one does with a copy of the playground besides learning. */
export const TOOLS = 'tools'

/** The same, for a lesson on paper: its slug stands in the place of a page. */
export const HANDOUT = 'handout'

/** The same, for a class as a table. */
export const CLASS = 'class'

/** The same, for the window of whoever shows a lesson to a room. */
export const PRESENTER = 'presenter'

/** Reads `#/en/first-steps/knock`, or `#/en`; undefined for an address that names no place of ours. */
export function readRoute(hash: string): Route | undefined {
  const [, language, lesson, page, request] =
    /^#\/(en|ko)(?:\/([\w-]+)(?:\/([\w-]+))?)?\/?(?:\?request=([\w-]{1,20000}))?$/.exec(hash) ?? []
  if (!language) return undefined
  return {
    language: language as Language,
    ...(lesson !== undefined && { lesson: lessonNow(lesson, page) }),
    ...(page !== undefined && { page }),
    ...(request !== undefined && { request }),
  }
}

/** Writes a route as {@link readRoute} reads it. */
export function routeHash({ language, lesson, page }: Route): string {
  return `#/${[language, lesson, page].filter(Boolean).join('/')}`
}
