/** Lighthouse on a static copy of the page, where it is installed: it brings two hundred packages, which nothing else needs. */

import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { listen } from '../../../server/node/listen.ts'
import { pageFiles } from '../../../server/node/page-files.ts'
import { headersAt } from '../../../server/stage/page-headers.ts'
import { builtFolder } from '../../support/built-page.ts'
import { freePort } from '../../support/free-port.ts'
import { launch } from '../../e2e/support/visit.ts'
import { report } from '../support.ts'

/** `npm install --no-save` puts it there; it runs on Node 20. */
const LIGHTHOUSE = 'lighthouse'
const INSTALLED_BY = 'npm install --no-save lighthouse@12'

/** What we use of it. */
type Lighthouse = (
  url: string,
  flags: { port: number; output: 'json'; logLevel: 'error'; onlyCategories: string[] },
  config?: object,
) => Promise<{ lhr: { categories: Record<string, { title: string; score: number }> } }>

const BARS = { performance: 95, accessibility: 100, 'best-practices': 100 }

const PAGES = {
  'start page': '#/en',
  'a lesson': '#/en/first-steps',
  'a lesson in Korean': '#/ko/first-steps',
}

test('Lighthouse', async () => {
  const { default: lighthouse, desktopConfig } = (await import(LIGHTHOUSE).catch(() => ({}))) as {
    default?: Lighthouse
    desktopConfig?: object
  }
  if (!lighthouse) {
    report('Lighthouse', 'not found', INSTALLED_BY)
    return
  }
  // As hosts of static copies do, it says what `_headers` has, and sends the compressed files.
  const host = new Hono()
  host.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(headersAt(c.req.path))) c.header(name, value)
  })
  host.get('*', pageFiles(builtFolder))
  const { server, port } = await listen(host, { host: '127.0.0.1', port: 0, allowedHosts: [] })
  const devtools = await freePort()
  const browser = await launch([`--remote-debugging-port=${devtools}`])
  for (const [page, hash] of Object.entries(PAGES)) {
    const { lhr } = await lighthouse(
      `http://localhost:${port}/${hash}`,
      {
        port: devtools,
        output: 'json',
        logLevel: 'error',
        onlyCategories: Object.keys(BARS),
      },
      desktopConfig,
    )
    for (const [id, bar] of Object.entries(BARS)) {
      const { title, score } = lhr.categories[id]!
      expect(score).toBeGreaterThan(0)
      report(`Lighthouse, ${page}: ${title}`, (score * 100).toFixed(0), String(bar))
    }
  }
  await browser.close()
  server.close()
})
