/** Lesson 1 done from its first page to its last, by a hand on the mouse or on the keys alone. */

import type { Page } from 'playwright'
import { en } from '../../../web/words/en.ts'
import { ko } from '../../../web/words/ko.ts'

export const WORDS = { en, ko }
type Language = keyof typeof WORDS

/** What a learner does, however they do it. */
export interface Hand {
  predict: (option: string) => Promise<void>
  write: (request: {
    server?: string
    path?: string
    scheme?: string
    token?: string
  }) => Promise<void>
  body: (text: string) => Promise<void>
  send: () => Promise<void>
  next: () => Promise<void>
  stepFlow: (steps: number) => Promise<void>
  authorizeInDocs: () => Promise<void>
}

/** The lesson's pages in order, and what is done on each. */
export const WALK: { page: string; act: (hand: Hand) => Promise<void> }[] = [
  { page: 'knock', act: (hand) => hand.predict('forbidden') },
  {
    page: 'invent',
    act: async (hand) => {
      await hand.write({ scheme: 'Bearer', token: 'made-up' })
      await hand.send()
    },
  },
  {
    page: 'wrong-scheme',
    act: async (hand) => {
      await hand.write({ scheme: 'Basic', token: 'am9obmRvZTpzZWNyZXQ=' })
      await hand.send()
    },
  },
  {
    page: 'two-spellings',
    act: async (hand) => {
      await hand.write({ scheme: 'Bearer', token: 'x' })
      await hand.send()
      await hand.write({ scheme: 'bEARER', token: 'x' })
      await hand.send()
    },
  },
  { page: 'story', act: (hand) => hand.stepFlow(5) },
  { page: 'no-token-yet', act: (hand) => hand.predict('not-found') },
  {
    page: 'token-url',
    act: async (hand) => {
      await hand.write({ path: '/openapi.json', scheme: '', token: '' })
      await hand.send()
      await hand.write({ path: '/token' })
      await hand.send()
      await hand.write({ server: 'v1', path: '/token' })
      await hand.send()
    },
  },
  { page: 'authorize', act: (hand) => hand.authorizeInDocs() },
  { page: 'recap', act: async () => {} },
]

/** Acts, and waits until the journal counts one exchange more. */
export async function answered(page: Page, act: () => Promise<void>): Promise<void> {
  const count = Number(/\d+$/.exec(await journalTab(page).innerText())?.[0] ?? 0)
  await act()
  await journalTab(page)
    .filter({ hasText: new RegExp(`\\s${count + 1}\\s*$`) })
    .waitFor()
}

const journalTab = (page: Page) => page.getByRole('tab').nth(2)

/** The mouse, and the keyboard only for what is written. */
export function mouse(page: Page, language: Language): Hand {
  const words = WORDS[language]
  const { form } = words
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  return {
    predict: async (option) => {
      await page.locator(`input[value="${option}"]`).check()
      await answered(page, () =>
        page
          .locator('bp-task-card')
          .getByRole('button', { name: words.task.send, exact: true })
          .click(),
      )
    },
    write: async ({ server, path, scheme, token }) => {
      if (server) await page.getByLabel(form.server, { exact: true }).selectOption(server)
      if (path !== undefined) await page.getByLabel(form.path, { exact: true }).fill(path)
      if (scheme !== undefined) {
        await page.getByLabel(`${form.authorization}: ${form.scheme}`).fill(scheme)
      }
      if (token !== undefined) {
        await page.getByLabel(`${form.authorization}: ${form.token}`).fill(token)
      }
    },
    body: (text) => page.getByLabel(form.body, { exact: true }).fill(text),
    send: () =>
      answered(page, () =>
        page
          .locator('bp-request-form')
          .getByRole('button', { name: form.send, exact: true })
          .click(),
      ),
    next: () => page.getByRole('link', { name: words.next }).click(),
    stepFlow: async (steps) => {
      for (let step = 0; step < steps; step++) await button(words.flow.forward).click()
    },
    authorizeInDocs: async () => {
      await button(words.task.open.docs).click()
      const docs = page.frameLocator('bp-docs-panel iframe')
      await docs.getByRole('button', { name: 'Authorize' }).first().click()
      const dialog = docs.locator('.modal-ux')
      await dialog.locator('#oauth_username').fill('johndoe')
      await dialog.locator('#oauth_password').fill('secret')
      await answered(page, () => dialog.locator('button.authorize').click())
    },
  }
}

