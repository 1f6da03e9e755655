/** A sentence about what an exchange did in the code on screen. */

import type { Trace } from '../../../server/security/trace.ts'
import type { CodeWords } from '../../words/code.ts'
import type { Words } from '../../words/en.ts'
import { wordOf } from '../../words/word-of.ts'

export interface CodeNote {
  text: string
  /** Whether the request was stopped. */
  isHalted: boolean
}

/** @param trace of the step on screen; undefined where no exchange came by. */
export function noteAbout(trace: Trace | undefined, words: Words, code: CodeWords): CodeNote {
  const says = (text: string, isHalted = false) => ({ text, isHalted })
  if (!trace) return says(code.idle)
  const decisions = trace.filter((event) => event.kind === 'decided')
  const stopped = decisions.find(({ pass }) => !pass)
  if (stopped?.gate === 'route') return says(code.host)
  if (stopped?.gate === 'handler') return says(code.refused, true)
  if (stopped) {
    const { gate } = stopped
    const name = wordOf(words.gates, gate) ?? gate
    return says(code.stopped(name), true)
  }
  return says(trace.some(({ kind }) => kind === 'ran') ? code.ran : code.hostRoute)
}
