/** Going through a page's things, forward and back: where one is then, and whether something is sent on the way. */

import type { Step } from './steps.ts'

/** What came of sending, as far as it matters here. */
export interface Bench {
  /** Whether an answer is there. */
  isAnswered: boolean
  /** Whether one is waited for. */
  isSending: boolean
}

/** Where one is then. */
export interface Walked {
  at: number
  /** Whether the request is sent now: once, and never by going back and forth. */
  sends?: true
  /** Whether the page ends here, and another one is wanted. */
  isOver?: true
}

export function forward(at: number, steps: readonly Step[], bench: Bench): Walked {
  const isOpen = !bench.isAnswered && !bench.isSending
  if (steps[at]?.kind === 'send' && !bench.isAnswered) {
    // Nothing came, as from a server that is not there: it is asked again.
    return isOpen ? { at, sends: true } : { at }
  }
  const next = steps[at + 1]
  if (!next) return { at, isOver: true }
  return { at: at + 1, ...(next.kind === 'send' && isOpen && { sends: true as const }) }
}

/** The last of the things of one kind that come next; where one is, when the next thing is that something is sent. */
export function restOf(steps: readonly Step[], at: number): number {
  const kind = steps[at + 1]?.kind
  if (kind === undefined || kind === 'send') return at
  let last = at + 1
  while (steps[last + 1]?.kind === kind) last++
  return last
}

export function back(at: number): Walked {
  return at > 0 ? { at: at - 1 } : { at: 0, isOver: true }
}

/**
 * Where one is in a list that has become another: another answer came, or the one that was there is gone.
 *
 * The place stays at the same thing, else at the last one of its kind, else as near as it can.
 */
export function placeIn(steps: readonly Step[], at: number, step: Step | undefined): number {
  const last = Math.max(0, steps.length - 1)
  if (!step) return Math.min(at, last)
  const same = steps.findIndex((each) => nameOf(each) === nameOf(step))
  if (same >= 0) return same
  const kin = steps.findLastIndex(({ kind }) => kind === step.kind)
  return kin >= 0 ? kin : Math.min(at, last)
}

/** What a thing is, whatever came of it. */
const nameOf = (step: Step): string =>
  JSON.stringify(step.kind === 'decision' ? { ...step, passed: true } : step)
