/** Lets Vitest run its browser tests in an engine that only tests of use know how to drive. */

import { playwright } from '@vitest/browser-playwright'
import type { BrowserProvider, BrowserProviderOption } from 'vitest/node'
import type { Driver, Profile } from '../use/support/driver.ts'

/** Room for Vitest's own page around the tests. */
const SIZE = { width: 1280, height: 800 }

/**
 * A browser of Vitest's browser mode: it opens pages, and offers no command to tests.
 *
 * @param name the browser's name, as reports say it.
 * @param start starts its driver, when the first test wants it.
 */
export function engineProvider(name: string, start: () => Promise<Driver>): BrowserProviderOption {
  return {
    // What serves the tests' pages is the same for every browser, and all of a project must have one name.
    ...playwright(),
    supportedBrowser: [name],
    providerFactory: () => openPages(name, start),
  }
}

function openPages(name: string, start: () => Promise<Driver>): BrowserProvider {
  let starting: Promise<Driver> | undefined
  const profiles = new Map<string, Profile>()
  return {
    name,
    supportsParallelism: false,
    getCommandsContext: () => ({}),
    openPage: async (session, url) => {
      const driver = await (starting ??= start())
      await profiles.get(session)?.close()
      const profile = await driver.newProfile(SIZE, false)
      profiles.set(session, profile)
      await (await profile.newWindow()).goTo(url)
    },
    close: async () => {
      if (!starting) return
      const driver = await starting
      for (const profile of profiles.values()) await profile.close()
      await driver.close()
    },
  }
}
