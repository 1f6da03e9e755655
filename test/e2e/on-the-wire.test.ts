/** What a first visit to the real server costs, as bytes on the wire: from an empty browser to the first answer. */

import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { Request } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { bench } from './support/bench.ts'
import { mouse } from './support/hand-of-mouse.ts'
import { type RealServer, startRealServer } from './support/playground.ts'
import { closeProfiles, sharedBrowser } from './support/visit.ts'
import type { Language } from './support/walk.ts'

let real: RealServer

beforeAll(async () => {
  real = await startRealServer()
})
afterAll(async () => {
  await real?.stop()
})

/** A wire to the server that counts what comes over it, whoever asked: the page, its workers, the service worker. */
async function startWire() {
  const ends = new Set<Socket>()
  let bytes = 0
  const wire = createServer((near) => {
    const far = connect(Number(new URL(real.url).port), '127.0.0.1')
    far.on('data', (chunk) => (bytes += chunk.length))
    near.pipe(far).pipe(near)
    for (const end of [near, far]) ends.add(end.on('error', () => {}))
  }).listen(0, '127.0.0.1')
  await once(wire, 'listening')
  onTestFinished(() => {
    for (const end of ends) end.destroy()
    wire.close()
  })
  const { port } = wire.address() as AddressInfo
  return { url: `http://localhost:${port}/`, kilobytes: () => bytes / 1000 }
}

/** Kilobytes of those requests that are for fonts, heads and all. */
async function fontsAmong(requests: Request[]): Promise<number> {
  const fonts = requests.filter((request) => request.resourceType() === 'font')
  const sizes = await Promise.all(fonts.map((font) => font.sizes()))
  return (
    sizes.reduce((sum, each) => sum + each.responseBodySize + each.responseHeadersSize, 0) / 1000
  )
}

/** A first lesson in each language, on a machine without a Korean font; kilobytes of fonts, and of all else. */
const VISITS: [Language, fonts: number, rest: number][] = [
  ['en', 48, 124],
  ['ko', 174, 130],
]

test.each(VISITS)(
  'in the language %s: fonts of %i kB, and %i kB besides',
  async (language, most, mostBesides) => {
    const wire = await startWire()
    const browser = await sharedBrowser()
    onTestFinished(() => closeProfiles(browser))
    // The copy for the time without a host comes behind all this, while nobody waits.
    const page = await browser.newPage({ serviceWorkers: 'block' })
    const asked: Request[] = []
    page.on('request', (request) => asked.push(request))
    await page.goto(`${wire.url}#/${language}/first-steps`)
    // What comes right after the page is counted too: it is there before anybody has read that far.
    await page.waitForLoadState('networkidle')
    await mouse(page, language).predict('forbidden')
    expect((await bench(page, language).answer()).status).toBe('401 Unauthorized')
    const all = wire.kilobytes()
    const fonts = await fontsAmong(asked)
    const besides = all - fonts
    expect(fonts).toBeGreaterThan(0)
    expect(fonts).toBeLessThanOrEqual(most)
    expect(besides).toBeLessThanOrEqual(mostBesides)
  },
)
