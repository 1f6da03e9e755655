/** No mouse at all: Tab, letters, Enter and the page's own keys. */

import type { Page } from 'playwright'
import { clockWords } from '../../../web/words/clock.ts'
import { flowWords } from '../../../web/words/flow.ts'
import { attackOf } from './attack.ts'
import { codeTask } from './code-task.ts'
import type { Hand } from '../../../lessons/walk.ts'
import { focused, tabInto, tabOut, tabTo } from './tab-to.ts'
import { answered, type Language, WORDS } from './walk.ts'
import { readingWords } from '../../../web/words/reading.ts'
import { twoServersWords } from '../../../web/words/two-servers.ts'

const PANE = 'bp-browser-pane'
const DOCS = 'bp-docs-panel'
const HEADERS = 'bp-request-form details.headers'

/** How many characters a person types who could paste them. */
const LONGEST_TYPED = 60

export function keyboard(page: Page, language: Language): Hand {
  const { form, task } = WORDS[language]
  const { keyboard: keys } = page

  /** Leaves the field there may be, for the page's title or the request's path. */
  const start = async (key: 'l' | 'r') => {
    await keys.press('Escape')
    // From the title the key leads on to the task.
    if (key === 'l' && (await focused(page)).tag === 'h1') return
    await keys.press(key)
  }
  const press = async (wanted: Parameters<typeof tabTo>[1]) => {
    await tabTo(page, wanted)
    await keys.press('Enter')
  }
  const type = async (text: string) => {
    await keys.press('ControlOrMeta+A')
    if (text === '') await keys.press('Delete')
    // Nobody types a token.
    else if (text.length > LONGEST_TYPED) await keys.insertText(text)
    else await keys.type(text)
  }
  const write = async (label: string, text: string) => {
    await tabTo(page, label)
    await type(text)
  }
  /** Goes to a folded part of the bench, and opens it where it is not. */
  const unfold = async (details: string, isSummary: (label: string) => boolean) => {
    await start('r')
    await tabTo(page, ({ tag, label }) => tag === 'summary' && isSummary(label))
    const open = await page.locator(details).getAttribute('open')
    if (open === null) await keys.press('Enter')
  }

  const docs = page.frameLocator(`${DOCS} iframe`)
  const openDocs = async () => {
    await start('l')
    await keys.press('d')
    await page.locator(`${DOCS} iframe`).waitFor()
  }

  /** Out of the frame, and out of a dialog in it before. */
  const leaveDocs = async () => {
    const dialog = docs.locator('.dialog-ux')
    if ((await dialog.count()) > 0) {
      await keys.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      await docs.locator('.btn.authorize:focus').waitFor()
    }
    await keys.press('Escape')
    await page.locator('bp-lesson-page h1:focus').waitFor()
  }

  const play = async () => {
    const attack = attackOf(page, language)
    await start('l')
    await press(task.open.attack)
    const isScript = await attack.isScript()
    if (isScript) await tabTo(page, attack.words.run)
    else await tabInto(page, 'bp-attack', attack.prize)
    await answered(page, () => keys.press('Enter'))
    await tabOut(page)
  }

  return {
    predict: async (option) => {
      await start('l')
      await tabTo(page, ({ type }) => type === 'radio')
      // The arrows move along the options; the first press of Space takes the one that has the focus.
      await keys.press('Space')
      while ((await focused(page)).value !== option) await keys.press('ArrowDown')
      await answered(page, () => press(task.send))
    },
    useRequest: async (id) => {
      await start('l')
      await press(({ request }) => request === id)
    },
    write: async ({ server, method, path, scheme, token, body }) => {
      await start('r')
      // Server and method stand before the path, all else behind.
      if (server !== undefined) {
        await tabTo(page, form.server, 'Shift+Tab')
        await keys.press('Home')
        while ((await focused(page)).value !== server) await keys.press('ArrowDown')
      }
      if (method !== undefined) {
        await tabTo(page, form.method, 'Shift+Tab')
        await type(method)
      }
      if (path !== undefined) await write(form.path, path)
      if (scheme !== undefined) await write(`${form.authorization}: ${form.scheme}`, scheme)
      if (token !== undefined) await write(`${form.authorization}: ${form.token}`, token)
      if (body === undefined) return
      const bodyField = page.locator('bp-request-form').getByLabel(form.body)
      if (!(await bodyField.isVisible())) await unfold(HEADERS, (label) => label === form.more)
      await write(form.body, body)
    },
    header: async (name, value) => {
      await unfold(HEADERS, (label) => label === form.more)
      await press(form.addHeader)
      // The new row stands before the button.
      await tabTo(page, form.headerName, 'Shift+Tab')
      await type(name)
      await write(form.headerValue, value)
    },
    useIssuedToken: async () => {
      await start('r')
      await press(form.useToken)
    },
    clock: async (time) => {
      const { label: title, before, after, back } = clockWords[language]
      await unfold('bp-lab-clock details', (label) => label.startsWith(`${title}:`))
      await press({ before, after, now: back }[time])
    },
    send: () => answered(page, () => keys.press('ControlOrMeta+Enter')),
    next: async () => {
      await keys.press('Escape')
      await keys.press('n')
    },
    stepFlow: async (steps) => {
      await start('l')
      await tabTo(page, flowWords[language].forward)
      for (let step = 0; step < steps; step++) await keys.press('Enter')
    },
    read: async (text) => {
      await start('l')
      await tabTo(page, ({ type }) => type === 'text')
      await type(text)
      await answered(page, () => press(readingWords[language].compare))
    },
    authorizeInDocs: async () => {
      await openDocs()
      await tabInto(page, DOCS, docs.getByRole('button', { name: 'Authorize' }).first())
      await keys.press('Enter')
      const dialog = docs.locator('.modal-ux')
      await tabInto(page, DOCS, dialog.locator('#oauth_username'))
      await keys.type('johndoe')
      await tabInto(page, DOCS, dialog.locator('#oauth_password'))
      await keys.type('secret')
      await tabInto(page, DOCS, dialog.locator('button.authorize'))
      await answered(page, () => keys.press('Enter'))
      await leaveDocs()
    },
    executeInDocs: async () => {
      await openDocs()
      await tabInto(page, DOCS, docs.locator('button.opblock-summary-control').last())
      await keys.press('Enter')
      await tabInto(page, DOCS, docs.locator('button.execute'))
      await answered(page, () => keys.press('Enter'))
      await leaveDocs()
    },
    loginInPane: async () => {
      await start('l')
      await press(task.open.pane)
      // Whoever opens a tab by a key goes on in there, and has no long way to what it shows.
      await page.locator('bp-tabs [aria-selected=true]:focus').waitFor()
      await answered(page, () => press(twoServersWords[language].pane.home))
      const shown = page.frameLocator(`${PANE} iframe`)
      await tabInto(page, PANE, shown.getByPlaceholder('Username'))
      await keys.type('johndoe')
      await tabInto(page, PANE, shown.getByPlaceholder('Password'))
      await keys.type('secret')
      await answered(page, () => keys.press('Enter'))
      await tabOut(page)
    },
    play,
    replay: async () => {
      const attack = attackOf(page, language)
      await start('l')
      if ((await attack.view.count()) === 0) return answered(page, () => press(task.replay))
      await press(attack.words.again('client'))
      await play()
    },
    code: async () => {
      const { run, editor, paste, held } = codeTask(page, language)
      await start('l')
      const name = await editor.getAttribute('aria-label')
      await tabTo(page, ({ tag, label }) => tag === 'div' && label === name)
      await paste()
      await keys.press('Escape')
      await start('l')
      await press(run)
      await held()
    },
  }
}
