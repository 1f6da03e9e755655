/** From the click on Send to the answer of the learner's own copy: after an edit, and once it runs. */

import { expect, test } from 'vitest'
import { startRealServer } from '../../e2e/support/playground.ts'
import { launch, visit } from '../../e2e/support/visit.ts'
import { ownWords } from '../../../web/words/own.ts'
import { quantile, report } from '../support.ts'

const SAMPLES = 15

test('Edit to the answer of one’s own copy', async () => {
  const playground = await startRealServer()
  const browser = await launch()
  const { page, leave } = await visit(browser, `${playground.url}#/en/first-steps/invent`)
  await page.getByRole('button', { name: ownWords.en.edit }).click()
  await page.locator('.cm-content').waitFor()
  const times = await page.evaluate(async (wanted) => {
    type Reactive = HTMLElement & { updateComplete: Promise<boolean>; exchange?: { id: number } }
    const app = document
      .querySelector('bp-playground-app')!
      .shadowRoot!.querySelector('bp-workspace')!.shadowRoot!
    const send = app
      .querySelector('bp-request-form')!
      .shadowRoot!.querySelector<HTMLButtonElement>('button.send')!
    const result = app.querySelector<Reactive>('bp-result')!
    const pane = app
      .querySelector('bp-server-panel')!
      .shadowRoot!.querySelector('bp-code-pane')!
      .shadowRoot!.querySelector<HTMLElement & { own: { file: string } }>('bp-own-pane')!
    const source = (pane as unknown as { source: { text: string } }).source.text
    const frame = () => new Promise(requestAnimationFrame)
    const answer = async () => {
      const before = result.exchange?.id
      const start = performance.now()
      send.click()
      while (result.exchange?.id === before) await frame()
      await result.updateComplete
      return performance.now() - start
    }
    const type = (comment: string) => {
      const text = `${source}// ${comment}\n`
      const detail = { file: pane.own.file, text, start: source, typed: true }
      pane.dispatchEvent(new CustomEvent('edit-code', { detail, bubbles: true, composed: true }))
    }
    // A hand needs as long from the last letter to Ctrl+Enter, and longer to the button.
    const pause = () => new Promise((resolve) => setTimeout(resolve, 400))
    const edited: number[] = []
    const again: number[] = []
    const atOnce: number[] = []
    for (let round = 0; round < wanted; round++) {
      type(`paused ${round}`)
      await pause()
      edited.push(await answer())
      again.push(await answer())
    }
    for (let round = 0; round < wanted; round++) {
      type(`at once ${round}`)
      atOnce.push(await answer())
    }
    return { edited, again, atOnce }
  }, SAMPLES)
  expect(times.edited).toHaveLength(SAMPLES)
  const [first, ...later] = times.edited
  report('First edit to answer', `${first!.toFixed(0)} ms`, '150 ms')
  report('Later edit to answer, median', `${quantile(later, 0.5).toFixed(0)} ms`, '60 ms')
  report('Edit and Send at once, median', `${quantile(times.atOnce, 0.5).toFixed(0)} ms`, 'none')
  report('The same text again, median', `${quantile(times.again, 0.5).toFixed(0)} ms`, '60 ms')
  await leave()
  await browser.close()
  await playground.stop()
})
