/** A first visit, and a second one: what comes over the wire, when the lesson can be read, and when the first answer is there. */

import type { Browser, BrowserContext } from 'playwright'
import { expect, test } from 'vitest'
import { type Playground, startRealServer, startStaticCopy } from '../../e2e/support/playground.ts'
import { launch, profile } from '../../e2e/support/visit.ts'
import { quantile, report } from '../support.ts'

const ROUNDS = 7

interface Visited {
  /** On the wire, heads and all. */
  bytes: number
  fonts: number
  /** Milliseconds from the navigation. */
  readable: number
  answered: number
}

test.each([
  ['real server', startRealServer, '130 kB'],
  ['static copy, answered in the browser', () => startStaticCopy(), '—'],
] as const)('visits: %s', async (host, start, bar) => {
  const playground = await start()
  const browser = await launch()
  const cold: Visited[] = []
  const warm: Visited[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const context = await newcomer(browser)
    cold.push(await visited(context, playground))
    warm.push(await visited(context, playground))
    await context.close()
  }
  expect(warm).toHaveLength(ROUNDS)
  const median = (visits: Visited[], what: keyof Visited) =>
    quantile(
      visits.map((visit) => visit[what]),
      0.5,
    )
  for (const [name, visits] of [
    ['First visit', cold],
    ['Second visit', warm],
  ] as const) {
    const kilobytes = (what: keyof Visited) => `${(median(visits, what) / 1000).toFixed(0)} kB`
    // What a service worker fetches is not the page's.
    if (host === 'real server') {
      const isFirst = visits === cold
      report(`${name}, ${host}: on the wire, fonts apart`, kilobytes('bytes'), isFirst ? bar : '—')
      report('  fonts', kilobytes('fonts'), isFirst ? '120 kB' : '—')
    }
    report(`${name}, ${host}: readable`, `${median(visits, 'readable').toFixed(0)} ms`, '1000 ms')
    report('  first answer, sent at once', `${median(visits, 'answered').toFixed(0)} ms`, '2000 ms')
  }
  await browser.close()
  await playground.stop()
})

/** Somebody who saves data: the copy for the time without a network comes behind all this. */
async function newcomer(browser: Browser): Promise<BrowserContext> {
  const context = await profile(browser)
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } })
  })
  return context
}

/** Opens a page that can be sent from at once, sends as soon as that can be done, and leaves. */
async function visited(context: BrowserContext, { url }: Playground): Promise<Visited> {
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  const fonts = new Set<string>()
  const sum = { bytes: 0, fonts: 0 }
  devtools.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.endsWith('.woff2')) fonts.add(requestId)
  })
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    sum[fonts.has(requestId) ? 'fonts' : 'bytes'] += encodedDataLength
  })
  await devtools.send('Network.enable')
  await page.goto(`${url}#/en/first-steps/invent`, { waitUntil: 'commit' })
  const times = await page.evaluate(async () => {
    type Reactive = HTMLElement & { updateComplete: Promise<boolean>; exchange?: object }
    const frame = () => new Promise(requestAnimationFrame)
    const workspace = () =>
      document.querySelector('bp-playground-app')?.shadowRoot?.querySelector('bp-workspace')
        ?.shadowRoot
    const send = () =>
      workspace()
        ?.querySelector('bp-request-form')
        ?.shadowRoot?.querySelector<HTMLButtonElement>('button.send')
    const heading = () =>
      workspace()?.querySelector('bp-lesson-page')?.shadowRoot?.querySelector('h1')
    while (!heading() || !send()) await frame()
    const readable = performance.now()
    send()!.click()
    const result = workspace()!.querySelector<Reactive>('bp-result')!
    while (!result.exchange) await frame()
    await result.updateComplete
    await frame()
    await new Promise((resolve) => setTimeout(resolve))
    return { readable, answered: performance.now() }
  })
  await page.waitForLoadState('networkidle')
  await page.close()
  return { ...times, ...sum }
}
