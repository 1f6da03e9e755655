/** What the next thing is, for whoever is about to show it: its kind, and how it begins. */

import { gateName } from '../exchange/gates.ts'
import type { Prose } from '../lesson/prose.ts'
import type { Words } from '../words/en.ts'
import { presentWords } from '../words/present.ts'
import { firstWords } from './first-words.ts'
import { blocksOf } from './page-facts.ts'
import type { Step } from './steps.ts'

interface Labelled {
  words: Words
  /** All steps of the page, and the page's id. */
  steps: readonly Step[]
  page: string
  /** What the page says, once that is loaded. */
  prose: Prose | undefined
}

export function stepLabel(step: Step, { words, steps, page, prose }: Labelled): string {
  const own = presentWords[words.id].presenter
  const said = prose?.pages[page]
  const begins = (kind: keyof typeof own.steps, first: string) =>
    first === '' ? own.steps[kind] : `${own.steps[kind]}: ${first}`
  switch (step.kind) {
    case 'text':
      if (blocksOf(said?.text)[step.block]?.startsWith('bp-')) return own.figure
      return begins('text', firstWords(said?.text, step.block))
    case 'why':
      return begins('why', firstWords(said?.after, step.block))
    case 'ask':
    case 'vote':
      return begins(step.kind, firstWords(said?.ask))
    case 'flow':
      return own.flow(prose?.flow[step.id]?.title ?? step.id)
    case 'decision':
      return own.decision(gateName(step.gate, words), step.passed)
    case 'hop':
      return own.hop(...endsOf(step.index, steps, words))
    case 'source':
      return own.source(step.region)
    case 'request':
    case 'send':
    case 'answer':
    case 'result':
      return own.steps[step.kind]
    default:
      return step satisfies never
  }
}

/** From whom to whom an arrow goes: in at one end, out at the other, and to and fro in between. */
function endsOf(
  index: number,
  steps: readonly Step[],
  { exchange: { you, client, auth } }: Words,
): [string, string] {
  const last = steps.filter(({ kind }) => kind === 'hop').length - 1
  if (index === 0) return [you, client]
  if (index === last) return [client, you]
  return index % 2 === 1 ? [client, auth] : [auth, client]
}
