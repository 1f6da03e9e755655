/** One visit for all tests of a describe: each says what it stands on, and none pays for a page of its own. */

import type { Page } from 'playwright'
import { afterAll, beforeAll } from 'vitest'
import { journalWords } from '../../../web/words/journal.ts'
import type { Visit } from './visit.ts'
import { WORDS } from './walk.ts'

/** Is there while the tests run, and no sooner. */
interface SharedVisit {
  readonly page: Page
}

/**
 * Opens a page before the tests, and leaves it after them.
 *
 * @param expected is what the browser may say was wrong.
 */
export function sharedVisit(open: () => Promise<Visit>, expected?: RegExp): SharedVisit {
  let visit: Visit | undefined

  beforeAll(async () => {
    visit = await open()
  })
  afterAll(() => visit?.leave(expected))

  return {
    get page() {
      return visit!.page
    },
  }
}

/** Turns to a lesson's page in a page that is open, by its address: nothing is loaded anew. */
export async function turnTo(page: Page, hash: `#/${string}/${string}/${string}`): Promise<void> {
  // The same address once more would load the page anew.
  if (new URL(page.url()).hash !== hash) await page.goto(page.url().replace(/(#.*)?$/, hash))
  const [, language, , id] = hash.split('/')
  await page.locator(`bp-lesson-page[page="${id}"]:lang(${language})`).waitFor()
}

/** Empties the journal, which holds a hundred exchanges and counts no further; an English page's. */
export async function clearJournal(page: Page): Promise<void> {
  await page.getByRole('tab', { name: WORDS.en.tabs.journal }).click()
  await page.getByRole('button', { name: journalWords.en.clear }).click()
  await page.getByRole('tab', { name: WORDS.en.tabs.code }).click()
}
