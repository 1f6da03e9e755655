/** A code task in the lesson's column: what came of a run of its checks. */

import { expect, test } from 'vitest'
import firstSteps from '../../../lessons/1-first-steps/lesson.ts'
import type { CheckRun } from '../../../web/state/code-checks.ts'
import '../../../web/lesson/code-task.ts'
import { en } from '../../../web/words/en.ts'
import { ownWords } from '../../../web/words/own.ts'
import { all, byRole, mount, textIn } from '../../support/fixture.ts'
import { provideContext } from '../../support/lesson-context.ts'

const own = ownWords.en
const task = firstSteps.pages.find(({ kind }) => kind === 'code')!
const checks = ['one', 'two'].map((id) => ({ id }))

async function show(results: CheckRun['results'], failed?: CheckRun['failed']) {
  if (task.kind !== 'code') throw new Error('no code task')
  const source = { key: 'a', text: '' } as CheckRun['source']
  const run = { source, results, isRunning: false, all: checks.length, ...(failed && { failed }) }
  provideContext({ code: { checks, run, isOld: false, failedRuns: 1 } as never })
  const prose = { checks: { one: 'One', two: 'Two' }, fails: { one: 'No', two: 'No' } } as never
  return mount('bp-code-task', { task, prose, words: en })
}

const holds = { exchange: 1, holds: true }

test('where the copy cannot run that is said, and where the code says why', async () => {
  const shown = await show({}, 'own-problems')
  expect(all(shown, 'p.said').map(textIn)).toEqual([own.failed['own-problems']])
})

test('where the task is done and nothing was run yet, it is said that all of it held', async () => {
  provideContext({ code: { checks, run: undefined, isOld: false, failedRuns: 0 } as never })
  const prose = { checks: { one: 'One', two: 'Two' }, fails: {} } as never
  const show = (done: boolean) =>
    mount('bp-code-task', { task: task as never, prose, done, words: en })
  expect(all(await show(true), 'p.said').map(textIn)).toEqual([own.heldOnce])
  expect(all(await show(false), 'p.said')).toEqual([])
})

test.each([
  ['all of them holds', { one: holds, two: holds }, own.allHold],
  ['one of them falls', { one: holds, two: { exchange: 2, holds: false } }, own.checked(1, 2)],
  ['the run broke off before the last', { one: holds }, own.brokeOff],
  ['the run broke off before the first', {}, own.brokeOff],
])('where %s that is said below the button, and above the checks', async (_, results, says) => {
  const shown = await show(results)
  const [button] = byRole(shown, 'button', own.run)
  const said = all(shown, 'p.said')
  expect(said.map(textIn)).toEqual([says])
  const order = (before: Element, after: Element) =>
    before.compareDocumentPosition(after) & Node.DOCUMENT_POSITION_FOLLOWING
  expect(order(button!, said[0]!)).toBeTruthy()
  expect(order(said[0]!, all(shown, 'ul')[0]!)).toBeTruthy()
})
