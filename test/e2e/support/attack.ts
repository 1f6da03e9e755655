/** The attack of a page as a hand finds it: a page in a frame, and what lets it loose. */

import type { Page } from 'playwright'
import { twoServersWords } from '../../../web/words/two-servers.ts'
import type { Language } from './walk.ts'

export function attackOf(page: Page, language: Language) {
  const { attack: words } = twoServersWords[language]
  const view = page.locator('bp-attack')
  const frame = page.frameLocator('bp-attack iframe')
  return {
    view,
    words,
    frame,
    /** The button behind which a form of somebody else's page hides. */
    prize: frame.getByRole('button', { name: words.prize.button }),
    /** Waits for the page that is attacked; says whether it is a script that attacks it. */
    isScript: async () => {
      await frame.locator('body').filter({ hasText: /\S/ }).waitFor()
      return (await view.getByRole('button', { name: words.run, exact: true }).count()) > 0
    },
  }
}
