/** The features that Chromium does without in tests. */

import { chromium } from 'playwright'
import { expect, test } from 'vitest'
import { launchArgs } from '../support/find-browser.ts'

const disabledBy = (args: string) => /--disable-features=(\S+)/.exec(args)![1]!.split(',')

test('Chromium does without all that Playwright disables, though our list takes the place of its own', async () => {
  // Node refuses the flags and ends, and Playwright says what it called.
  const failure: unknown = await chromium
    .launch({ executablePath: process.execPath })
    .catch((error: unknown) => error)
  const ours = disabledBy(launchArgs.join(' '))
  expect(ours).toEqual(expect.arrayContaining(disabledBy(String(failure))))
})
