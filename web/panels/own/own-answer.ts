/** What the last answer says of a file of the learner's own copy: what ran in it, what went wrong, and where. */

import type { diffLines } from 'diff'
import type { CodeProblem } from '../../../lessons/exchange/code-problem.ts'
import type { Exchange } from '../../../lessons/exchange/exchange.ts'
import type { problemsOf, runMapOf } from '../../stage/own/compile.ts'
import type { blockProblems } from '../../stage/own/compile-blocks.ts'
import { isSameCode } from '../../stage/own/own-source.ts'
import { textsOf } from '../../state/own-copies.ts'
import { type Range, rangeOfLines } from '../code/code-document.ts'
import { ranIn, stepsOf, traceAt } from '../code/code-files.ts'
import { type Mark, runMarks } from '../code/marks.ts'
import type { LookedAt, OwnFileView } from './own-file.ts'

/** What reads a learner's code; loaded with the editor. */
export interface Compiler {
  problemsOf: typeof problemsOf
  runMapOf: typeof runMapOf
  blockProblems: typeof blockProblems
  diffLines: typeof diffLines
}

interface Answered extends LookedAt {
  exchange: Exchange | undefined
  compiler: Compiler | undefined
  /** A region that the prose or the task points at. */
  region: string
}

/** Whether the answer that is looked at came of the text on screen. */
function isAnswer({ exchange, own, block }: Answered, { text }: OwnFileView): boolean {
  const ran = block ? exchange?.own?.blocks?.[block] : exchange?.own?.text
  return exchange?.own?.key === own.file && ran === text
}

/** What ran of the text on screen; a block is not marked. */
export function marksOf(looked: Answered, view: OwnFileView): Mark[] {
  const { exchange, compiler, lesson, server, block } = looked
  const trace = traceAt(lesson, stepsOf(lesson, server)[0], exchange)
  const ran = trace && ranIn(trace)
  if (block || !ran || !compiler || !isAnswer(looked, view)) return []
  return runMarks(compiler.runMapOf(view.text), ran)
}

/** What is wrong with the text on screen: what keeps it from running, else what went wrong as it ran. */
export function problemsIn(looked: Answered, view: OwnFileView): readonly CodeProblem[] {
  const { own, compiler, exchange, block } = looked
  const { text } = view
  const found = (block ? compiler?.blockProblems : compiler?.problemsOf)?.(text) ?? []
  if (found.length > 0) return found
  const failedText = block ? own.failed?.blocks?.[block] : own.failed?.text
  const failed = own.failed && failedText === text ? own.failed.problems : []
  const ran = isAnswer(looked, view) ? exchange!.own!.problems : []
  return [...failed, ...ran].filter(({ file = '' }) => file === block)
}

/** Another file of the copy in which something went wrong: a block, or empty for the server's own; undefined for none. */
export function wrongElsewhere(looked: Answered, { step }: OwnFileView): string | undefined {
  const { own, exchange, block } = looked
  const now = { text: own.text ?? step, ...(own.blocks && { blocks: textsOf(own.blocks) }) }
  const failed = own.failed && isSameCode(own.failed, now) ? own.failed.problems : []
  const ran = exchange?.own && isSameCode(exchange.own, now) ? exchange.own.problems : []
  return [...failed, ...ran].map(({ file = '' }) => file).find((file) => file !== block)
}

/** Where a task leaves something to write, its code says so. */
const TO_WRITE = /\/\/ Yours to /

/**
 * The region that is pointed at: where it stands in the text that is written by now.
 *
 * @param isOpened whether a task is opened there, which is to be written, and no text points at it.
 */
export function pointedIn(
  { own, region, source, block, compiler }: Answered,
  view: OwnFileView,
  isOpened: boolean,
): Range | undefined {
  const { text, regions } = own.given ?? source
  const found = block ? undefined : regions.find(({ name }) => name === region)
  if (!found) return undefined
  const isSame = view.text === text
  const parts = isSame ? undefined : compiler?.diffLines(text, view.text)
  // What tells where a line is by now may be loading still.
  if (!isSame && !parts) return undefined
  const lines = text.split('\n').slice(found.first - 1, found.last)
  const toWrite = isOpened && own.given ? lines.findIndex((line) => TO_WRITE.test(line)) : -1
  const first = lineIn(parts, found.first + Math.max(toWrite, 0))
  // What was written at its end belongs to it.
  const last = lineIn(parts, found.last + 1) - 1
  return rangeOfLines(view.text, first, Math.max(first, last))
}

/** The number of the line in another text that a line of ours has become, or stood before; the same in the same text. */
function lineIn(parts: ReturnType<typeof diffLines> | undefined, line: number): number {
  if (!parts) return line
  let [left, right] = [1, 1]
  for (const { added, removed, count } of parts) {
    if (!added && line < left + count) return removed ? right : right + line - left
    if (!added) left += count
    if (!removed) right += count
  }
  return right
}
