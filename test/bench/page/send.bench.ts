/** From the click on Send to the painted answer, in each mode, and what many answers leave behind in the page. */

import { expect, test } from 'vitest'
import { startRealServer } from '../../e2e/support/playground.ts'
import { launch, visit } from '../../e2e/support/visit.ts'
import { WORDS } from '../../e2e/support/walk.ts'
import { ownWords } from '../../../web/words/own.ts'
import { quantile, report } from '../support.ts'

const SAMPLES = 60

const REQUESTS = 500

test('Send to painted answer', async () => {
  const playground = await startRealServer()
  const browser = await launch()
  const { page, leave } = await visit(browser, `${playground.url}#/en/first-steps/invent`)
  for (const mode of ['real', 'browser', 'own'] as const) {
    // Whoever begins a copy of the server is answered by it.
    const name = mode === 'own' ? ownWords.en.edit : WORDS.en.mode[mode]
    await page.getByRole('button', { name }).click()
    await page.getByRole('button', { name: WORDS.en.mode[mode], pressed: true }).waitFor()
    await sample(page, 10)
    const times = await sample(page, SAMPLES)
    expect(times).toHaveLength(SAMPLES)
    report(`Send to painted, ${mode}, median`, `${quantile(times, 0.5).toFixed(1)} ms`, '50 ms')
  }
  await leave()
  await browser.close()
  await playground.stop()
})

test('memory of the page', async () => {
  const playground = await startRealServer()
  const browser = await launch()
  const { page, leave } = await visit(browser, `${playground.url}#/en/first-steps/invent`)
  const devtools = await page.context().newCDPSession(page)
  const megabytes = async () => {
    await devtools.send('HeapProfiler.collectGarbage')
    const { usedSize } = await devtools.send('Runtime.getHeapUsage')
    return usedSize / 1e6
  }
  await sample(page, 10)
  const before = await megabytes()
  expect(await sample(page, REQUESTS)).toHaveLength(REQUESTS)
  const left = await megabytes()
  report(`Memory of the page after ${REQUESTS} requests`, `${left.toFixed(1)} MB`, '—')
  report('  after 10 of them', `${before.toFixed(1)} MB`, '—')
  await leave()
  await browser.close()
  await playground.stop()
})

/** Sends so many times, one after the other; milliseconds from each click to the frame that shows its answer. */
function sample(page: Awaited<ReturnType<typeof visit>>['page'], count: number): Promise<number[]> {
  return page.evaluate(async (wanted) => {
    type Reactive = HTMLElement & { updateComplete: Promise<boolean>; exchange?: { id: number } }
    const app = document
      .querySelector('bp-playground-app')!
      .shadowRoot!.querySelector('bp-workspace')!.shadowRoot!
    const button = app
      .querySelector('bp-request-form')!
      .shadowRoot!.querySelector<HTMLButtonElement>('button.send')!
    const result = app.querySelector<Reactive>('bp-result')!
    const frame = () => new Promise(requestAnimationFrame)
    const times: number[] = []
    while (times.length < wanted) {
      const before = result.exchange?.id
      const start = performance.now()
      button.click()
      while (result.exchange?.id === before) await frame()
      await result.updateComplete
      await result.shadowRoot!.querySelector<Reactive>('bp-exchange')!.updateComplete
      // A frame is painted once the task after its callbacks has begun.
      await frame()
      await new Promise((resolve) => setTimeout(resolve))
      times.push(performance.now() - start)
    }
    return times
  }, count)
}
