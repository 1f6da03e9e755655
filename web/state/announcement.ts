/** What the state has to say, for the page to put into words. */

import type { Answering, Exchange } from '../../lessons/exchange/exchange.ts'
import type { Task } from '../../lessons/lesson.ts'
import type { Forgotten, TaskProgress } from './progress.ts'
import type { Theme } from './stored.ts'

export type Announcement =
  /**
   * An answer came, and is shown unless the learner is elsewhere; these tasks are finished by it, and this is how
   * far that of the open page is, where it went on.
   */
  | {
      kind: 'answered'
      exchange: Exchange
      isShown: boolean
      finished: Task[]
      task?: TaskProgress
    }
  /** What takes the place of the draft has to wait for an answer that is still to come. */
  | { kind: 'still-sending' }
  | { kind: 'predict-first' }
  | { kind: 'mode'; mode: Answering }
  /** The checks of a code task were run: how many of them held, and whether they could all be run. */
  | { kind: 'checked'; held: number; all: number; finished: Task[] }
  | { kind: 'theme'; theme: Theme }
  | { kind: 'started-over'; what: Forgotten }
