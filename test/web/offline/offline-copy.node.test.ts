/** The offline copy as the page drives it, before workers that answer as ours do. */

import { expect, test, vi } from 'vitest'
import { eventually } from '../../support/eventually.ts'
import { OfflineCopy } from '../../../web/offline/offline-copy.ts'

const WHOLE = { files: 3, bytes: 30 }

/** A worker of one build, and what it was asked. */
function workerOf(entry: string, isKept = false) {
  const asked: string[] = []
  return {
    asked,
    postMessage(question: string, [port]: [MessagePort]) {
      asked.push(question)
      const answer = {
        'what-is-kept': { version: entry, entry, ...(isKept && WHOLE) },
        'keep-copy': { version: entry, entry, ...WHOLE },
        'remove-copy': undefined,
      }[question]
      if (question === 'keep-copy') port.postMessage({ done: 3, all: 3 })
      port.postMessage(answer)
    },
  }
}

/** One that says nothing, as an older build's to what it does not know. */
const silent = { asked: [] as string[], postMessage: () => {} }

type Fake = ReturnType<typeof workerOf> | typeof silent

/** A copy of the page whose first script is `old.js`, and the browser's part of it. */
function copyWith(active: Fake, { savesData = false } = {}) {
  const texts = new Map<string, string>()
  const registration = Object.assign(new EventTarget(), {
    active,
    waiting: null,
    installing: undefined as (EventTarget & { state: string }) | undefined,
  })
  const copy = new OfflineCopy({
    base: '/a/',
    entry: 'old.js',
    serviceWorker: {
      register: () => Promise.resolve(registration),
      getRegistration: () => Promise.resolve(registration),
    } as unknown as ServiceWorkerContainer,
    savesData,
    storage: () => ({
      getItem: (name) => texts.get(name) ?? null,
      setItem: (name, text) => void texts.set(name, text),
      removeItem: (name) => void texts.delete(name),
    }),
  })
  /** A newer build is found on the host. */
  const update = (worker: Fake) => {
    registration.installing = Object.assign(new EventTarget(), { state: 'installed' }, worker)
    registration.dispatchEvent(new Event('updatefound'))
    registration.installing.dispatchEvent(new Event('statechange'))
  }
  return { copy, update }
}

test('a copy that is not there is kept', async () => {
  const worker = workerOf('old.js')
  const { copy } = copyWith(worker)
  await copy.start()
  expect(worker.asked).toEqual(['what-is-kept', 'keep-copy'])
  expect(copy.state).toEqual({ kind: 'ready', ...WHOLE })
})

test('a newer build is kept before it is offered', async () => {
  const { copy, update } = copyWith(workerOf('old.js', true))
  await copy.start()
  const newer = workerOf('new.js')
  update(newer)
  await eventually(() => expect(copy.isOutdated).toBe(true))
  expect(newer.asked).toEqual(['what-is-kept', 'keep-copy'])
})

test('who has removed the copy gets none with a newer build, and is told of that', async () => {
  const { copy, update } = copyWith(workerOf('old.js', true))
  await copy.start()
  await copy.remove()
  const newer = workerOf('new.js')
  update(newer)
  await eventually(() => expect(copy.isOutdated).toBe(true))
  expect(newer.asked).toEqual(['what-is-kept'])
  expect(copy.state).toEqual({ kind: 'unasked', because: 'removed' })
})

test('a page that is of the newer build already is offered nothing', async () => {
  const { copy, update } = copyWith(workerOf('older.js', true))
  await copy.start()
  const same = workerOf('old.js')
  update(same)
  await eventually(() => expect(same.asked).toEqual(['what-is-kept', 'keep-copy']))
  expect(copy.isOutdated).toBe(false)
})

test('a worker that does not say what it has is no newer build', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const { copy, update } = copyWith(workerOf('old.js', true), { savesData: true })
    await copy.start()
    update(silent)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(copy.isOutdated).toBe(false)
  } finally {
    vi.useRealTimers()
  }
})
