/** What every bench does with its numbers. */

import { appendFileSync } from 'node:fs'
import { expect } from 'vitest'
import { ROWS } from './table.ts'

/** The value that stands at `share` of the way through the sorted samples: 0.5 is the median. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  const found = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  if (found === undefined) throw new Error('nothing was measured')
  return found
}

/** Notes one line for the table of all benches, with the bar it should keep. */
export function report(what: string, measured: string, bar: string): void {
  const { testPath = '' } = expect.getState()
  appendFileSync(ROWS, `${JSON.stringify({ file: testPath, what, measured, bar })}\n`)
}
