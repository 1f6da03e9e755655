/** What is on the room's screen: one scene, or the words and the wire side by side. */

import type { Step } from './steps.ts'

/** What stands on the screen together. */
type Scene = 'text' | 'ask' | 'vote' | 'result' | 'why' | 'exchange' | 'flow' | 'hops' | 'source'

const SCENES: Record<Step['kind'], Scene> = {
  text: 'text',
  flow: 'flow',
  ask: 'ask',
  vote: 'vote',
  request: 'exchange',
  send: 'exchange',
  decision: 'exchange',
  answer: 'exchange',
  result: 'result',
  hop: 'hops',
  source: 'source',
  why: 'why',
}

const sceneOf = ({ kind }: Step): Scene => SCENES[kind]

const isOfWords = (step: Step) => /^(text|ask|vote|result|why)$/.test(sceneOf(step))

/** A scene, and the place of the newest thing in it. */
export interface Sight {
  scene: Scene
  at: number
}

/**
 * What is on the screen: the newest scene, or the newest of the words and beside them the newest of the wire.
 *
 * @param at place of the newest thing that is shown.
 */
export function sightsAt(steps: readonly Step[], at: number, isSplit: boolean): Sight[] {
  const now = steps[at]
  if (!now) return []
  const sight = (place: number): Sight => ({ scene: sceneOf(steps[place]!), at: place })
  if (!isSplit) return [sight(at)]
  const shown = steps.slice(0, at + 1)
  const words = shown.findLastIndex(isOfWords)
  const wire = shown.findLastIndex((step) => !isOfWords(step))
  return [words, wire].filter((place) => place >= 0).map(sight)
}
