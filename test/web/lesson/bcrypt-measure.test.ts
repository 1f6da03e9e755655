/** The worker that times bcrypt, asked in earnest. */

import { afterEach, expect, test, vi } from 'vitest'
import { type Measured, measureBcrypt } from '../../../web/lesson/bcrypt-measure.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

test('measures each cost, in the order asked for, and ends its worker', async () => {
  const terminate = vi.spyOn(Worker.prototype, 'terminate')
  const measured: Measured[] = []
  await measureBcrypt([4, 5], {
    onMeasured: (one) => measured.push(one),
    signal: new AbortController().signal,
  })
  expect(measured.map(({ cost }) => cost)).toEqual([4, 5])
  for (const { milliseconds } of measured) expect(milliseconds).toBeGreaterThan(0)
  expect(terminate).toHaveBeenCalledOnce()
})

test('stops in the middle of a check that would take for days', async () => {
  const terminate = vi.spyOn(Worker.prototype, 'terminate')
  const running = new AbortController()
  const measured: number[] = []
  const measuring = measureBcrypt([4, 31], {
    onMeasured: ({ cost }) => {
      measured.push(cost)
      running.abort()
    },
    signal: running.signal,
  })
  await expect(measuring).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
  expect(measured).toEqual([4])
  expect(terminate).toHaveBeenCalledOnce()
})

test('rejects when the worker breaks', async () => {
  const terminate = vi.spyOn(Worker.prototype, 'terminate')
  const noCosts = ['four'] as unknown as number[]
  const measuring = measureBcrypt(noCosts, {
    onMeasured: () => {},
    signal: new AbortController().signal,
  })
  await expect(measuring).rejects.toThrow('Illegal arguments')
  expect(terminate).toHaveBeenCalledOnce()
})

test('starts no worker when it is cancelled already', async () => {
  const start = vi.spyOn(globalThis, 'Worker')
  const measuring = measureBcrypt([4], { onMeasured: () => {}, signal: AbortSignal.abort() })
  await expect(measuring).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
  expect(start).not.toHaveBeenCalled()
})
