/** A learner's browser: a page that notes every console error and every request that leaves the origin. */

import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright'
import { expect } from 'vitest'
import { browserPath, launchArgs, OPTIMIZED_LATE } from '../../support/find-browser.ts'
import { savesData } from './saves-data.ts'
import { environmentWith, type MachineFonts } from '../../support/machine-fonts.ts'

export interface Visit {
  page: Page
  /** Fails when something went wrong that nobody saw, and was not expected; closes the page. */
  leave: (expected?: RegExp) => Promise<void>
}

/** The browsers of this process, by what they were started with. */
const running = new Map<string, Promise<Browser>>()

/**
 * The browser the tests use, on a machine with the fonts that are named. The files of a process share it, as to start
 * one costs as much as a visit: `closeProfiles` leaves it as it was.
 */
export function sharedBrowser(
  args: string[] = [],
  fonts: MachineFonts = 'no Korean font',
): Promise<Browser> {
  const key = JSON.stringify([args, fonts])
  const known = running.get(key)
  if (known) return known
  const started = launch([OPTIMIZED_LATE, ...args], fonts)
  running.set(key, started)
  const forget = () => running.delete(key)
  started.then((browser) => browser.once('disconnected', forget), forget)
  return started
}

/** Starts a browser of one's own, as people have it. */
export function launch(
  args: string[] = [],
  fonts: MachineFonts = 'no Korean font',
): Promise<Browser> {
  return chromium.launch({
    executablePath: browserPath(),
    args: [...launchArgs, ...args],
    env: environmentWith(fonts),
  })
}

/** Closes all pages of a browser, and forgets what they kept. */
export async function closeProfiles(browser: Browser | undefined): Promise<void> {
  await Promise.all((browser?.contexts() ?? []).map((context) => context.close()))
}

/** A fresh profile of a learner's browser. */
export async function profile(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    // Colours in the middle of a change have no contrast to measure.
    reducedMotion: 'reduce',
    ...options,
  })
  context.setDefaultTimeout(20_000)
  return context
}

/** Opens `url` in a fresh profile and waits until the lesson, or the start page, can be read. */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await profile(browser, options)
  await context.addInitScript(savesData)
  const { page, leave } = await visitIn(context, url)
  return {
    page,
    leave: async (expected) => {
      await leave(expected)
      await context.close()
    },
  }
}

/** Opens `url` in a profile that may have been used before, and waits until it can be read. */
export async function visitIn(context: BrowserContext, url: string): Promise<Visit> {
  const page = await context.newPage()
  const wrong: string[] = []
  const { origin } = new URL(url)
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !isTaughtStatus(message.text())) wrong.push(message.text())
  })
  context.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin) {
      wrong.push(`left the origin: ${request.url()}`)
    }
  })
  await page.goto(url)
  await page
    .locator(
      'bp-lesson-page h1, bp-start-page h1, bp-course-summary h1, bp-tools-page h1, bp-handout h1',
    )
    .waitFor()
  return {
    page,
    leave: async (expected) => {
      expect(wrong.filter((text) => !expected?.test(text))).toEqual([])
      await page.close()
    },
  }
}

/** Chromium logs every 4xx and 5xx as an error; here such a status is what one came for. */
function isTaughtStatus(text: string): boolean {
  return /^Failed to load resource: the server responded with a status of (4\d\d|502)/.test(text)
}
