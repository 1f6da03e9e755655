/** Where the learner is, and what is loaded for that place. */

import { course, lessonCalled } from '../../lessons/index.ts'
import { appOf, type Language, type Lesson, type LessonPage } from '../../lessons/lesson.ts'
import { loadElements, loadTools } from './load-elements.ts'
import { loadProse, loadSource, loadWords } from '../state/load-lesson.ts'
import type { Prose } from '../state/prose.ts'
import type { StepSource } from '../state/step-source.ts'
import type { Words } from '../words/en.ts'
import { standing } from '../state/progress.ts'
import { readRoute, type Route, routeHash } from '../state/route.ts'
import type { Kept } from '../state/stored.ts'

/** The sources of a lesson's step apps, by folder and file. */
type Sources = Record<string, StepSource>

export interface Place {
  route: Route
  words: Words
  /** The lesson of the route with what is shown of it; undefined for an address that names none. */
  open?: { lesson: Lesson; page: LessonPage; prose: Prose; sources: Sources }
  /** What the start page shows, for an address that names nothing more than a language. */
  start?: { lessons: readonly Lesson[]; from?: From }
}

/** Where the learner goes on. */
export interface From {
  lesson: Lesson
  page: LessonPage
  /** The page's title. */
  title: string
}

/**
 * Loads what an address shows. One that names a lesson but no page gets the page last visited; an empty one
 * gets the start page.
 *
 * @param hash the address after and with its `#`.
 */
export async function loadPlace(hash: string, kept: Kept): Promise<Place> {
  const route = readRoute(hash) ?? {
    language: languageAt(hash, kept),
    ...(hash.length > 2 && { lesson: 'unknown' }),
  }
  const wordsLoading = loadWords(route.language)
  if (route.lesson === undefined) {
    const start = await loadStart(route.language, kept)
    return { route, words: await wordsLoading, start }
  }
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
    loadTools(lesson, page),
  ])
  await loadElements(prose)
  return { route: { ...route, page: page.id }, words, open: { lesson, page, prose, sources } }
}

/** All lessons, in order. */
export function loadLessons(): Promise<readonly Lesson[]> {
  return Promise.all(course.map(({ load }) => load()))
}

async function loadStart(language: Language, kept: Kept): Promise<NonNullable<Place['start']>> {
  const [lessons] = await Promise.all([loadLessons(), import('./start-page.ts')])
  const from = wayOn(lessons, kept)
  if (!from) return { lessons }
  const prose = await loadProse(from.lesson, language)
  return { lessons, from: { ...from, title: prose.pages[from.page.id]!.title } }
}

/**
 * Where a learner who has begun goes on: in the lesson last open, or once that is done in the next that is not;
 * undefined where nothing is begun, or nothing left.
 */
export function wayOn(
  lessons: readonly Lesson[],
  { last, places, progress }: Kept,
): Omit<From, 'title'> | undefined {
  const at = lessons.findIndex(({ slug }) => slug === last)
  if (at < 0) return undefined
  const lesson = [...lessons.slice(at), ...lessons.slice(0, at)].find(
    (one) => standing(one, progress[one.slug]).state !== 'done',
  )
  return lesson && { lesson, page: pageOf(lesson, places[lesson.slug]) ?? lesson.pages[0]! }
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

/** The language of an address; where it names none, the one used last, or the browser's. */
export function languageAt(hash: string, kept: Kept): Language {
  const isKorean = navigator.languages.some((language) => /^ko\b/.test(language))
  return readRoute(hash)?.language ?? kept.language ?? (isKorean ? 'ko' : 'en')
}
