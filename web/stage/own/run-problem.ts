/** What went wrong in a learner's code as it ran, as far as it can be told where the code runs. */

import type { RunProblem } from './messages.ts'

/** A loop that has no end. */
export class Endless extends Error {
  readonly loop: [from: number, to: number]
  /** The learner's own block that it is in; undefined in the server's own file. */
  readonly file: string | undefined

  constructor(loop: [from: number, to: number], file?: string) {
    super('a loop without end')
    this.loop = loop
    this.file = file
  }
}

/** Where a file begins in the script that runs. */
export interface ScriptPart {
  /** The line of the script on which it begins, the first is 1. */
  firstLine: number
  /** A security block; absent for the server's own file. */
  file?: string
  /** Whether it is as shipped: nothing is said of its lines. */
  isOurs?: boolean
}

/**
 * Says what an error is and where it began.
 *
 * @param parts the files of the script, in the order they stand in; what stands before the first is ours.
 * @param point the point of the server's own file that it left, where that is known.
 */
export function problemOf(
  error: unknown,
  parts: readonly ScriptPart[],
  point?: number,
): RunProblem {
  if (error instanceof Endless) {
    const { loop, file } = error
    return { kind: 'endless', text: '', loop, ...(file !== undefined && { file }) }
  }
  const text = textOf(error)
  const place = placeIn(error, parts)
  if (point !== undefined && place?.file === undefined) return { kind: 'thrown', text, point }
  return { kind: 'thrown', text, ...place }
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
function placeIn(
  error: unknown,
  parts: readonly ScriptPart[],
): { line: number; file?: string } | undefined {
  const { stack } = Object(error) as { stack?: unknown }
  if (typeof stack !== 'string') return undefined
  for (const [, found] of stack.matchAll(/:(\d+):\d+\)?$/gm)) {
    const part = parts.findLast(({ firstLine }) => firstLine <= Number(found))
    if (!part || part.isOurs) continue
    const line = Number(found) - part.firstLine + 1
    return { line, ...(part.file !== undefined && { file: part.file }) }
  }
  return undefined
}
