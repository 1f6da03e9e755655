/** Makes a learner's TypeScript into code that runs: it says what it runs, and imports from one table alone. */

import type { CodeProblem } from '../../../lessons/exchange/code-problem.ts'
import { mayImport } from '../../../lessons/step-imports.ts'
import { instrument, type RunMap } from '../instrument/instrument.ts'
import type { Node } from '../instrument/syntax.ts'
import { OwnFailure } from './own-failure.ts'
import { importProblems, syntaxProblem, withoutTypes } from './source-problems.ts'

/** A step's source, made to run. */
export interface Compiled {
  source: string
  /** The body of a function of `require`, `module` and `exports`; its lines are those of the source. */
  code: string
  run: RunMap
}

/** What is known of a source before it runs. */
interface Read {
  source: string
  problems: CodeProblem[]
  /** Instrumented; empty where the source is no TypeScript. */
  code: string
  run: RunMap
}

/** The editor, the marks and whoever answers ask of the same text. */
let last: Read | undefined

function read(source: string): Read {
  if (last?.source !== source) last = readAnew(source)
  return last
}

function readAnew(source: string): Read {
  try {
    const { code, points, uses, body } = instrument(source, { loops: true })
    const problems = [...importProblems(body, mayImport), ...exportProblems(body, source)]
    return { source, problems, code, run: { points, uses } }
  } catch (error) {
    const problems = [syntaxProblem(error, source)]
    return { source, problems, code: '', run: { points: [], uses: [] } }
  }
}

/** What can be said of a source before it runs. */
export const problemsOf = (source: string): readonly CodeProblem[] => read(source).problems

/** What can run in a source; nothing where it is no TypeScript. */
export const runMapOf = (source: string): RunMap => read(source).run

/**
 * Compiles a step's source.
 *
 * @throws OwnFailure where it is no TypeScript, imports what a step may not, or exports nothing by default.
 */
export function compile(source: string): Compiled {
  const { problems, code, run } = read(source)
  if (problems.length > 0) throw new OwnFailure({ kind: 'problems', problems })
  try {
    return { source, code: withoutTypes(code), run }
  } catch (error) {
    throw new OwnFailure({ kind: 'problems', problems: [syntaxProblem(error, source)] })
  }
}

function exportProblems(body: readonly Node[], source: string): CodeProblem[] {
  if (body.some(({ type }) => type === 'ExportDefaultDeclaration')) return []
  const end = source.trimEnd().length
  return [{ kind: 'export', text: '', from: source.lastIndexOf('\n', end) + 1, to: end }]
}
