/** A page as it is shown to a room: one thing after the other, in the order of its telling. */

import type { LessonPage } from '../../lessons/lesson.ts'

/** One thing that is shown, as plain data: the presenter's window has the same list. */
export type Step =
  /** A paragraph of the page. @param block its place among those, from 0 */
  | { kind: 'text'; block: number }
  /** A step of the lesson's diagram. @param id its words stand in the prose */
  | { kind: 'flow'; id: string }
  /** What the task asks. */
  | { kind: 'ask' }
  | { kind: 'vote' }
  | { kind: 'request' }
  | { kind: 'send' }
  | { kind: 'decision'; gate: string; passed: boolean }
  | { kind: 'answer' }
  /** The room's vote beside what came. */
  | { kind: 'result' }
  /** An arrow of the exchange's diagram. */
  | { kind: 'hop'; index: number }
  /** A region of the source of a server. */
  | { kind: 'source'; server: string; region: string }
  /** A paragraph of what to take from the page. */
  | { kind: 'why'; block: number }

/** What of a page can be shown before anything is sent. */
export interface PageFacts {
  kind: LessonPage['kind']
  /** Whether something can be sent that belongs to the page. */
  sends: boolean
  /** Places of the paragraphs of its text. */
  text: readonly number[]
  /** Steps of the diagram that stands in its text, by id. */
  flow: readonly string[]
  /** Regions that its text points at, for a page that sends nothing. */
  regions: readonly { server: string; region: string }[]
  /** Places of the paragraphs of what to take from it. */
  why: readonly number[]
}

/** What of an exchange can be shown. */
export interface ExchangeFacts {
  /** The gates that were reached, in order. */
  decisions: readonly { gate: string; passed: boolean }[]
  /** Arrows of its diagram, where a server called another. */
  hops: number
  /** Where the decisions stand in the source, each region once. */
  regions: readonly { server: string; region: string }[]
}

/**
 * The things of a page, in order.
 *
 * @param exchange what came of sending; undefined while nothing has come.
 */
export function stepsOf(page: PageFacts, exchange: ExchangeFacts | undefined): Step[] {
  const isVote = page.kind === 'predict'
  return [
    ...page.text.map((block): Step => ({ kind: 'text', block })),
    ...page.flow.map((id): Step => ({ kind: 'flow', id })),
    ...(isVote ? [{ kind: 'vote' } as const] : []),
    ...(isVote || page.kind === 'reading' ? [] : [{ kind: 'ask' } as const]),
    ...(page.sends ? [{ kind: 'request' } as const, { kind: 'send' } as const] : []),
    ...(page.sends ? ofExchange(exchange, isVote) : sourceSteps(page.regions)),
    // What to take from a page would give away what is still to come.
    ...(page.sends && !exchange ? [] : page.why.map((block): Step => ({ kind: 'why', block }))),
  ]
}

/** What came of a request. */
export function ofExchange(exchange: ExchangeFacts | undefined, isVote: boolean): Step[] {
  if (!exchange) return []
  return [
    ...exchange.decisions.map((decision): Step => ({ kind: 'decision', ...decision })),
    { kind: 'answer' },
    ...(isVote ? [{ kind: 'result' } as const] : []),
    ...Array.from({ length: exchange.hops }, (_, index): Step => ({ kind: 'hop', index })),
    ...sourceSteps(exchange.regions),
  ]
}

const sourceSteps = (regions: PageFacts['regions']) =>
  regions.map((region): Step => ({ kind: 'source', ...region }))

/** The parts of a page that its foot names. */
export type Phase =
  | 'question'
  | 'diagram'
  | 'vote'
  | 'request'
  | 'send'
  | 'decisions'
  | 'answer'
  | 'result'
  | 'source'
  | 'why'

const PHASES: Record<Step['kind'], Phase> = {
  text: 'question',
  flow: 'diagram',
  ask: 'question',
  vote: 'vote',
  request: 'request',
  send: 'send',
  decision: 'decisions',
  answer: 'answer',
  result: 'result',
  hop: 'diagram',
  source: 'source',
  why: 'why',
}

export const phaseOf = (step: Step): Phase => PHASES[step.kind]

/** The parts of a page, each once; those that an exchange will bring are named before it came. */
export function phasesOf(steps: readonly Step[]): Phase[] {
  const phases = steps.map(phaseOf)
  const isAhead = phases.at(-1) === 'send'
  return [...new Set<Phase>(isAhead ? [...phases, 'decisions', 'answer'] : phases)]
}
