/** The files that the code pane can open: the step that is asked, what it calls, the blocks that they use. */

import type { Exchange } from '../../../lessons/exchange/exchange.ts'
import { appOf, type Lesson } from '../../../lessons/lesson.ts'
import type { Trace } from '../../../server/security/trace.ts'
import type { StepSource, UsedBlock } from '../step-source.ts'
import type { RanEvent } from './marks.ts'

/** A step of the lesson, as a file of the pane. */
export interface StepFile {
  /** Folder and file, such as `4-jwt/app`. */
  app: string
  /** Id of the lesson's server that it is the source of. */
  server: string
}

/** The step of the server that is asked, and those that it calls. */
export function stepsOf(lesson: Lesson, server: string): [first: StepFile, ...called: StepFile[]] {
  const first = Object.hasOwn(lesson.servers, server) ? server : Object.keys(lesson.servers)[0]!
  const fileOf = (id: string) => ({ app: appOf(lesson, lesson.servers[id]!), server: id })
  const { calls } = lesson.servers[first]!
  return [fileOf(first), ...(calls === undefined ? [] : [fileOf(calls)])]
}

/** The name of a step's file: a variant's patch makes one too. */
export const fileName = (app: string): string => `${app.split('/').at(-1)}.ts`

/** The blocks that some steps use, each once. */
export function blocksOf(sources: readonly (StepSource | undefined)[]): UsedBlock[] {
  const blocks = new Map<string, UsedBlock>()
  for (const { file, names } of sources.flatMap((source) => source?.step?.blocks ?? [])) {
    const known = blocks.get(file)?.names ?? []
    blocks.set(file, { file, names: [...new Set([...known, ...names])] })
  }
  return [...blocks.values()]
}

/**
 * What was recorded of a step in an exchange: where it answered, or where it was called on the way.
 *
 * @returns undefined where the exchange did not come by that step.
 */
export function traceAt(
  lesson: Lesson,
  { app }: StepFile,
  exchange: Exchange | undefined,
): Trace | undefined {
  if (!exchange || exchange.lesson !== lesson.slug) return undefined
  if (!Object.hasOwn(lesson.servers, exchange.server)) return undefined
  const [answered, ...called] = stepsOf(lesson, exchange.server)
  if (answered.app === app) return exchange.trace
  if (!called.some((step) => step.app === app)) return undefined
  return exchange.trace.findLast((event) => event.kind === 'called')?.trace
}

/** What ran, as a trace says; undefined where it does not. */
export const ranIn = (trace: Trace): RanEvent | undefined =>
  trace.findLast((event) => event.kind === 'ran')
