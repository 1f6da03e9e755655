/** The lesson's sequence diagram, stepped through. */

import { html } from 'lit'
import { expect, test } from 'vitest'
import firstSteps from '../../../lessons/1-first-steps/lesson.ts'
import '../../../web/lesson/flow.ts'
import type { LessonContext } from '../../../web/lesson/lesson-context.ts'
import { en } from '../../../web/words/en.ts'
import { flowWords } from '../../../web/words/flow.ts'
import { emptyContext, provideContext } from '../../support/lesson-context.ts'
import { all, BOTH, expectAccessible, mount, one, textIn } from '../../support/fixture.ts'

const contextIn = (words = en): Partial<LessonContext> => ({
  lesson: {
    ...firstSteps,
    flow: {
      participants: ['you', 'api'],
      steps: [
        { id: 'ask', from: 'you', to: 'api' },
        { id: 'think', from: 'api', to: 'api' },
        { id: 'answer', from: 'api', to: 'you' },
      ],
    },
  },
  prose: {
    ...emptyContext.prose,
    participants: { you: 'Browser' },
    flow: {
      ask: { title: 'Asking', text: html`It asks.` },
      think: { title: 'Thinking', text: html`It thinks.` },
      answer: { title: 'Answering', text: html`It answers.` },
    },
  },
  words,
})

provideContext(contextIn())

const show = () => mount('bp-flow', {})

const buttons = (flow: Element) => all<HTMLButtonElement>(flow, 'button')

const statesOf = (flow: Element) =>
  one(flow, 'bp-sequence-diagram').messages.map(({ state }) => state)

test('begins at the first step, all others ahead', async () => {
  const flow = await show()
  expect(statesOf(flow)).toEqual(['now', 'ahead', 'ahead'])
  expect(textIn(one(flow, '.now[aria-live]'))).toBe('1. Asking It asks.')
  expect(textIn(flow)).toContain(flowWords.en.step(1, 3))
  expect(buttons(flow).map(({ ariaDisabled }) => ariaDisabled)).toEqual(['true', 'false'])
})

test('goes on to the last step and no further, and back again', async () => {
  const flow = await show()
  const [back, forward] = buttons(flow)
  forward!.click()
  await flow.updateComplete
  expect(statesOf(flow)).toEqual(['past', 'now', 'ahead'])
  forward!.click()
  await flow.updateComplete
  expect(statesOf(flow)).toEqual(['past', 'past', 'now'])
  expect(forward!.ariaDisabled).toBe('true')
  forward!.click()
  await flow.updateComplete
  expect(textIn(one(flow, '.now[aria-live]'))).toBe('3. Answering It answers.')

  back!.click()
  await flow.updateComplete
  expect(statesOf(flow)).toEqual(['past', 'now', 'ahead'])
})

test('lists its steps with their names and where it is', async () => {
  const flow = await show()
  expect(all(flow, 'li').map(textIn)).toEqual([
    'Browser → api: 1 Asking (now)',
    'api → api: 2 Thinking',
    'api → Browser: 3 Answering',
  ])
})

test.each(BOTH)('speaks $language, and is accessible', async ({ words }) => {
  provideContext(contextIn(words))
  const flow = await show()
  expect(buttons(flow).map(textIn)).toEqual([flowWords[words.id].back, flowWords[words.id].forward])
  await expectAccessible(flow)
})
