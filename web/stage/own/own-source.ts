/** The learner's code that answers. */

import type { OwnRun } from '../../../lessons/exchange/exchange.ts'

/** A server of the learner's own: its file, its text, the blocks that are theirs too. */
export type OwnSource = Omit<OwnRun, 'problems'>

/** Whether two are the same code. */
export function isSameCode(one: Omit<OwnSource, 'key'>, other: Omit<OwnSource, 'key'>): boolean {
  const [blocks, others] = [one.blocks ?? {}, other.blocks ?? {}]
  return (
    one.text === other.text &&
    Object.keys(blocks).length === Object.keys(others).length &&
    Object.entries(blocks).every(([file, text]) => others[file] === text)
  )
}
