/** The stage inside the browser: ready by the service worker, by the way round it, or not at all. */

import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Mock } from '../../../web/stage/mock.ts'
import { mockThatIs, stageOf } from './fake-stage.ts'

const never = () => new Promise<never>(() => {})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('getting ready', () => {
  test('loads nothing before it is asked to', () => {
    expect(stageOf().started).toEqual({ load: 0, runner: [], mock: [] })
  })

  test('starts the worker and the mocks once, however often it is asked', async () => {
    const { stage, started } = stageOf({ startMock: async () => mockThatIs(true) })
    const routes = await Promise.all([stage.ready(), stage.ready()])
    expect([...routes, await stage.ready()]).toEqual([
      'service-worker',
      'service-worker',
      'service-worker',
    ])
    expect(started).toEqual({ load: 1, runner: ['/playground'], mock: ['/playground/'] })
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

  test('fails when nothing can be loaded, and tries again the next time', async () => {
    const failure = new TypeError('Failed to fetch dynamically imported module')
    const outcomes = [() => Promise.reject(failure), () => Promise.resolve()]
    const { stage, started } = stageOf({ load: () => outcomes.shift()!() })
    await expect(stage.ready()).rejects.toBe(failure)
    expect(await stage.ready()).toBe('direct')
    expect(started.load).toBe(2)
  })
})

describe('stopping', () => {
  test('tells the mocks once they are there', async () => {
    const stop = vi.fn()
    const startMock = async (): Promise<Mock> => ({ ready: async () => true, stop })
    const { stage } = stageOf({ startMock })
    await stage.ready()
    stage.stop()
    await vi.waitFor(() => expect(stop).toHaveBeenCalledOnce(), { timeout: 20_000 })
  })

  test('before anything was started starts nothing', () => {
    const { stage, started } = stageOf()
    stage.stop()
    expect(started.load).toBe(0)
  })
})

test('a request by the service worker is a real fetch', async () => {
  const answer = new Response()
  const network = vi.fn(async () => answer)
  vi.stubGlobal('fetch', network)
  const { stage } = stageOf({ startMock: async () => mockThatIs(true) })
  const request = new Request('https://a.example/')
  expect(await stage.fetch(request)).toBe(answer)
  expect(network).toHaveBeenCalledExactlyOnceWith(request)
})
