/** What the next thing is, for whoever is about to show it. */

import { gateName } from '../exchange/gates.ts'
import type { Prose } from '../lesson/prose.ts'
import type { Words } from '../words/en.ts'
import { presentWords } from '../words/present.ts'
import type { Step } from './steps.ts'

export function stepLabel(step: Step, words: Words, prose: Prose | undefined): string {
  const own = presentWords[words.id].presenter
  switch (step.kind) {
    case 'text':
    case 'why':
      return step.block === 0 ? own.steps[step.kind] : `${own.steps[step.kind]} · ${step.block + 1}`
    case 'flow':
      return own.flow(prose?.flow[step.id]?.title ?? step.id)
    case 'decision':
      return own.decision(gateName(step.gate, words), step.passed)
    case 'hop':
      return own.hop(step.index + 1)
    case 'source':
      return own.source(step.region)
    case 'ask':
    case 'vote':
    case 'request':
    case 'send':
    case 'answer':
    case 'result':
      return own.steps[step.kind]
    default:
      return step satisfies never
  }
}
