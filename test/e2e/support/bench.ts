/** The bench as the tests use it: write a request, send it, read the answer as it is painted. */

import type { Page } from 'playwright'
import type { Written } from '../../../lessons/walk.ts'
import { mouse } from './hand-of-mouse.ts'
import { answered, type Language, WORDS } from './walk.ts'

export function bench(page: Page, language: Language = 'en') {
  const { form } = WORDS[language]
  const sendButton = page
    .locator('bp-request-form')
    .getByRole('button', { name: form.send, exact: true })

  const { write } = mouse(page, language)

  return {
    write,
    sendButton,
    /** Writes a request, sends it and waits for its answer. */
    send: async (written: Written = {}) => {
      await write(written)
      await answered(page, () => sendButton.click())
    },
    /** The answer on the bench, as a reader finds it. */
    answer: async () => {
      const response = page.locator('bp-raw-message[data-part="response"]')
      const text = async (part: string) =>
        (await response.locator(`${part} bp-long-text span`).allInnerTexts()).join('\n')
      return {
        status: (await text('.first')).replace(/^HTTP\/1\.1 /, ''),
        challenge: await text('.mark-accent'),
        body: await text('.body'),
      }
    },
  }
}
