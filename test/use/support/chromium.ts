/** Chromium, driven by Playwright. */

import { chromium, type Page } from 'playwright'
import { browserPath, launchArgs } from '../../support/find-browser.ts'
import { savesData } from '../../e2e/support/saves-data.ts'
import type { Driver, Window } from './driver.ts'

/** @param args more of its command line. */
export async function startChromium(args: string[] = []): Promise<Driver> {
  const browser = await chromium.launch({
    executablePath: browserPath(),
    args: [...launchArgs, ...args],
  })
  return {
    name: 'Chromium',
    newProfile: async (size, keepsCopy) => {
      const context = await browser.newContext({
        viewport: size,
        locale: 'en-US',
        reducedMotion: 'reduce',
      })
      if (!keepsCopy) await context.addInitScript(savesData)
      return {
        newWindow: async () => windowOf(await context.newPage()),
        close: () => context.close(),
      }
    },
    close: () => browser.close(),
  }
}

function windowOf(page: Page): Window {
  // A person who is asked whether to go on says yes.
  page.on('dialog', (dialog) => void dialog.accept())
  return {
    goTo: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    back: async () => void (await page.goBack()),
    evaluate: (expression) => page.evaluate(expression),
    clickAt: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    screenshot: () => page.screenshot(),
    resize: (size) => page.setViewportSize(size),
    close: () => page.close(),
  }
}
