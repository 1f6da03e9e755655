/** What of a page, and of what was sent from it, can be shown to a room. */

import type { TemplateResult } from 'lit'
import { callsOf } from '../../lessons/checks.ts'
import type { Exchange } from '../../lessons/exchange/exchange.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { gatesFor } from '../exchange/gates-of.ts'
import type { Prose } from '../lesson/prose.ts'
import type { StepSource } from '../panels/step-source.ts'
import type { Visit } from '../state/visit.ts'
import type { ExchangeFacts, PageFacts } from './steps.ts'

/** A page of a lesson as the app has it open. */
export interface RoomPage {
  visit: Visit
  prose: Prose
  sources: Readonly<Record<string, StepSource>>
}

/** A rich text as it is written: it is static, so that nothing is left out. */
const writtenIn = (text: TemplateResult | undefined): string => text?.strings.join('') ?? ''

/** Tags that have no end. */
const VOID = /^(br|wbr|hr|img)$/

/** The blocks of a rich text in order, each with its tag and what is written in it. */
export function writtenBlocks(
  text: TemplateResult | undefined,
): { tag: string; written: string }[] {
  const whole = writtenIn(text)
  const blocks: { tag: string; written: string }[] = []
  let depth = 0
  let start = 0
  for (const { 0: match, 1: isEnd, 2: tag = '', index } of whole.matchAll(
    /<(\/?)([a-z][\w-]*)[^>]*>/g,
  )) {
    if (VOID.test(tag)) continue
    if (!isEnd && depth === 0) {
      start = index + match.length
      blocks.push({ tag, written: '' })
    }
    depth += isEnd ? -1 : 1
    if (isEnd && depth === 0) blocks.at(-1)!.written = whole.slice(start, index)
  }
  return blocks
}

/** The blocks of a rich text, by their tags, in order. */
export const blocksOf = (text: TemplateResult | undefined): string[] =>
  writtenBlocks(text).map(({ tag }) => tag)

/** Ids that a text names in its elements of one kind, each once. */
const namedIn = (written: string, tag: 'region' | 'request'): string[] => [
  ...new Set(
    [...written.matchAll(new RegExp(`<bp-${tag} name="([\\w-]+)"`, 'g'))].map(([, id]) => id!),
  ),
]

/** Places of the paragraphs that are read out: a diagram is shown by itself. */
const paragraphsOf = (text: TemplateResult | undefined): number[] =>
  blocksOf(text).flatMap((tag, place) => (tag === 'bp-flow' ? [] : place))

/** @param why what to take from the page, once it is loaded. */
export function pageFacts(
  { visit: { lesson, page }, prose }: RoomPage,
  server: string,
  why: TemplateResult | undefined,
): PageFacts {
  const said = prose.pages[page.id]
  const written = writtenIn(said?.text)
  const steps = lesson.flow?.steps ?? []
  return {
    kind: page.kind,
    // Code is written at the workbench, and its answer is its writer's own.
    sends: page.kind !== 'code' && (page.kind !== 'reading' || page.request !== undefined),
    text: paragraphsOf(said?.text),
    flow: written.includes('<bp-flow') ? steps.map(({ id }) => id) : [],
    // The source is what a code task asks for.
    regions:
      page.kind === 'code' ? [] : namedIn(written, 'region').map((region) => ({ server, region })),
    why: paragraphsOf(why),
  }
}

/** The requests that a page speaks of, and the one that it takes for granted, by id. */
export function requestsOf({ visit: { page }, prose }: RoomPage): string[] {
  const said = prose.pages[page.id]
  const ids = [
    ...(page.request === undefined ? [] : [page.request]),
    ...(page.given ? [page.given.request] : []),
    ...namedIn(writtenIn(said?.text) + writtenIn(said?.ask), 'request'),
  ]
  return [...new Set(ids)]
}

export function exchangeFacts(lesson: Lesson, exchange: Exchange): ExchangeFacts {
  const gates = gatesFor(lesson, exchange)
  const decided = exchange.trace.filter((event) => event.kind === 'decided')
  const regions = decided.flatMap(({ gate }) => gates.find(({ id }) => id === gate)?.region ?? [])
  return {
    decisions: decided.map(({ gate, pass }) => ({ gate, passed: pass })),
    hops: hopsOf(exchange),
    regions: [...new Set(regions)].map((region) => ({ server: exchange.server, region })),
  }
}

/** Arrows of an exchange between three; a diagram of two says no more than the request and its answer. */
function hopsOf(exchange: Exchange): number {
  const calls = callsOf(exchange)
  if (calls.length === 0) return 0
  return 2 + calls.reduce((sum, { response }) => sum + (response ? 2 : 1), 0)
}
