/** A learner's copy that is written on is started once they pause, and nothing of anybody else's is. */

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import firstSteps from '../../../lessons/1-first-steps/lesson.ts'
import { Journal } from '../../../web/state/journal.ts'
import { OwnCopies } from '../../../web/state/own-copies.ts'
import { OwnWork } from '../../../web/state/own-work.ts'
import { visitTo } from './support/state.ts'
import { FakeStorage, PATH } from './support/tabs.ts'

const APP = '1-first-steps/app'
const visit = visitTo(firstSteps)
const draft = firstSteps.requests[firstSteps.firstRequest]!

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function begun() {
  const prepareOwn = vi.fn(async () => {})
  const responder = { send: vi.fn(), restartOwn: async () => {}, prepareOwn }
  const work = new OwnWork({ journal: new Journal(), responder })
  const own = new OwnCopies({ path: PATH, storage: new FakeStorage().open })
  const bench = { visit, own, draft, sending: false }
  const type = (text: string) => {
    own.edit({ file: APP }, text, 'ours')
    work.prepare(bench)
  }
  return { work, own, bench, type, prepareOwn }
}

test('the text as it is after the pause is started, once', () => {
  const { type, prepareOwn } = begun()
  type('a')
  vi.advanceTimersByTime(200)
  type('ab')
  vi.advanceTimersByTime(249)
  expect(prepareOwn).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  const source = { key: APP, text: 'ab' }
  expect(prepareOwn.mock.calls).toEqual([[{ source, lesson: firstSteps, server: 'api' }]])
})

describe('nothing is started', () => {
  test('while an answer is waited for', () => {
    const { type, bench, prepareOwn } = begun()
    type('a')
    bench.sending = true
    vi.advanceTimersByTime(1_000)
    expect(prepareOwn).not.toHaveBeenCalled()
  })

  test('once ours answers again', () => {
    const { type, own, prepareOwn } = begun()
    type('a')
    own.isOn = false
    vi.advanceTimersByTime(1_000)
    expect(prepareOwn).not.toHaveBeenCalled()
  })

  test('once another page is open', () => {
    const { type, work, prepareOwn } = begun()
    type('a')
    work.enter()
    vi.advanceTimersByTime(1_000)
    expect(prepareOwn).not.toHaveBeenCalled()
  })
})
