/** A page's things in their order, and the way through them: no document, no server. */

import { describe, expect, test } from 'vitest'
import { type PageFacts, phasesOf, type Step, stepsOf } from '../../../web/present/steps.ts'
import { back, forward, placeIn } from '../../../web/present/walk.ts'

const prediction: PageFacts = {
  kind: 'predict',
  sends: true,
  text: [0, 1],
  flow: [],
  regions: [],
  why: [0],
}

const refused = {
  decisions: [
    { gate: 'header', passed: true },
    { gate: 'scheme', passed: false },
  ],
  hops: 0,
  regions: [{ server: 'api', region: 'scheme' }],
}

const kinds = (steps: Step[]) => steps.map(({ kind }) => kind).join(' ')

describe('the things of a page', () => {
  test('of a prediction end with sending, until an answer is there', () => {
    expect(kinds(stepsOf(prediction, undefined))).toBe('text text vote request send')
    expect(kinds(stepsOf(prediction, refused))).toBe(
      'text text vote request send decision decision answer result source why',
    )
  })

  test('of another task ask before they send, and have no vote', () => {
    const task: PageFacts = { ...prediction, kind: 'wire' }
    expect(kinds(stepsOf(task, refused))).toBe(
      'text text ask request send decision decision answer source why',
    )
  })

  test('of a page to read are its text, its diagram and what its text points at', () => {
    const reading: PageFacts = {
      ...prediction,
      kind: 'reading',
      sends: false,
      flow: ['type', 'form'],
      regions: [{ server: 'api', region: 'scheme' }],
      why: [],
    }
    expect(kinds(stepsOf(reading, undefined))).toBe('text text flow flow source')
  })

  test('have an arrow for each that crossed between three', () => {
    expect(kinds(stepsOf(prediction, { ...refused, hops: 4 }))).toContain(
      'result hop hop hop hop source',
    )
  })

  test('are named by their parts, with what an answer will bring named before it came', () => {
    expect(phasesOf(stepsOf(prediction, undefined))).toEqual([
      'question',
      'vote',
      'request',
      'send',
      'decisions',
      'answer',
    ])
    expect(phasesOf(stepsOf(prediction, refused)).slice(4)).toEqual([
      'decisions',
      'answer',
      'result',
      'source',
      'why',
    ])
  })
})

describe('going through them', () => {
  const before = stepsOf(prediction, undefined)
  const after = stepsOf(prediction, refused)
  const SEND = 4
  const open = { isAnswered: false, isSending: false }
  const sending = { isAnswered: false, isSending: true }
  const answered = { isAnswered: true, isSending: false }

  test('one is shown after the other, and taken away again', () => {
    expect(forward(0, before, open)).toEqual({ at: 1 })
    expect(back(1)).toEqual({ at: 0 })
  })

  test('the request is sent on reaching the step for it, and only where no answer is there', () => {
    expect(forward(SEND - 1, before, open)).toEqual({ at: SEND, sends: true })
    expect(forward(SEND - 1, before, sending)).toEqual({ at: SEND })
    expect(forward(SEND - 1, after, answered)).toEqual({ at: SEND })
  })

  test('while an answer is waited for the place stays, and where none came it is asked for again', () => {
    expect(forward(SEND, before, sending)).toEqual({ at: SEND })
    expect(forward(SEND, before, open)).toEqual({ at: SEND, sends: true })
    expect(forward(SEND, after, answered)).toEqual({ at: SEND + 1 })
  })

  test('before the first and after the last the page is over', () => {
    expect(back(0)).toEqual({ at: 0, isOver: true })
    const last = after.length - 1
    expect(forward(last, after, answered)).toEqual({ at: last, isOver: true })
  })
})

describe('the place in a list that became another', () => {
  const after = stepsOf(prediction, refused)
  const passed = stepsOf(prediction, {
    ...refused,
    decisions: ['header', 'scheme', 'token'].map((gate) => ({ gate, passed: true })),
  })
  const at = (steps: Step[], kind: Step['kind'], nth = 0) =>
    steps.flatMap((step, place) => (step.kind === kind ? [place] : []))[nth]!

  test('is at the same thing, whatever came of it', () => {
    const scheme = at(after, 'decision', 1)
    expect(placeIn(passed, scheme, after[scheme])).toBe(at(passed, 'decision', 1))
    const answer = at(after, 'answer')
    expect(placeIn(passed, answer, after[answer])).toBe(at(passed, 'answer'))
  })

  test('is at the last of its kind where that thing is gone', () => {
    const token = at(passed, 'decision', 2)
    expect(placeIn(after, token, passed[token])).toBe(at(after, 'decision', 1))
  })

  test('is as near as can be where the answer is gone', () => {
    const before = stepsOf(prediction, undefined)
    const answer = at(after, 'answer')
    expect(placeIn(before, answer, after[answer])).toBe(before.length - 1)
    expect(placeIn([], 7, after[7])).toBe(0)
  })
})
