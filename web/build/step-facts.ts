/** What is known of a step before any request: what can run in it, the blocks it uses, what is new in it. */

import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { diffLines } from 'diff'
import type { StepFacts } from '../panels/step-source.ts'
import { instrument } from '../stage/instrument/instrument.ts'
import { blocksOf } from './security-blocks.ts'
import { readRegions } from './read-regions.ts'
import { PATCH, readStep } from './step-variant.ts'

/** Whether a file is the source of a lesson's server, and not of what such servers use. */
export function isStep(file: string): boolean {
  return /[\\/]lessons[\\/]/.test(file)
}

export function readStepFacts(text: string, file: string): StepFacts {
  const { points, uses } = instrument(text)
  const before = fileBefore(file)
  return {
    run: { points, uses },
    blocks: blocksOf(text, file),
    ...(before !== undefined && {
      added: addedLines(readRegions(readStep(before).text).text, text),
    }),
    ...(file.endsWith(PATCH) && { isVariant: true as const }),
  }
}

/** The step that one is built on: that of the lesson before, or for a variant the app that it varies. */
function fileBefore(file: string): string | undefined {
  const folder = dirname(file)
  const name = basename(file)
  if (name.endsWith(PATCH)) return readStep(file).files[0]
  const number = Number.parseInt(basename(folder), 10)
  const lessons = dirname(folder)
  const previous = readdirSync(lessons).find((each) => Number.parseInt(each, 10) === number - 1)
  const before = previous === undefined ? undefined : join(lessons, previous, name)
  return before !== undefined && existsSync(before) ? before : undefined
}

/** Numbers of the lines of a text that are not in the one before; the first line is 1. */
export function addedLines(before: string, after: string): number[] {
  let line = 1
  return diffLines(before, after).flatMap(({ added, removed, count }) => {
    if (removed) return []
    const first = line
    line += count
    return added ? Array.from({ length: count }, (_, index) => first + index) : []
  })
}
