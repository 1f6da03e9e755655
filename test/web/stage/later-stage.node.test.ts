/** A stage that is there before what it is made of has come. */

import { expect, test } from 'vitest'
import type { BrowserStage } from '../../../web/stage/browser-stage.ts'
import { laterStage } from '../../../web/stage/later-stage.ts'

/** A stage that counts how often it was stopped. */
function fakeStage() {
  const stopped: string[] = []
  const stage: BrowserStage = {
    ready: () => Promise.resolve('direct'),
    route: 'direct',
    fetch: ({ url }) => Promise.resolve(new Response(url)),
    stop: () => void stopped.push('stopped'),
  }
  return { stage, stopped }
}

test('nothing is loaded before somebody asks, and only once for two that ask', async () => {
  let loads = 0
  const { stage } = fakeStage()
  const later = laterStage(() => {
    loads++
    return Promise.resolve(stage)
  })
  expect([loads, later.route]).toEqual([0, undefined])
  const asked = [later.ready(), later.fetch(new Request('http://a.example/items/'))] as const
  expect(await asked[0]).toBe('direct')
  expect(await (await asked[1]).text()).toBe('http://a.example/items/')
  expect([loads, later.route]).toEqual([1, 'direct'])
})

test('a stage that was never loaded has nothing to stop, and one that is there is stopped', async () => {
  const { stage, stopped } = fakeStage()
  const later = laterStage(() => Promise.resolve(stage))
  later.stop()
  expect(stopped).toEqual([])
  await later.ready()
  later.stop()
  expect(stopped).toEqual(['stopped'])
})

test('a load that failed is told to who asked, and tried again for the next', async () => {
  const { stage } = fakeStage()
  const loads = [Promise.reject(new TypeError('gone')), Promise.resolve(stage)]
  const later = laterStage(() => loads.shift()!)
  await expect(later.ready()).rejects.toThrow('gone')
  expect(await later.ready()).toBe('direct')
})
