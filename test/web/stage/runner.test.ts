/** The page's end of the worker: what it asks, and how it finds out that nobody is there. */

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { WireRequest } from '../../../server/stage/wire.ts'
import {
  type RunnerAnswer,
  type RunnerQuestion,
  STARTED,
} from '../../../web/stage/runner-messages.ts'
import { startRunner } from '../../../web/stage/runner.ts'
import { StageFailure } from '../../../web/stage/stage-failure.ts'

const REQUEST: WireRequest = { method: 'GET', url: 'https://a.example/', headers: [], body: null }
const RESPONSE = { status: 200, headers: [], body: null }

/** A worker that says and does what a test wants. */
class FakeWorker extends EventTarget {
  readonly asked: RunnerQuestion[] = []
  isEnded = false

  postMessage(question: RunnerQuestion) {
    if (!this.isEnded) this.asked.push(question)
  }

  terminate() {
    this.isEnded = true
  }

  say(data: RunnerAnswer) {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }

  break(message = '') {
    this.dispatchEvent(new ErrorEvent('error', { message }))
  }
}

function start() {
  const worker = new FakeWorker()
  const names: string[] = []
  const runner = startRunner('/playground', (name) => {
    names.push(name)
    return worker as unknown as Worker
  })
  return { worker, runner, names }
}

function started() {
  const made = start()
  made.worker.say({ id: STARTED })
  return made
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('starting', () => {
  test('gives the worker its path, and is done when the worker says so', async () => {
    const { worker, runner, names } = start()
    expect(names).toEqual(['/playground'])
    expect(runner.hasStarted).toBe(false)
    worker.say({ id: STARTED })
    await runner.started
    expect(runner.hasStarted).toBe(true)
  })

  test('fails when the script does not come, and so does all that is asked then', async () => {
    const { worker, runner } = start()
    const answer = runner.ask(REQUEST)
    worker.break()
    const failure = { code: 'not-loaded' }
    await expect(runner.started).rejects.toMatchObject(failure)
    await expect(answer).rejects.toMatchObject(failure)
    await expect(runner.ask(REQUEST)).rejects.toMatchObject(failure)
    expect(runner.failure).toBeInstanceOf(StageFailure)
    expect(worker.isEnded).toBe(true)
  })
})

describe('asking', () => {
  test('gives each question its own answer, in whatever order they come', async () => {
    const { worker, runner } = started()
    const answers = [runner.ask(REQUEST), runner.ask({ ...REQUEST, method: 'POST' })]
    const [first, second] = worker.asked
    expect([first!.request!.method, second!.request!.method]).toEqual(['GET', 'POST'])
    worker.say({ id: second!.id, response: { ...RESPONSE, status: 201 } })
    worker.say({ id: first!.id, response: RESPONSE })
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 201])
  })

  test.each<[what: string, happen: (worker: FakeWorker) => void, code: StageFailure['code']]>([
    ['an error in the worker', (worker) => worker.break('Uncaught x'), 'broken'],
    [
      'a module that does not come',
      (worker) => worker.say({ id: worker.asked[0]!.id, error: 'x', notLoaded: true }),
      'not-loaded',
    ],
  ])('ends with %s, and the worker with it', async (_, happen, code) => {
    const { worker, runner } = started()
    const answers = Promise.allSettled([runner.ask(REQUEST), runner.ask(REQUEST)])
    happen(worker)
    expect(await answers).toMatchObject([{ reason: { code } }, { reason: { code } }])
    expect(worker.isEnded).toBe(true)
    expect(await runner.isAlive()).toBe(false)
  })

  test('fails for a question that the worker fails at, and for no other', async () => {
    const { worker, runner } = started()
    const answers = [runner.ask(REQUEST), runner.ask(REQUEST)]
    worker.say({ id: worker.asked[0]!.id, error: 'x' })
    worker.say({ id: worker.asked[1]!.id, response: RESPONSE })
    await expect(answers[0]).rejects.toMatchObject({ code: 'broken', message: 'x' })
    expect(await answers[1]).toEqual(RESPONSE)
    expect(runner.failure).toBeUndefined()
  })

  test('an answer nobody waits for is dropped', () => {
    const { worker } = started()
    expect(() => worker.say({ id: 99, response: RESPONSE })).not.toThrow()
  })
})

describe('the worker is alive', () => {
  test('while it is on its way', async () => {
    expect(await start().runner.isAlive()).toBe(true)
  })

  test('when it says so', async () => {
    const { worker, runner } = started()
    await runner.started
    const alive = runner.isAlive()
    expect(worker.asked).toEqual([{ id: 1 }])
    worker.say({ id: 1 })
    expect(await alive).toBe(true)
  })

  test('no more when it says nothing for two seconds', async () => {
    const { runner } = started()
    await runner.started
    const alive = vi.fn()
    void runner.isAlive().then(alive)
    await vi.advanceTimersByTimeAsync(1_999)
    expect(alive).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(alive).toHaveBeenCalledExactlyOnceWith(false)
  })

  test('no more when it was stopped', async () => {
    const { worker, runner } = started()
    runner.stop()
    expect(worker.isEnded).toBe(true)
    expect(await runner.isAlive()).toBe(false)
  })
})
