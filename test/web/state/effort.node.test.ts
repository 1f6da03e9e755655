/** What a task took: counted until it is done, kept with it, and absent where an older version kept nothing of it. */

import { describe, expect, test } from 'vitest'
import firstSteps from '../../../lessons/1-first-steps/lesson.ts'
import jwt from '../../../lessons/4-jwt/lesson.ts'
import type { Exchange } from '../../../lessons/exchange/exchange.ts'
import { PAUSE_LIMIT } from '../../../web/state/effort.ts'
import { LearnerProgress } from '../../../web/state/learner-progress.ts'
import { SavedState } from '../../../web/state/saved-state.ts'
import type { Effort } from '../../../web/state/stored.ts'
import { eventually } from '../../support/eventually.ts'
import { exchangeWith } from '../../support/exchange-literal.ts'
import { visitTo } from './support/state.ts'
import { FakeStorage, KEY, open } from './support/tabs.ts'

function learner(storage = new FakeStorage()) {
  const clock = { now: 1_000_000 }
  const saved = new SavedState(open(storage))
  const progress = new LearnerProgress(saved, () => clock.now)
  const journal: Exchange[] = []
  return {
    saved,
    progress,
    open: (page: string) => progress.open(visitTo(firstSteps, page)),
    wait: (milliseconds: number) => {
      clock.now += milliseconds
    },
    send: (exchange: Exchange) => {
      journal.push(exchange)
      return progress.prove(firstSteps, journal)
    },
    effort: (page: string, lesson = 'first-steps'): Effort | undefined =>
      saved.storage.stored.course.lessons[lesson]?.tasks[page]?.effort,
  }
}

const onInvent = (header: string, status: number) =>
  exchangeWith({
    page: 'invent',
    request: { headers: [['authorization', header]] },
    response: { status },
    trace: [
      { kind: 'received', method: 'GET', url: '/items/', headers: [['authorization', header]] },
    ],
  })

describe('what a task took', () => {
  test('is each try until it is done, the last one too, and the time since its page was opened', async () => {
    const one = learner()
    one.open('invent')
    one.wait(20_000)
    one.send(onInvent('Basic x', 401))
    one.wait(10_000)
    one.send(onInvent('Bearer mine', 200))
    await eventually(() => expect(one.effort('invent')).toMatchObject({ tries: 2, time: 30_000 }))
    expect(one.saved.data.progress['first-steps']?.['invent']).toEqual({ parts: ['passed'] })
    one.wait(10_000)
    one.send(onInvent('Bearer again', 200))
    one.open('wrong-scheme')
    one.send({ ...onInvent('Bearer x', 200), page: 'wrong-scheme' })
    await eventually(() => expect(one.effort('wrong-scheme')?.tries).toBe(1))
    expect(one.effort('invent')).toMatchObject({ tries: 2, time: 30_000 })
  })

  test('leaves a long pause out, and a clock that went back', async () => {
    const one = learner()
    one.open('invent')
    one.wait(24 * 60 * 60_000)
    one.send(onInvent('Basic x', 401))
    one.wait(-50_000)
    one.send(onInvent('Basic x', 401))
    await eventually(() =>
      expect(one.effort('invent')).toMatchObject({ tries: 2, time: PAUSE_LIMIT }),
    )
  })

  test('names the wrong attempts that the lesson can tell apart, once each', async () => {
    const one = learner()
    one.open('invent')
    for (const header of ['Token x', 'Token y', 'Bearerx']) one.send(onInvent(header, 401))
    await eventually(() => expect(one.effort('invent')?.tries).toBe(3))
    expect(one.effort('invent')?.slips).toEqual(['scheme-token', 'space-missing'])
  })

  test('is of no page that is there to read, and of none that another page’s request was sent from', async () => {
    const one = learner()
    one.send({ ...onInvent('Basic x', 401), page: 'story' })
    one.send(onInvent('Basic x', 401))
    await eventually(() => expect(one.effort('invent')?.tries).toBe(1))
    expect(one.effort('story')).toBeUndefined()
  })

  test('is how often the checks of a code task were run', async () => {
    const one = learner()
    const verify = visitTo(jwt, 'verify')
    one.progress.open(verify)
    expect(one.progress.checked(verify, false)).toEqual([])
    expect(one.progress.checked(verify, true)).toEqual([verify.page])
    expect(one.progress.checked(verify, true)).toEqual([])
    await eventually(() => expect(one.effort('verify', 'jwt')?.tries).toBe(2))
  })

  test('is forgotten with the task', async () => {
    const one = learner()
    one.send(onInvent('Basic x', 401))
    await eventually(() => expect(one.effort('invent')?.tries).toBe(1))
    one.saved.forget({ lesson: 'first-steps', page: 'invent' })
    expect(one.effort('invent')).toBeUndefined()
    // A task that was only tried counts as nothing that was done.
    expect(one.saved.data.progress['first-steps'] ?? {}).toEqual({})
  })
})

test('what an older version kept is read as it is, and says nothing of what it took', () => {
  const old = {
    course: {
      epoch: 0,
      lessons: { 'first-steps': { epoch: 0, tasks: { invent: { epoch: 0, parts: ['passed'] } } } },
    },
    version: 3,
  }
  const storage = new FakeStorage({ [KEY]: JSON.stringify(old) })
  const one = learner(storage)
  expect(one.saved.notices).toEqual([])
  expect(one.effort('invent')).toBeUndefined()
  expect(one.saved.data.progress['first-steps']).toEqual({ invent: { parts: ['passed'] } })
  expect(storage.texts.get(KEY)).toBe(JSON.stringify(old))
})
