/** What a learner has done: task by task, by what crossed the wire. */

import type {
  Exchange,
  Lesson,
  LessonPage,
  PredictTask,
  Task,
  WireTask,
} from '../../lessons/lesson.ts'

export interface TaskProgress {
  /** Parts of a wire task that are ticked. */
  parts: string[]
  /** What was predicted, and the status that came once it was sent. */
  prediction?: { option: string; came?: number }
}

/** Progress by lesson, then by task. */
export type Progress = Record<string, Record<string, TaskProgress>>

/** The tasks of a lesson; its other pages are there to read. */
export function tasksOf(lesson: Lesson): Task[] {
  return lesson.pages.filter((page) => page.kind !== 'beat')
}

/** Whether a page is done: its task, or for a page to read, that it was opened. */
export function isDone(task: LessonPage, progress: TaskProgress | undefined): boolean {
  if (!progress) return false
  if (task.kind === 'beat') return true
  return task.kind === 'predict'
    ? progress.prediction?.came !== undefined
    : task.parts.every(({ id }) => progress.parts.includes(id))
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

/** Writes down that a page was opened. */
export function visit(progress: Progress, lesson: string, page: string): Progress {
  return progress[lesson]?.[page] ? progress : update(progress, lesson, page, { parts: [] })
}

/**
 * What the journal proves beyond what was known.
 *
 * An exchange counts for the page it was sent from: a task elsewhere is still to be read, and thought about.
 *
 * @param journal the lesson's exchanges, oldest first; the last one is the news.
 */
export function advance(
  progress: Progress,
  lesson: Lesson,
  journal: readonly Exchange[],
): Progress {
  return tasksOf(lesson).reduce((known, task) => {
    const before = known[lesson.slug]?.[task.id]
    const isOwn = ({ page }: Exchange) => page === task.id
    const after =
      task.kind === 'predict'
        ? advancePrediction(task, before, journal.slice(-1).find(isOwn))
        : advanceParts(task, before, journal.filter(isOwn))
    return after === before ? known : update(known, lesson.slug, task.id, after!)
  }, progress)
}

function advancePrediction(
  task: PredictTask,
  before: TaskProgress | undefined,
  exchange: Exchange | undefined,
): TaskProgress | undefined {
  if (!before?.prediction || before.prediction.came !== undefined || !exchange) return before
  if (!task.asked(exchange)) return before
  return { ...before, prediction: { ...before.prediction, came: exchange.response.status } }
}

function advanceParts(
  task: WireTask,
  before: TaskProgress | undefined,
  journal: readonly Exchange[],
): TaskProgress | undefined {
  const known = before?.parts ?? []
  const parts = task.parts
    .filter(({ id, done }) => known.includes(id) || done(journal))
    .map(({ id }) => id)
  return parts.every((id) => known.includes(id)) ? before : { ...before, parts }
}

function update(progress: Progress, lesson: string, task: string, value: TaskProgress): Progress {
  return { ...progress, [lesson]: { ...progress[lesson], [task]: value } }
}

/** Reads kept progress; undefined when it is not what this page writes. */
export function readProgress(value: unknown): Progress | undefined {
  if (!isRecord(value)) return undefined
  const sound = Object.values(value).every(
    (tasks) => isRecord(tasks) && Object.values(tasks).every(isTaskProgress),
  )
  return sound ? (value as Progress) : undefined
}

function isTaskProgress(value: unknown): value is TaskProgress {
  if (!isRecord(value)) return false
  const { parts, prediction } = value
  if (!Array.isArray(parts) || !parts.every((part) => typeof part === 'string')) return false
  if (prediction === undefined) return true
  return (
    isRecord(prediction) &&
    typeof prediction['option'] === 'string' &&
    (prediction['came'] === undefined || typeof prediction['came'] === 'number')
  )
}

/** Whether a value read from outside is a plain object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
