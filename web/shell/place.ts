/** Where the learner is, and what is loaded for that place. */

import { course, lessonCalled } from '../../lessons/index.ts'
import { appOf, type Language, type Lesson, type LessonPage } from '../../lessons/lesson.ts'
import { loadProse, loadSource, loadWords } from '../lesson/load-lesson.ts'
import type { Prose } from '../lesson/prose.ts'
import type { StepSource } from '../lesson/step-source.ts'
import type { Words } from '../words/en.ts'
import { readRoute, type Route, routeHash } from './route.ts'
import type { Kept } from './storage.ts'

/** The sources of a lesson's step apps, by folder and file. */
type Sources = Record<string, StepSource>

export interface Place {
  route: Route
  words: Words
  /** The lesson of the route with what is shown of it; undefined for an address that names none. */
  open?: { lesson: Lesson; page: LessonPage; prose: Prose; sources: Sources }
}

/**
 * Loads what an address shows. One that names a lesson but no page gets the page last visited; an empty one
 * gets the first lesson.
 *
 * @param hash the address after and with its `#`.
 */
export async function loadPlace(hash: string, kept: Kept): Promise<Place> {
  const route = readRoute(hash) ?? {
    language: kept.language ?? preferredLanguage(),
    lesson: hash.length > 2 ? 'unknown' : course[0].slug,
  }
  const wordsLoading = loadWords(route.language)
  const lesson = await lessonCalled(route.lesson)
  const page =
    lesson &&
    (route.page === undefined
      ? (pageOf(lesson, kept.places[lesson.slug]) ?? lesson.pages[0]!)
      : pageOf(lesson, route.page))
  if (!lesson || !page) return { route, words: await wordsLoading }
  const [words, prose, sources] = await Promise.all([
    wordsLoading,
    loadProse(lesson, route.language),
    loadSources(lesson),
  ])
  return { route: { ...route, page: page.id }, words, open: { lesson, page, prose, sources } }
}

async function loadSources(lesson: Lesson): Promise<Sources> {
  const apps = [...new Set(Object.values(lesson.servers).map((server) => appOf(lesson, server)))]
  return Object.fromEntries(
    await Promise.all(apps.map(async (app) => [app, await loadSource(app)] as const)),
  )
}

/** The address of the page that many steps away, if there is one. */
export function neighbour({ route, open }: Place, by: number): string | undefined {
  if (!open) return undefined
  const page = open.lesson.pages[open.lesson.pages.indexOf(open.page) + by]
  return page && routeHash({ ...route, page: page.id })
}

function pageOf(lesson: Lesson, id: string | undefined): LessonPage | undefined {
  return lesson.pages.find((page) => page.id === id)
}

function preferredLanguage(): Language {
  return navigator.languages.some((language) => /^ko\b/.test(language)) ? 'ko' : 'en'
}
