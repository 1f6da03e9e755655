/** What a walk through the page needs besides a hand: the page's words, and the wait for an answer. */

import type { Page } from 'playwright'
import { en } from '../../../web/words/en.ts'
import { ko } from '../../../web/words/ko.ts'

export const WORDS = { en, ko }
export type Language = keyof typeof WORDS

/** Acts, and waits until the journal counts one exchange more. */
export async function answered(page: Page, act: () => Promise<void>): Promise<void> {
  const count = Number(/\d+$/.exec(await journalTab(page).innerText())?.[0] ?? 0)
  await act()
  await journalTab(page)
    .filter({ hasText: new RegExp(`\\s${count + 1}\\s*$`) })
    .waitFor()
}

const journalTab = (page: Page) => page.getByRole('tab').nth(2)
