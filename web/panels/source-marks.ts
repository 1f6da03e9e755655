/** Which lines of a step's source took part in an exchange, and a sentence about it. */

import type { Exchange } from '../../lessons/exchange/exchange.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import type { Words } from '../words/en.ts'
import { gatesFor } from '../exchange/gates-of.ts'
import type { RegionMark } from './code-pane.ts'

/** Marks for the regions of the source: what passed, where it stopped, what was never reached. */
export function sourceMarks(
  lesson: Lesson,
  exchange: Exchange | undefined,
  words: Words,
): { marks: Record<string, RegionMark>; note: string } {
  if (!exchange) return { marks: {}, note: words.code.idle }
  const decisions = exchange.trace.filter((event) => event.kind === 'decided')
  const stopped = decisions.find(({ pass }) => !pass)
  if (stopped?.gate === 'route') return { marks: {}, note: words.code.host }
  const gates = gatesFor(lesson, exchange)
  if (gates.length === 0) return { marks: {}, note: words.code.hostRoute }

  const marks: Record<string, RegionMark> = {}
  const regions = gates.flatMap(({ id, region, calls }) =>
    [region, calls].flatMap((name) => (name ? { id, region: name } : [])),
  )
  for (const { id, region } of regions) {
    if (marks[region] === 'stopped') continue
    const decision = decisions.find(({ gate }) => gate === id)
    if (!decision) marks[region] ??= 'unreached'
    else marks[region] = decision.pass ? 'passed' : 'stopped'
  }
  return { marks, note: noteAbout(stopped?.gate, words) }
}

function noteAbout(stopped: string | undefined, { code, gates }: Words): string {
  if (stopped === undefined) return code.ran
  return stopped === 'handler' ? code.refused : code.stopped(gates[stopped] ?? stopped)
}
