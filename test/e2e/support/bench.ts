/** The bench as the tests use it: write a request, send it, read the answer as it is painted. */

import type { Page } from 'playwright'
import { answered, WORDS } from './walk.ts'

export interface Written {
  server?: string
  method?: string
  path?: string
  scheme?: string
  token?: string
}

export function bench(page: Page, language: keyof typeof WORDS = 'en') {
  const { form } = WORDS[language]
  const field = (label: string) => page.getByLabel(label, { exact: true })
  const sendButton = page
    .locator('bp-request-form')
    .getByRole('button', { name: form.send, exact: true })

  const write = async ({ server, method, path, scheme, token }: Written) => {
    if (server !== undefined) await field(form.server).selectOption(server)
    if (method !== undefined) await field(form.method).fill(method)
    if (path !== undefined) await field(form.path).fill(path)
    if (scheme !== undefined) await field(`${form.authorization}: ${form.scheme}`).fill(scheme)
    if (token !== undefined) await field(`${form.authorization}: ${form.token}`).fill(token)
  }

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
