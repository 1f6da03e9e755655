/** From the click on a lesson to its painted page. */

import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { course } from '../../../lessons/index.ts'
import { startRealServer } from '../../e2e/support/playground.ts'
import { launch, visit } from '../../e2e/support/visit.ts'
import { quantile, report } from '../support.ts'

const ROUNDS = 12

test('Lesson to painted page', async () => {
  const playground = await startRealServer()
  const browser = await launch()
  const { page, leave } = await visit(browser, `${playground.url}#/en/first-steps`)
  // The first time, each lesson's files come over the network.
  const first = await sample(page, 1)
  await sample(page, 2)
  const times = await sample(page, ROUNDS)
  expect(times).toHaveLength(ROUNDS * course.length)
  report('Lesson to painted, first time, slowest', `${Math.max(...first).toFixed(1)} ms`, '100 ms')
  report('Lesson to painted, median', `${quantile(times, 0.5).toFixed(1)} ms`, '100 ms')
  report('Lesson to painted, 95th percentile', `${quantile(times, 0.95).toFixed(1)} ms`, '100 ms')
  await leave()
  await browser.close()
  await playground.stop()
})

/** Opens every lesson so many times; milliseconds from each click to the frame that shows its page. */
function sample(page: Page, rounds: number): Promise<number[]> {
  return page.evaluate(async (wanted) => {
    type Reactive = HTMLElement & { updateComplete: Promise<boolean>; lesson?: { slug: string } }
    const app = document.querySelector<Reactive>('bp-playground-app')!.shadowRoot!
    const links = [
      ...app.querySelector('bp-top-bar')!.shadowRoot!.querySelectorAll<HTMLElement>('nav a'),
    ]
    // From the second on: the first one may be open already.
    const order = [...links.slice(1), links[0]!]
    const frame = () => new Promise(requestAnimationFrame)
    const times: number[] = []
    for (let round = 0; round < wanted; round++) {
      for (const link of order) {
        const view = app
          .querySelector('bp-workspace')!
          .shadowRoot!.querySelector<Reactive>('bp-lesson-page')!
        const slug = link.getAttribute('href')!.split('/').at(-1)
        const start = performance.now()
        link.click()
        while (view.lesson?.slug !== slug) await frame()
        await view.updateComplete
        // A frame is painted once the task after its callbacks has begun.
        await frame()
        await new Promise((resolve) => setTimeout(resolve))
        times.push(performance.now() - start)
      }
    }
    return times
  }, rounds)
}