/** No mouse at all: Tab, letters, Enter and the page's own keys. */
export function keyboard(page: Page, language: Language): Hand {
  const { form, task, flow, tabs } = WORDS[language]
  const { keyboard: keys } = page
  const write = async (label: string, text: string) => {
    await tabTo(page, label)
    await keys.press('ControlOrMeta+A')
    if (text === '') await keys.press('Delete')
    else await keys.type(text)
  }
  return {
    predict: async (option) => {
      await keys.press('l')
      await tabTo(page, /^(radio)$/, 'type')
      // The arrows move along the options; the first press of Space takes the one that has the focus.
      await keys.press('Space')
      while ((await focused(page)).value !== option) await keys.press('ArrowDown')
      await tabTo(page, task.send)
      await answered(page, () => keys.press('Enter'))
    },
    write: async ({ server, path, scheme, token }) => {
      // From the path field: the server stands before it, all else behind.
      await keys.press('Escape')
      await keys.press('r')
      if (server) {
        await keys.press('Shift+Tab')
        await keys.press('Home')
        while ((await focused(page)).value !== server) await keys.press('ArrowDown')
        await keys.press('Tab')
      }
      if (path !== undefined) await write(form.path, path)
      if (scheme !== undefined) await write(`${form.authorization}: ${form.scheme}`, scheme)
      if (token !== undefined) await write(`${form.authorization}: ${form.token}`, token)
    },
    body: async (text) => {
      await keys.press('Escape')
      await keys.press('r')
      await tabTo(page, 'textarea', 'type')
      await keys.press('ControlOrMeta+A')
      if (text === '') await keys.press('Delete')
      else await keys.type(text)
    },
    send: () => answered(page, () => keys.press('ControlOrMeta+Enter')),
    next: async () => {
      await keys.press('Escape')
      await keys.press('n')
    },
    stepFlow: async (steps) => {
      await keys.press('l')
      await tabTo(page, flow.forward)
      for (let step = 0; step < steps; step++) await keys.press('Enter')
    },
    authorizeInDocs: async () => {
      await keys.press('d')
      await page.getByRole('tab', { name: tabs.docs, selected: true }).waitFor()
      const docs = page.frameLocator('bp-docs-panel iframe')
      await docs.getByRole('button', { name: 'Authorize' }).first().press('Enter')
      const dialog = docs.locator('.modal-ux')
      await dialog.locator('#oauth_username').pressSequentially('johndoe')
      await dialog.locator('#oauth_password').pressSequentially('secret')
      await answered(page, () => dialog.locator('button.authorize').press('Enter'))
      // Out of the frame again.
      await keys.press('Escape')
    },
  }
}

/** What has the focus, through all shadow roots. */
function focused(page: Page): Promise<{ label: string; value: string; type: string }> {
  return page.evaluate(() => {
    let element = document.activeElement
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
    const { value = '', type = '' } = (element ?? {}) as { value?: string; type?: string }
    return {
      label: element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '',
      value,
      type,
    }
  })
}

/** Presses Tab until the element with that label has the focus. */
export async function tabTo(page: Page, wanted: string | RegExp, by: 'label' | 'type' = 'label') {
  for (let presses = 0; presses < 80; presses++) {
    const here = (await focused(page))[by]
    if (typeof wanted === 'string' ? here === wanted : wanted.test(here)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${String(wanted)}`)
}
