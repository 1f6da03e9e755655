/** Firefox, driven by Puppeteer over WebDriver BiDi. */

import { type KeyInput, launch, type Page } from 'puppeteer-core'
import { savesData } from '../../e2e/support/saves-data.ts'
import type { Driver, Size, Window } from './driver.ts'
import { until } from './until.ts'

/** It talks to nobody but us, speaks English, is light, and moves nothing. */
const PREFERENCES = {
  'intl.accept_languages': 'en-US',
  'ui.systemUsesDarkTheme': 0,
  'ui.prefersReducedMotion': 1,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
}

export async function startFirefox(executablePath: string): Promise<Driver> {
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox: PREFERENCES,
    // What goes over the wire is the servers' own to tell: Firefox need not report each request.
    networkEnabled: false,
    defaultViewport: null,
  })
  return {
    name: 'Firefox',
    newProfile: async (size, keepsCopy) => {
      const context = await browser.createBrowserContext()
      return {
        newWindow: async () => {
          const page = await context.newPage()
          if (!keepsCopy) await page.evaluateOnNewDocument(savesData)
          return windowOf(page, size)
        },
        close: () => context.close(),
      }
    },
    close: () => browser.close(),
  }
}

async function windowOf(page: Page, size: Size): Promise<Window> {
  await resize(page, size)
  // A person who is asked whether to go on says yes.
  page.on('dialog', (dialog) => void dialog.accept())
  return {
    goTo: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    back: async () => void (await page.goBack()),
    evaluate: (expression) => page.evaluate(expression),
    clickAt: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key as KeyInput),
    screenshot: async () => Buffer.from(await page.screenshot()),
    resize: (size) => resize(page, size),
    close: () => page.close(),
  }
}

async function resize(page: Page, { width, height }: Size): Promise<void> {
  try {
    await page.setViewport({ width, height })
  } catch (error) {
    // A viewport brings an orientation along, of which older Firefoxes have not heard; sizes they know.
    if (!/unknown command emulation/.test(String(error))) throw error
  }
  const fits = `innerWidth === ${width} && innerHeight === ${height}`
  await until(async () => (await page.evaluate(fits)) === true, `${width} by ${height} pixels`)
}
