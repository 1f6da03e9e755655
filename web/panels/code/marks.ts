/** What is said of stretches of a document: what ran, what refused, what was not reached, what is shown or new. */

import type { TraceEvent } from '../../../server/security/trace.ts'
import type { RunMap } from '../../stage/instrument/instrument.ts'
import { linesOf, type Range } from './code-document.ts'

/** What became of a point of the code in one request. */
export type RunKind = 'ran' | 'refused' | 'unreached'

export interface Mark extends Range {
  /** `shown` is what a text or a decision points at, `added` what the step before has not. */
  kind: RunKind | 'shown' | 'added'
}

/** What a line's marks come to. */
export interface LineMarks {
  run?: RunKind
  isShown: boolean
  isAdded: boolean
  /** Stretches of the line of which something else is true than of the line, in places of the document. */
  parts: (Range & { kind: RunKind })[]
}

export type RanEvent = Extract<TraceEvent, { kind: 'ran' }>

/**
 * Marks what a request ran, and what lay on its way and was not reached; nothing where it did not come by.
 *
 * @param map of the source that ran; what the event says beyond it is left out.
 */
export function runMarks({ points, uses }: RunMap, { points: ran, refused }: RanEvent): Mark[] {
  const entered = points.flatMap(({ part }, id) => (ran.includes(id) || id === refused ? part : []))
  const onTheWay = reachedFrom(entered, uses)
  return points.flatMap(({ kind, from, to, part }, id): Mark[] => {
    if (id === refused) return [{ kind: 'refused', from, to }]
    if (ran.includes(id)) return [{ kind: 'ran', from, to }]
    // Another route was never on the way.
    return onTheWay.has(part) && kind !== 'route' ? [{ kind: 'unreached', from, to }] : []
  })
}

/** The statements of a module that some of them lead to, themselves included. */
function reachedFrom(parts: readonly number[], uses: readonly number[][]): Set<number> {
  const reached = new Set<number>()
  const queue = [...parts]
  for (let part = queue.pop(); part !== undefined; part = queue.pop()) {
    if (reached.has(part)) continue
    reached.add(part)
    queue.push(...(uses[part] ?? []))
  }
  return reached
}

/** Most telling first. */
const RUN_KINDS: readonly RunKind[] = ['refused', 'ran', 'unreached']

/**
 * Says line by line what the marks come to.
 *
 * What begins on a line speaks for it, a refusal before all; else the innermost that goes on over it.
 */
export function lineMarks(text: string, marks: readonly Mark[]): LineMarks[] {
  return linesOf(text).map(({ from, to }) => {
    const start = from + (text.slice(from, to).search(/\S/) + 1 || 1) - 1
    const end = from + text.slice(from, to).trimEnd().length
    const here = marks.filter((mark) => mark.from < to && mark.to > start)
    const runs = here.filter((mark): mark is Mark & { kind: RunKind } => isRun(mark.kind))
    const begun = runs.filter((mark) => mark.from >= start)
    const run =
      RUN_KINDS.find((kind) => begun.some((mark) => mark.kind === kind)) ??
      runs.toSorted((one, other) => one.to - one.from - (other.to - other.from))[0]?.kind
    const has = (kind: Mark['kind']) => here.some((mark) => mark.kind === kind)
    return {
      ...(run && { run }),
      isShown: has('shown'),
      isAdded: has('added'),
      // Of a line that refuses, the reader is shown which of its names did: the others did not.
      parts: begun.filter(
        (mark) =>
          mark.to <= to &&
          (mark.kind !== run || (run === 'refused' && (mark.from > start || mark.to < end))),
      ),
    }
  })
}

const isRun = (kind: Mark['kind']): kind is RunKind => RUN_KINDS.some((run) => run === kind)
