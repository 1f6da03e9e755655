import type { CodeProblem } from '../../../lessons/exchange/code-problem.ts'
import type { RunProblem } from './messages.ts'
import type { OwnProgram } from './own-stage.ts'

/** What went wrong, with its place in the source. */
export function placed(problem: RunProblem, { source, run, blocks }: OwnProgram): CodeProblem {
  const { kind, text, point, loop, line, file } = problem
  const block = blocks.find((each) => each.isOwn && each.file === file)
  const { from, to } = (point === undefined ? undefined : run.points[point]) ??
    rangeOfLine(block?.source ?? source, line) ?? { from: loop?.[0] ?? 0, to: loop?.[1] ?? 0 }
  return { kind, text, ...(block && { file: block.file }), from, to }
}

function rangeOfLine(source: string, line: number | undefined) {
  if (line === undefined) return undefined
  const lines = source.split('\n')
  const text = lines[line - 1]
  if (text === undefined) return undefined
  const from = lines.slice(0, line - 1).reduce((length, each) => length + each.length + 1, 0)
  return { from: from + text.length - text.trimStart().length, to: from + text.length }
}
