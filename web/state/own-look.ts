/** What is shown of the learner's own copy of the server that is asked. */

import type { CodeProblem } from '../../lessons/exchange/code-problem.ts'
import type { CodeCheck } from '../../lessons/lesson.ts'
import { isSameCode, type OwnSource } from '../stage/own/own-source.ts'
import type { CheckRun } from './code-checks.ts'
import type { OwnCopy } from './own-copies.ts'
import type { StartText } from './visit.ts'
import type { Workbench } from './workbench.ts'

export interface OwnLook {
  /** The file as it is kept. */
  file: string
  /** Whether it answers. */
  isOn: boolean
  /** What is kept of it; undefined where the learner has changed nothing. */
  text: string | undefined
  /** Hash of what it began with; undefined where nothing is kept. */
  start: string | undefined
  /** The security blocks that are the learner's own, by file; undefined where there are none. */
  blocks: OwnCopy['blocks']
  /** What a code task begins with; undefined on any other page, where that is our own source. */
  given: StartText | undefined
  /** What does what a code task asks, where that is not our own source. */
  solution: string | undefined
  /** Whether the last change could be kept. */
  isKept: boolean
  /** What was taken back last. */
  takenBack: OwnCopy | undefined
  /** The blocks that were taken back, by file. */
  blocksTakenBack: OwnCopy['blocks']
  /** Why it gave no answer, as far as the code shows it, and the text that was asked. */
  failed: (Omit<OwnSource, 'key'> & { problems: readonly CodeProblem[] }) | undefined
}

/** Whether two say something different: each time it is asked for, it is made anew. */
export function isOtherLook(one: OwnLook | undefined, other: OwnLook | undefined): boolean {
  if (!one || !other) return one !== other
  return (Object.keys(one) as (keyof OwnLook)[]).some((key) => one[key] !== other[key])
}

/** What is to be seen of the learner's own copy of the server that is asked; undefined before the first page. */
export function ownLookOf({
  own,
  visit,
  draft,
  ownWork: { problems: failed },
}: Workbench): OwnLook | undefined {
  if (!visit) return undefined
  const file = own.keyOf(visit, draft.server)
  const copy = own.get(file)
  const given = own.startOf(visit, file)
  return {
    file,
    isOn: own.isOn,
    text: copy?.text,
    start: copy?.start,
    blocks: copy?.blocks,
    given,
    solution: given && visit.code?.solution?.text,
    isKept: own.isKept,
    takenBack: own.takenBack(file),
    blocksTakenBack: own.blocksTakenBack(file),
    failed: failed?.key === file ? failed : undefined,
  }
}

/** Where the learner stands in a code task. */
export interface CodeStanding {
  checks: readonly CodeCheck[]
  /** The checks as they were run last, if they were. */
  run: CheckRun | undefined
  /** Whether the code is another one since. */
  isOld: boolean
  failedRuns: number
}

/** Where the learner stands in the code task that is open; undefined where none is. */
export function codeStandingOf({ own, visit, ownWork }: Workbench): CodeStanding | undefined {
  if (!visit?.code || visit.page.kind !== 'code') return undefined
  const { last: run, failedRuns = 0 } = ownWork.checks ?? {}
  const now = own.sourceOf(visit, visit.page.server)
  const isOld = run !== undefined && now !== undefined && !isSameCode(run.source, now)
  return { checks: visit.code.checks, run, isOld, failedRuns }
}
