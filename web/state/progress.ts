/** What a learner has done: task by task, by what crossed the wire. */

import type { Exchange, Mode } from '../../lessons/exchange/exchange.ts'
import type {
  DecodeTask,
  Lesson,
  LessonPage,
  Part,
  PredictTask,
  Task,
} from '../../lessons/lesson.ts'

export interface TaskProgress {
  /** Parts of a wire task that are ticked. */
  parts: string[]
  /** What was predicted, and once it was sent the option that came; empty for none of them. */
  prediction?: { option: string; came?: string }
  /** What the learner read out of a token, and what a server read. */
  reading?: { text: string; came?: string }
}

/** Progress by lesson, then by task. */
export type Progress = Record<string, Record<string, TaskProgress>>

/** The tasks of a lesson; its other pages are there to read. */
export function tasksOf(lesson: Lesson): Task[] {
  return lesson.pages.filter((page) => page.kind !== 'reading')
}

/** The part of a code task that is done once all its checks hold in one run. */
export const HELD = 'held'

/** Of some pages those that a lesson is not done without. */
export function requiredOf<Page extends LessonPage>(pages: readonly Page[]): Page[] {
  return pages.filter(({ optional }) => !optional)
}

/** Whether a page is done: its task, or for a page to read, that it was opened and what it has was played. */
export function isDone(task: LessonPage, progress: TaskProgress | undefined): boolean {
  if (!progress) return false
  switch (task.kind) {
    case 'reading':
      return (task.parts ?? []).every(({ id }) => progress.parts.includes(id))
    case 'predict':
      return progress.prediction?.came !== undefined
    case 'decode':
      return isRead(progress.reading)
    case 'code':
      return progress.parts.includes(HELD)
    case 'wire':
    case 'break':
      return task.parts.every(({ id }) => progress.parts.includes(id))
    default:
      return task satisfies never
  }
}

/** How far a learner is in a lesson. */
export interface Standing {
  state: 'new' | 'begun' | 'done'
  /** Of the pages that it is not done without, how much is done: from 0 to 1. */
  share: number
  /** Tasks done, of all those. */
  done: number
  all: number
}

/** Where a learner stands in a lesson, by what is kept of it. */
export function standing(lesson: Lesson, progress: Progress[string] = {}): Standing {
  const isPageDone = (page: LessonPage) => isDone(page, progress[page.id])
  const pages = requiredOf(lesson.pages)
  const share = pages.filter(isPageDone).length / pages.length
  const tasks = requiredOf(tasksOf(lesson))
  return {
    state: share === 1 ? 'done' : lesson.pages.some(({ id }) => progress[id]) ? 'begun' : 'new',
    share,
    done: tasks.filter(isPageDone).length,
    all: tasks.length,
  }
}

