/** A browser, and a playground to open in it, for the tests of a file. */

import type { Browser } from 'playwright'
import { afterAll, beforeAll } from 'vitest'
import type { Playground } from './playground.ts'
import { closeProfiles, sharedBrowser } from './visit.ts'

/** Both are there while the tests run, and no sooner. */
interface Opened<Kind extends Playground> {
  readonly browser: Browser
  readonly playground: Kind
}

/** Launches a browser and starts a playground before the tests, and ends both after them. */
export function opened<Kind extends Playground>(start: () => Promise<Kind>): Opened<Kind> {
  let browser: Browser | undefined
  let playground: Kind | undefined

  beforeAll(async () => {
    browser = await sharedBrowser()
    playground = await start()
  })
  afterAll(async () => {
    await closeProfiles(browser)
    await playground?.stop()
  })

  return {
    get browser() {
      return browser!
    },
    get playground() {
      return playground!
    },
  }
}
