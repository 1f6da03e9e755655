/** What the learner has done, as it is read from what is kept and written to it. */

import type { Exchange } from '../../lessons/exchange/exchange.ts'
import type { Lesson, Task } from '../../lessons/lesson.ts'
import {
  advance,
  type Forgotten,
  hold,
  isDone,
  predict,
  type Progress,
  read,
  type TaskProgress,
  tasksOf,
  visit,
} from './progress.ts'
import type { SavedState } from './saved-state.ts'
import type { Visit } from './visit.ts'

export class LearnerProgress {
  private readonly saved: SavedState
  private readonly now: () => number
  /** When the page was opened, or something was last tried on it. */
  private since = 0

  constructor(saved: SavedState, now = Date.now) {
    this.saved = saved
    this.now = now
  }

  /** By lesson, then by page. */
  get all(): Progress {
    return this.saved.data.progress
  }

  /** What was done on a page; undefined where nothing was. */
  of({ lesson, page }: Visit): TaskProgress | undefined {
    return this.all[lesson.slug]?.[page.id]
  }

  isDone(visit: Visit): boolean {
    return isDone(visit.page, this.of(visit))
  }

  /** Writes down that a page to read was opened; of a task only the time counts. */
  open({ lesson, page }: Visit): void {
    this.since = this.now()
    if (page.kind !== 'reading') return
    this.saved.advance((progress) => visit(progress, lesson.slug, page.id))
  }

  /** Writes a prediction down. */
  predict({ lesson, page }: Visit, option: string): void {
    this.saved.advance((progress) => predict(progress, lesson.slug, page.id, option))
  }

  /** Writes down what was read out of a token. */
  read({ lesson, page }: Visit, text: string): void {
    this.saved.advance((progress) => read(progress, lesson.slug, page.id, text))
  }

  /**
   * Writes down what a lesson's journal proves, and that it was tried; gives the tasks that this finished.
   *
   * @param journal the lesson's exchanges, oldest first.
   */
  prove(lesson: Lesson, journal: readonly Exchange[]): Task[] {
    const before = this.all
    this.saved.advance((progress) => advance(progress, lesson, journal))
    const after = this.all
    const isDoneIn = (task: Task, progress: Progress) =>
      isDone(task, progress[lesson.slug]?.[task.id])
    const newest = journal.at(-1)
    if (newest) this.tried(lesson, newest.page, before, newest)
    return tasksOf(lesson).filter((task) => !isDoneIn(task, before) && isDoneIn(task, after))
  }

  /** Writes down that the checks of a code task were run; gives it where they all held and that finished it. */
  checked({ lesson, page }: Visit, areHeld: boolean): Task[] {
    if (page.kind !== 'code') return []
    const before = this.all
    if (areHeld) this.saved.advance((progress) => hold(progress, lesson.slug, page.id))
    this.tried(lesson, page.id, before)
    return areHeld && !isDone(page, before[lesson.slug]?.[page.id]) ? [page] : []
  }

  /** Counts a try, and the time it took: an instructor may ask for it. */
  private tried(lesson: Lesson, page: string, before: Progress, exchange?: Exchange): void {
    const now = this.now()
    const tried = { lesson, page, before, after: this.all, took: now - this.since, exchange }
    this.since = now
    import('./effort.ts').then(
      ({ withTry }) => this.saved.storage.change((stored) => withTry(stored, tried)),
      // Without it the lesson goes on all the same.
      () => {},
    )
  }

  /** Takes back what was done, here and in all tabs. */
  forget(what: Forgotten): void {
    this.saved.forget(what)
  }
}
