/** Why a request has no answer, told apart from every answer that a server gave. */

import type { Answering, Exchange, Mode } from '../../lessons/exchange/exchange.ts'
import { LATE } from '../stage/in-time.ts'
import { OwnFailure } from '../stage/own/own-failure.ts'
import { StageFailure } from '../stage/stage-failure.ts'

/** Nobody there, nobody in time, a file of the page that did not come, or a learner who waits no more. */
export type Failed = Mode | `${Mode}-late` | 'not-loaded' | 'cancelled' | OwnFailed

/** What keeps a learner's own copy from answering: it broke, is late, cannot run, hangs, or says too much. */
export type OwnFailed = 'own' | 'own-late' | 'own-problems' | 'own-silent' | 'own-flood'

/** Whether it is the learner's own copy that failed. */
export const isOfOwn = (failed: Failed): failed is OwnFailed => failed.startsWith('own')

/** Why a request is given up that the learner no longer waits for. */
export const CANCELLED = new DOMException('cancelled', 'AbortError')

/** What became of a request that failed. */
export function failedBy(reason: unknown, mode: Answering): Failed {
  if (reason === CANCELLED) return 'cancelled'
  if (reason === LATE) return `${mode}-late`
  if (isLoadFailure(reason)) return 'not-loaded'
  if (reason instanceof OwnFailure) {
    const { kind } = reason.trouble
    return kind === 'broke' ? 'own' : `own-${kind}`
  }
  return reason instanceof StageFailure && reason.code === 'not-loaded' ? 'not-loaded' : mode
}

/**
 * Whether an answer can prove anything: the lesson's own server made it, which says what it decided, and did not break.
 *
 * A proxy's page, an error of the host around the lessons and a handler or dependency that broke are no answers of the lesson.
 */
export function isOfLesson({ response, trace }: Pick<Exchange, 'response' | 'trace'>): boolean {
  if (response.status < 500) return true
  const broke = trace.some(
    (event) => event.kind === 'refused' && event.because.some((why) => BROKEN.has(why)),
  )
  return trace.length > 0 && !broke
}

/** Reasons of a step app that broke. */
const BROKEN = new Set(['handler-failed', 'dependency-failed'])

/** How Chromium, Firefox and Safari say that a module did not come. */
const FAILED = /dynamically imported module|importing a module script failed/i

/** Whether a promise failed because a file of the page did not come. */
export function isLoadFailure(reason: unknown): boolean {
  return reason instanceof TypeError && FAILED.test(reason.message)
}
