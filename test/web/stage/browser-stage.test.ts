/** The stage inside the browser: ready by the service worker, by the way round it, or not at all. */

import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Mock } from '../../../web/stage/mock.ts'
import { StageFailure } from '../../../web/stage/stage-failure.ts'
import { mockThatIs, OK, runnerWith, stageOf } from './fake-stage.ts'
import { eventually } from '../../support/eventually.ts'

const asked = () => new Request('https://a.example/')

const never = () => new Promise<never>(() => {})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('getting ready', () => {
  test('loads nothing before it is asked to', () => {
    expect(stageOf().started).toEqual({ runner: [], mock: [] })
  })

  test('starts the worker and the mocks once, however often it is asked', async () => {
    const { stage, started } = stageOf({ startMock: async () => mockThatIs(true) })
    const routes = await Promise.all([stage.ready(), stage.ready()])
    expect([...routes, await stage.ready()]).toEqual([
      'service-worker',
      'service-worker',
      'service-worker',
    ])
    expect(started).toEqual({ runner: ['/playground'], mock: ['/playground/'] })
  })

  test('asks the service worker each time, for a browser may have stopped it', async () => {
    const answers = [true, false, true]
    const startMock = async (): Promise<Mock> => ({
      ready: async () => answers.shift()!,
      stop: () => {},
    })
    const { stage } = stageOf({ startMock })
    expect([await stage.ready(), await stage.ready(), await stage.ready()]).toEqual([
      'service-worker',
      'direct',
      'service-worker',
    ])
  })

  test('goes round a service worker that the browser refuses', async () => {
    const refuse = () => Promise.reject(new DOMException('no', 'SecurityError'))
    expect(await stageOf({ startMock: refuse }).stage.ready()).toBe('direct')
  })

  test('goes round a service worker that never says that it is ready', async () => {
    vi.useFakeTimers()
    const route = vi.fn()
    void stageOf({ startMock: never }).stage.ready().then(route)
    await vi.advanceTimersByTimeAsync(2_499)
    expect(route).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(route).toHaveBeenCalledExactlyOnceWith('direct')
  })

  test('does not start mocks where there are no service workers', async () => {
    // An accessor of the prototype hides behind a plain object that has none.
    vi.stubGlobal('navigator', {})
    const { stage, started } = stageOf()
    expect(await stage.ready()).toBe('direct')
    expect(started.mock).toEqual([])
  })

  test('does not wait again for a service worker that takes too long, and uses it once it is there', async () => {
    vi.useFakeTimers()
    let answer: (mock: Mock) => void = () => {}
    const { stage, started } = stageOf({
      startMock: () =>
        new Promise((resolve) => {
          answer = resolve
        }),
    })
    const first = stage.ready()
    await vi.advanceTimersByTimeAsync(2_500)
    expect(await first).toBe('direct')

    const second = stage.ready()
    await vi.advanceTimersByTimeAsync(0)
    expect(await second).toBe('direct')

    answer(mockThatIs(true))
    const third = stage.ready()
    await vi.advanceTimersByTimeAsync(0)
    expect(await third).toBe('service-worker')
    expect(started.mock).toHaveLength(1)
  })

  test('asks again for a service worker that was refused once', async () => {
    const outcomes = [
      () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
      async () => mockThatIs(true),
    ]
    const { stage } = stageOf({ startMock: () => outcomes.shift()!() })
    expect(stage.route).toBeUndefined()
    expect([await stage.ready(), stage.route]).toEqual(['direct', 'direct'])
    expect([await stage.ready(), stage.route]).toEqual(['service-worker', 'service-worker'])
  })
})