/** Whether the learner and the server read the same: blanks and quotes around it are not read. */
export function isRead(reading: TaskProgress['reading']): boolean {
  if (reading?.came === undefined) return false
  return reading.text.trim().replace(/^(["'`])(.*)\1$/, '$2') === reading.came
}

/** Writes down a prediction; the first one counts. */
export function predict(
  progress: Progress,
  lesson: string,
  task: string,
  option: string,
): Progress {
  const before = progress[lesson]?.[task]
  if (before?.prediction) return progress
  return update(progress, lesson, task, { parts: before?.parts ?? [], prediction: { option } })
}

/** Writes down what was read out of a token; it is compared when a server has read it too. */
export function read(progress: Progress, lesson: string, task: string, text: string): Progress {
  const parts = progress[lesson]?.[task]?.parts ?? []
  return update(progress, lesson, task, { parts, reading: { text } })
}

/** Writes down that all checks of a code task held. */
export function hold(progress: Progress, lesson: string, task: string): Progress {
  return update(progress, lesson, task, { parts: [HELD] })
}

/** Writes down that a page was opened. */
export function visit(progress: Progress, lesson: string, page: string): Progress {
  return progress[lesson]?.[page] ? progress : update(progress, lesson, page, { parts: [] })
}

/** Whether something is kept of a lesson that was proved by what was sent. */
export function isProved(lesson: Progress[string] = {}): boolean {
  return Object.values(lesson).some(
    ({ parts, prediction, reading }) =>
      parts.length > 0 || prediction?.came !== undefined || reading?.came !== undefined,
  )
}

/** What is to be forgotten, by slug and page id; everything where neither is named. */
export interface Forgotten {
  lesson?: string
  page?: string
}

/**
 * What the journal proves beyond what was known.
 *
 * An exchange counts for the page it was sent from, because the learner has not read the tasks of other pages.
 *
 * @param journal the lesson's exchanges, oldest first; the last one has just come.
 */
export function advance(
  progress: Progress,
  lesson: Lesson,
  journal: readonly Exchange[],
): Progress {
  return lesson.pages.reduce((known, page) => {
    const before = known[lesson.slug]?.[page.id]
    const own = journal.filter(countsFor(page))
    const newest = own.at(-1) === journal.at(-1) ? own.at(-1) : undefined
    const after =
      page.kind === 'predict'
        ? advancePrediction(page, before, newest)
        : page.kind === 'decode'
          ? advanceReading(page, before, newest)
          : page.kind === 'code'
            ? before
            : advanceParts(page.parts ?? [], before, own)
    return after === before ? known : update(known, lesson.slug, page.id, after!)
  }, progress)
}

/**
 * What counts for a page: what was sent from there, an attack only where attacks are played.
 *
 * The logins that a played attack meets may have been made on any page.
 */
function countsFor(page: LessonPage): (exchange: Exchange) => boolean {
  const isPlayed = page.kind === 'break' && page.play !== undefined
  const hasAttacks = page.kind === 'break' || page.kind === 'reading'
  return ({ page: from, origin }) =>
    origin === 'attack' ? hasAttacks && from === page.id : isPlayed || from === page.id
}

/**
 * The part that has to be done once more, since what is still open builds on its exchange and the journal
 * has it no longer, as after a reload; undefined where nothing is in the way.
 */
export function lostPart(
  page: LessonPage,
  progress: TaskProgress | undefined,
  journal: readonly Exchange[],
): Part['needs'] {
  if (page.kind !== 'wire' && page.kind !== 'break') return undefined
  const own = journal.filter(countsFor(page))
  const isTicked = (id: string) => progress?.parts.includes(id) ?? false
  const partOf = (id: string) => page.parts.find((part) => part.id === id)
  const open = page.parts.find(({ id }) => !isTicked(id))
  let lost: Part['needs']
  for (let needs = open?.needs; needs; needs = partOf(needs.part)?.needs) {
    const isLost = isTicked(needs.part) && !partOf(needs.part)?.done(own)
    if (isLost) lost = needs
  }
  return lost
}

/**
 * What has to be sent before the rest of a page can be done: a part once more, or what the page takes for granted.
 *
 * @param journal the lesson's exchanges, oldest first.
 * @param mode who answers now.
 */
export function firstNeeded(
  page: LessonPage,
  progress: TaskProgress | undefined,
  journal: readonly Exchange[],
  mode: Mode,
): { part?: string; request?: string } | undefined {
  const lost = lostPart(page, progress, journal)
  if (lost || isDone(page, progress) || !page.given || page.given.has(journal, mode)) return lost
  return { request: page.given.request }
}

function advancePrediction(
  task: PredictTask,
  before: TaskProgress | undefined,
  exchange: Exchange | undefined,
): TaskProgress | undefined {
  if (!before?.prediction || before.prediction.came !== undefined || !exchange) return before
  if (!task.asked(exchange)) return before
  const came = task.options.find(({ right }) => right(exchange))?.id ?? ''
  return { ...before, prediction: { ...before.prediction, came } }
}

function advanceReading(
  task: DecodeTask,
  before: TaskProgress | undefined,
  exchange: Exchange | undefined,
): TaskProgress | undefined {
  if (!before?.reading || before.reading.came !== undefined || !exchange) return before
  const came = task.read(exchange)
  return came === undefined ? before : { ...before, reading: { ...before.reading, came } }
}

function advanceParts(
  all: readonly Part[],
  before: TaskProgress | undefined,
  journal: readonly Exchange[],
): TaskProgress | undefined {
  const known = before?.parts ?? []
  const parts = all
    .filter(({ id, done }) => known.includes(id) || done(journal))
    .map(({ id }) => id)
  return parts.every((id) => known.includes(id)) ? before : { ...before, parts }
}

function update(progress: Progress, lesson: string, task: string, value: TaskProgress): Progress {
  return { ...progress, [lesson]: { ...progress[lesson], [task]: value } }
}
