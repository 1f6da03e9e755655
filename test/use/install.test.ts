/** The page installed as an app, by a whole Chromium: the shell that other tests drive has no apps. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { expect, onTestFinished, test } from 'vitest'
import { bench } from '../e2e/support/bench.ts'
import { startStaticCopy } from '../e2e/support/playground.ts'
import { launchArgs, wholeBrowser } from '../support/find-browser.ts'

test('the page can be installed, and the app opens in a window of its own and answers with the host gone', async ({
  skip,
}) => {
  const executablePath = wholeBrowser()
  skip(executablePath === undefined, 'no whole Chromium here')
  const copy = await startStaticCopy('/a/copy/')
  onTestFinished(() => copy.stop())
  const folder = await mkdtemp(join(tmpdir(), 'bearer-playground-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  // Nobody installs an app while browsing privately, as Playwright's other profiles do.
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: executablePath!,
    args: [...launchArgs, '--headless=new'],
  })
  onTestFinished(() => context.close())
  context.setDefaultTimeout(20_000)

  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  const problems = async () =>
    (await devtools.send('Page.getInstallabilityErrors')).installabilityErrors.map(
      ({ errorId }) => errorId,
    )
  // The docs page of a lesson is no app, and the browser says why.
  await page.goto(`${copy.url}docs.html`)
  expect(await problems()).toEqual(['no-manifest'])
  await page.goto(`${copy.url}#/en`)
  await page.locator('bp-offline-mark a').waitFor()
  expect(await problems()).toEqual([])
  // Another copy on the same host is another app.
  const manifestId = copy.url
  expect(await devtools.send('Page.getAppId')).toMatchObject({ appId: manifestId })

  await devtools.send('PWA.install', { manifestId, installUrlOrBundleUrl: copy.url })
  await devtools.send('PWA.changeAppUserSettings', { manifestId, displayMode: 'standalone' })
  await copy.stop()
  const opened = context.waitForEvent('page')
  await devtools.send('PWA.launch', { manifestId })
  const app = await opened
  await app.locator('bp-start-page h1').waitFor()
  expect(await app.evaluate(() => matchMedia('(display-mode: standalone)').matches)).toBe(true)
  await app.evaluate(() => (location.hash = '#/en/first-steps/invent'))
  const { send, answer } = bench(app)
  await send({ token: 'of-mine', scheme: 'Bearer' })
  expect((await answer()).body).toBe('{"token":"of-mine"}')
})
