/** The parts of the state as a test puts them together: their storage is memory, and the test answers. */

import type { Lesson } from '../../../../lessons/lesson.ts'
// The workbench loads them when it first needs them: a test that counts turns has them from the start.
import '../../../../web/stage/busy-server.ts'
import '../../../../web/state/draft-problem.ts'
import { LearnerProgress } from '../../../../web/state/learner-progress.ts'
import { OwnCopies } from '../../../../web/state/own-copies.ts'
import type { Responder } from '../../../../web/state/responder.ts'
import { SavedState } from '../../../../web/state/saved-state.ts'
import type { Visit } from '../../../../web/state/visit.ts'
import { Workbench } from '../../../../web/state/workbench.ts'
import { FakeStorage, open, PATH } from './tabs.ts'

export const BASE = 'http://localhost/'

/** A learner's copies of servers, of which there are none yet. */
export const emptyCopies = () => new OwnCopies({ path: PATH, storage: new FakeStorage().open })

export const emptyState = () => new SavedState(open(new FakeStorage()))

/** A workbench whose requests are answered by `send`. */
export function workbenchWith(send: Responder['send'], saved = emptyState()) {
  const progress = new LearnerProgress(saved)
  const own = emptyCopies()
  const responder = {
    mode: 'browser' as const,
    send,
    restartOwn: async () => {},
    prepareOwn: async () => {},
  }
  const workbench = new Workbench({ progress, responder, own, base: BASE })
  saved.whenForgotten((what) => workbench.forget(what))
  return { workbench, progress, saved, own }
}

/** A visit to a lesson's page, the first where none is named. */
export function visitTo(lesson: Lesson, id = lesson.pages[0]!.id): Visit {
  const page = lesson.pages.find((one) => one.id === id)
  if (!page) throw new Error(`there is no page "${id}"`)
  return { lesson, page }
}
