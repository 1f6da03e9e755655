/** The mouse, and the keyboard only for what is written. */

import type { Page } from 'playwright'
import { clockWords } from '../../../web/words/clock.ts'
import { flowWords } from '../../../web/words/flow.ts'
import { attackOf } from './attack.ts'
import { codeTask } from './code-task.ts'
import type { Hand } from '../../../lessons/walk.ts'
import { answered, type Language, WORDS } from './walk.ts'
import { readingWords } from '../../../web/words/reading.ts'
import { twoServersWords } from '../../../web/words/two-servers.ts'

export function mouse(page: Page, language: Language): Hand {
  const { form, task, next } = WORDS[language]
  const press = (name: string, within = 'body') =>
    page.locator(within).getByRole('button', { name, exact: true }).click()
  const field = (label: string) => page.getByLabel(label, { exact: true })
  const docs = page.frameLocator('bp-docs-panel iframe')

  /** Shows the headers and the body of a request that has no unusual ones. */
  const unfold = async () => {
    const details = page.locator('bp-request-form details.headers')
    if ((await details.getAttribute('open')) === null) await details.locator('summary').click()
  }

  const play = async () => {
    await press(task.open.attack)
    const attack = attackOf(page, language)
    const isScript = await attack.isScript()
    await answered(page, () => (isScript ? press(attack.words.run) : attack.prize.click()))
  }

  return {
    predict: async (option) => {
      await page.locator(`input[value="${option}"]`).check()
      await answered(page, () => press(task.send, 'bp-task-card'))
    },
    useRequest: (id) =>
      page.locator(`bp-lesson-page bp-request[name="${id}"] [role=button]`).first().click(),
    write: async ({ server, method, path, scheme, token, body }) => {
      if (server !== undefined) await field(form.server).selectOption(server)
      if (method !== undefined) await field(form.method).fill(method)
      if (path !== undefined) await field(form.path).fill(path)
      if (scheme !== undefined) await field(`${form.authorization}: ${form.scheme}`).fill(scheme)
      if (token !== undefined) await field(`${form.authorization}: ${form.token}`).fill(token)
      if (body === undefined) return
      if (!(await field(form.body).isVisible())) await unfold()
      await field(form.body).fill(body)
    },
    header: async (name, value) => {
      await unfold()
      await press(form.addHeader)
      await field(form.headerName).last().fill(name)
      await field(form.headerValue).last().fill(value)
    },
    useIssuedToken: () => press(form.useToken),
    clock: async (time) => {
      const { before, after, back } = clockWords[language]
      const details = page.locator('bp-lab-clock details')
      if ((await details.getAttribute('open')) === null) await details.locator('summary').click()
      await press({ before, after, now: back }[time], 'bp-lab-clock')
    },
    send: () => answered(page, () => press(form.send, 'bp-request-form')),
    next: () => page.getByRole('link', { name: next }).click(),
    stepFlow: async (steps) => {
      for (let step = 0; step < steps; step++) await press(flowWords[language].forward)
    },
    read: async (text) => {
      await field(readingWords[language].reading).fill(text)
      await answered(page, () => press(readingWords[language].compare))
    },
    authorizeInDocs: async () => {
      await press(task.open.docs)
      await docs.getByRole('button', { name: 'Authorize' }).first().click()
      const dialog = docs.locator('.modal-ux')
      await dialog.locator('#oauth_username').fill('johndoe')
      await dialog.locator('#oauth_password').fill('secret')
      await answered(page, () => dialog.locator('button.authorize').click())
    },
    executeInDocs: async () => {
      await docs.locator('button.btn-done').click()
      await docs.locator('button.opblock-summary-control').last().click()
      await answered(page, () => docs.locator('button.execute').click())
    },
    loginInPane: async () => {
      await press(task.open.pane)
      await answered(page, () => press(twoServersWords[language].pane.home))
      const shown = page.frameLocator('bp-browser-pane iframe')
      await shown.getByPlaceholder('Username').fill('johndoe')
      await shown.getByPlaceholder('Password').fill('secret')
      await answered(page, () => shown.getByRole('button', { name: 'Login' }).click())
    },
    play,
    replay: async () => {
      const attack = attackOf(page, language)
      if ((await attack.view.count()) === 0) return answered(page, () => press(task.replay))
      await press(attack.words.again('client'))
      await play()
    },
    code: async () => {
      const { run, editor, paste, held } = codeTask(page, language)
      await editor.click()
      await paste()
      await press(run, 'bp-code-task')
      await held()
    },
  }
}
