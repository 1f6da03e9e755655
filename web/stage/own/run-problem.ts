/** What went wrong in a learner's code as it ran, as far as it can be told where the code runs. */

import type { RunProblem } from './messages.ts'

/** A loop that has no end. */
export class Endless extends Error {
  readonly loop: [from: number, to: number]

  constructor(loop: [from: number, to: number]) {
    super('a loop without end')
    this.loop = loop
  }
}

/**
 * Says what an error is and where it began.
 *
 * @param firstLine the line of the script on which the learner's module begins.
 * @param point the point of the source that it left, where that is known.
 */
export function problemOf(error: unknown, firstLine: number, point?: number): RunProblem {
  if (error instanceof Endless) return { kind: 'endless', text: '', loop: error.loop }
  const text = textOf(error)
  if (point !== undefined) return { kind: 'thrown', text, point }
  const line = lineOf(error, firstLine)
  return { kind: 'thrown', text, ...(line !== undefined && { line }) }
}

/** What can be read of something that was thrown. */
export function textOf(error: unknown): string {
  try {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  } catch {
    // What a learner throws may have no text.
    return 'something that has no text was thrown'
  }
}

/** The first line of a stack that is the learner's, as every engine writes it: `…:line:column`. */
function lineOf(error: unknown, firstLine: number): number | undefined {
  const { stack } = Object(error) as { stack?: unknown }
  if (typeof stack !== 'string') return undefined
  const lines = [...stack.matchAll(/:(\d+):\d+\)?$/gm)].map(([, line]) => Number(line))
  const own = lines.find((line) => line >= firstLine)
  return own === undefined ? undefined : own - firstLine + 1
}