describe('a worker', () => {
  const notLoaded = new StageFailure('not-loaded', 'no script')
  const lost = () =>
    runnerWith(OK, {
      started: Promise.reject(notLoaded),
      isAlive: async () => false,
      failure: notLoaded,
    })

  test('that cannot be loaded fails, and is loaded anew the next time', async () => {
    const { stage, started } = stageOf({ runner: (start) => (start === 0 ? lost() : runnerWith()) })
    await expect(stage.ready()).rejects.toBe(notLoaded)
    expect(await stage.ready()).toBe('direct')
    expect(started.runner).toHaveLength(2)
  })

  test('that is gone is started anew before a request is sent', async () => {
    const gone = runnerWith(() => new Promise(() => {}), { isAlive: async () => false })
    const stop = vi.spyOn(gone, 'stop')
    const { stage, started } = stageOf({ runner: (start) => (start === 0 ? gone : runnerWith()) })
    await stage.ready()
    const answers = await Promise.all([stage.fetch(asked()), stage.fetch(asked())])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(started.runner).toHaveLength(2)
    expect(stop).toHaveBeenCalled()
  })

  test('that broke on the way behind the service worker is why a request failed, not the network', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    const broken = runnerWith(OK, { failure: notLoaded })
    const { stage } = stageOf({ runner: () => broken, startMock: async () => mockThatIs(true) })
    await expect(stage.fetch(asked())).rejects.toBe(notLoaded)
  })

  test('that never starts is dropped with the request that waits for it', async () => {
    const stuck = runnerWith(OK, {
      started: new Promise(() => {}),
      hasStarted: false,
      isAlive: async () => true,
    })
    const stop = vi.spyOn(stuck, 'stop')
    const { stage } = stageOf({ runner: () => stuck })
    const waiting = new AbortController()
    const answer = stage.fetch(asked(), waiting.signal)
    waiting.abort(notLoaded)
    await expect(answer).rejects.toBe(notLoaded)
    expect(stop).toHaveBeenCalledOnce()
  })

  test('that has started survives a request that is given up', async () => {
    const slow = runnerWith(() => new Promise(() => {}))
    const stop = vi.spyOn(slow, 'stop')
    const { stage } = stageOf({ runner: () => slow })
    const waiting = new AbortController()
    const answer = stage.fetch(asked(), waiting.signal)
    waiting.abort(notLoaded)
    await expect(answer).rejects.toBe(notLoaded)
    expect(stop).not.toHaveBeenCalled()
  })
})

describe('stopping', () => {
  test('tells the mocks once they are there', async () => {
    const stop = vi.fn()
    const startMock = async (): Promise<Mock> => ({ ready: async () => true, stop })
    const { stage } = stageOf({ startMock })
    await stage.ready()
    stage.stop()
    await eventually(() => expect(stop).toHaveBeenCalledOnce())
  })

  test('before anything was started starts nothing', () => {
    const { stage, started } = stageOf()
    stage.stop()
    expect(started).toEqual({ runner: [], mock: [] })
  })
})

describe('a request by the service worker', () => {
  const byServiceWorker = () => stageOf({ startMock: async () => mockThatIs(true) }).stage

  test('is a real fetch, marked for the service worker to keep', async () => {
    const answer = new Response()
    const network = vi.fn<typeof fetch>(async () => answer)
    vi.stubGlobal('fetch', network)
    const request = new Request('https://a.example/', { headers: { 'x-a': 'b' } })
    expect(await byServiceWorker().fetch(request)).toBe(answer)

    expect(network).toHaveBeenCalledOnce()
    const sent = new Request(...network.mock.calls[0]!)
    expect(sent.url).toBe('https://a.example/')
    expect([...sent.headers]).toEqual([
      ['x-a', 'b'],
      ['x-playground-stage', 'browser'],
    ])
  })

  test.each([
    ['a value beyond ASCII', { 'x-a': 'é' }],
    ['a word that MSW takes for its own', { accept: 'text/plain, msw/passthrough' }],
  ])('goes round it with %s', async (_, headers) => {
    const network = vi.fn()
    vi.stubGlobal('fetch', network)
    const request = new Request('https://a.example/', { headers })
    expect((await byServiceWorker().fetch(request)).status).toBe(200)
    expect(network).not.toHaveBeenCalled()
  })
})
