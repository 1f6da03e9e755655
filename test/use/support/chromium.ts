/** Chromium, driven by Playwright. */

import type { Page } from 'playwright'
import { savesData } from '../../e2e/support/saves-data.ts'
import { closeProfiles, profile, sharedBrowser } from '../../e2e/support/visit.ts'
import type { Driver, Window } from './driver.ts'

/** @param args more of its command line. */
export async function startChromium(args: string[] = []): Promise<Driver> {
  const browser = await sharedBrowser(args)
  return {
    name: 'Chromium',
    newProfile: async (size, keepsCopy) => {
      const context = await profile(browser, { viewport: size })
      if (!keepsCopy) await context.addInitScript(savesData)
      return {
        newWindow: async () => windowOf(await context.newPage()),
        close: () => context.close(),
      }
    },
    close: () => closeProfiles(browser),
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
