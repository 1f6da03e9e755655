/** What an address shows, loaded: words, lesson, page, prose, sources. */

import type { RequestDraft } from '../../lessons/exchange/exchange.ts'
import { course, lessonCalled, loadLessons } from '../../lessons/index.ts'
import { appOf, type CodeTask, hasCalls, type Language, type Lesson } from '../../lessons/lesson.ts'
import { loadElements, loadTools } from './load-elements.ts'
import { loadProse, loadSource, loadWords } from '../lesson/load-lesson.ts'
import type { Prose } from '../lesson/prose.ts'
import type { StepSource } from '../panels/step-source.ts'
import type { Words } from '../words/en.ts'
import { isDone, type Progress } from '../state/progress.ts'
import { pageOf, resumePoint } from '../state/resume-point.ts'
import { readRoute, type Route } from '../state/route.ts'
import type { SavedData } from '../state/stored.ts'
import type { Visit } from '../state/visit.ts'
import { loadSheet, type Sheet } from './sheets.ts'
import type { TitledResumePoint } from './start-page.ts'

/** Whether a lesson is about JSON Web Tokens: they have an end, and one server may read them for another. */
const hasTokens = (lesson: Lesson) => lesson.clock === true || hasCalls(lesson)

/** Few pages have code to be written. */
async function loadCodeWork(lesson: Lesson, page: CodeTask) {
  return (await import('../lesson/load-code-work.ts')).loadCodeWork(lesson, page)
}

/** Few addresses have a request in them. */
async function readShared(text: string, lesson: Lesson) {
  return (await import('../stage/shared-request.ts')).readShared(text, lesson)
}

/** The sources of a lesson's step apps, by folder and file. */
type Sources = Record<string, StepSource>

export interface View {
  route: Route
  words: Words
  /** What is shown of the page of a lesson; undefined for an address that names none. */
  open?: OpenPage
  /** What the start page shows, for an address that names nothing more than a language. */
  start?: StartView
  /** What an address shows that names a page beside the lessons. */
  sheet?: SheetView
}

export interface OpenPage {
  /** The request that somebody has put into the address. */
  shared?: RequestDraft | undefined
  visit: Visit
  prose: Prose
  sources: Sources
}

interface SheetView extends Sheet {
  lessons: readonly Lesson[]
}

export interface StartView {
  lessons: readonly Lesson[]
  /** Where the learner goes on; undefined where nothing is begun, or nothing left. */
  resume?: TitledResumePoint
}

/**
 * Loads what an address shows. One that names a lesson but no page gets the page last visited; an empty one
 * gets the start page.
 *
 * @param hash the address after and with its `#`.
 */
export async function loadView(hash: string, data: SavedData): Promise<View> {
  const route = readRoute(hash) ?? {
    language: languageAt(hash, data),
    ...(hash.length > 2 && { lesson: 'unknown' }),
  }
  const wordsLoading = loadWords(route.language)
  if (route.lesson === undefined) {
    const start = await loadStart(route.language, data)
    return { route, words: await wordsLoading, start }
  }
  const sheet = await loadSheet(route.lesson)
  if (sheet) {
    const [words, lessons] = await Promise.all([wordsLoading, loadLessons()])
    const { page: _, ...place } = route
    return { route: sheet.hasPages ? route : place, words, sheet: { ...sheet, lessons } }
  }
  const lesson = await lessonCalled(route.lesson)
  const page =
    lesson &&
    (route.page === undefined
      ? (pageOf(lesson, data.places[lesson.slug]) ?? lesson.pages[0]!)
      : pageOf(lesson, route.page))
  if (!lesson || !page) return { route, words: await wordsLoading }
  const [words, prose, sources, code] = await Promise.all([
    loadWords(route.language, hasTokens(lesson)),
    loadProse(lesson, route.language, page),
    loadSources(lesson),
    page.kind === 'code' ? loadCodeWork(lesson, page) : undefined,
    loadTools(lesson, page),
  ])
  await loadElements(prose)
  const shared = route.request && (await readShared(route.request, lesson))
  // A page that is done shows what to take from it from the start; elsewhere help comes later.
  const help = prose.help().then(loadElements, () => undefined)
  if (isDone(page, data.progress[lesson.slug]?.[page.id])) await help
  return {
    route: { ...route, page: page.id },
    words,
    open: {
      visit: { lesson, page, ...(code && { code }) },
      prose,
      sources,
      ...(shared && { shared }),
    },
  }
}

/** The lessons that something is done in, and the open one: of the others no more than the title is shown. */
export function loadBegun(progress: Progress, open: Lesson): Promise<readonly Lesson[]> {
  const isBegun = (slug: string) => Object.keys(progress[slug] ?? {}).length > 0
  const begun = course.filter(({ slug }) => slug === open.slug || isBegun(slug))
  return Promise.all(begun.map(({ load }) => load()))
}

async function loadStart(language: Language, data: SavedData): Promise<StartView> {
  const [lessons] = await Promise.all([loadLessons(), import('./start-page.ts')])
  const point = resumePoint(lessons, data)
  if (!point) return { lessons }
  const prose = await loadProse(point.lesson, language)
  return { lessons, resume: { ...point, title: prose.pages[point.page.id]!.title } }
}

async function loadSources(lesson: Lesson): Promise<Sources> {
  const apps = [...new Set(Object.values(lesson.servers).map((server) => appOf(lesson, server)))]
  return Object.fromEntries(
    await Promise.all(apps.map(async (app) => [app, await loadSource(app)] as const)),
  )
}

/** The language of an address; where it names none, the one used last, or the browser's. */
export function languageAt(hash: string, data: SavedData): Language {
  const isKorean = navigator.languages.some((language) => /^ko\b/.test(language))
  return readRoute(hash)?.language ?? data.language ?? (isKorean ? 'ko' : 'en')
}
