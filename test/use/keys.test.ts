/** Somebody without a mouse: the focus is where they go on, and what came of an act can be read and heard. */

import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TUTORIAL_KEY } from '../../lessons/contract/forge.ts'
import firstSteps from '../../lessons/1-first-steps/lesson.ts'
import currentUser from '../../lessons/2-current-user/lesson.ts'
import { requiredOf, tasksOf } from '../../web/state/progress.ts'
import { answerWords } from '../../web/words/answer.ts'
import { clockWords } from '../../web/words/clock.ts'
import { codeWords } from '../../web/words/code.ts'
import { keysWords } from '../../web/words/keys.ts'
import { ownWords } from '../../web/words/own.ts'
import { opened } from '../e2e/support/opened.ts'
import { startStaticCopy } from '../e2e/support/playground.ts'
import { focused, tabTo } from '../e2e/support/tab-to.ts'
import { visit } from '../e2e/support/visit.ts'
import { answered, WORDS } from '../e2e/support/walk.ts'

const { en } = WORDS
const here = opened(startStaticCopy)

/** One page for all tests: each turns to a lesson’s page where nothing was sent yet. */
let page: Page
let leave: () => Promise<void>
beforeAll(async () => {
  const permissions = ['clipboard-read', 'clipboard-write']
  ;({ page, leave } = await visit(here.browser, here.playground.url, { permissions }))
})
afterAll(() => leave?.())

/** Turns to a page as somebody does who has the focus nowhere. */
async function turnTo(lesson: string, id: string) {
  await page.goto(`${here.playground.url}#/en/${lesson}/${id}`)
  await page.locator(`bp-lesson-page[page="${id}"]`).waitFor()
  await page.locator('bp-result .empty').waitFor()
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
}

/** What a screen reader was told last. */
const heard = (page: Page) => page.locator('bp-playground-app p.visually-hidden[role=status]')

test('a key that opens a tab leads into it, and after a lesson’s last page comes the next lesson', async () => {
  await turnTo('first-steps', 'knock')
  for (const [key, tab] of [
    ['k', en.tabs.token],
    ['j', en.tabs.journal],
    ['c', codeWords.en.file('app.ts')],
  ] as const) {
    await page.keyboard.press(key)
    await expect.poll(async () => (await focused(page)).label).toBe(tab)
  }
  await page.locator('.dots a').last().click()
  await page.locator('.dots li:last-child a[aria-current]').waitFor()
  await page.keyboard.press('n')
  const tasks = requiredOf(tasksOf(currentUser)).length
  await page.getByText(en.progress(2, 0, tasks)).waitFor()
  await page.keyboard.press('p')
  await page.locator('.dots li:last-child a[aria-current]').waitFor()
  await page.getByText(en.progress(1, 0, requiredOf(tasksOf(firstSteps)).length)).waitFor()
})

test('the key c leads into code that one writes, and Escape twice out of it', async () => {
  await turnTo('first-steps', 'knock')
  await page.keyboard.press('c')
  await tabTo(page, ownWords.en.edit)
  await page.keyboard.press('Enter')
  await page.locator('bp-code-editor .cm-content').waitFor()
  await page.locator('bp-lesson-page h1').focus()
  await page.keyboard.press('c')
  await page.locator('bp-code-editor .cm-content:focus').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('l')
  await page.locator('bp-lesson-page h1:focus').waitFor()
})

test('Escape closes a dialog of the docs page first, and then leaves the page', async () => {
  await turnTo('first-steps', 'knock')
  await page.keyboard.press('d')
  const docs = page.frameLocator('bp-docs-panel iframe')
  await docs.locator('.btn.authorize:not(.modal-btn)').press('Enter')
  await docs.locator('.dialog-ux').waitFor()
  await page.keyboard.press('Escape')
  await docs.locator('.dialog-ux').waitFor({ state: 'detached' })
  await docs.locator('.btn.authorize:not(.modal-btn):focus').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('bp-lesson-page h1:focus').waitFor()
})

test('keys without Ctrl that are turned off do nothing, also after a reload, until they are turned on again', async () => {
  await turnTo('first-steps', 'knock')
  const box = page.getByRole('checkbox', { name: keysWords.en.single })
  await page.keyboard.press('?')
  await box.press('Space')
  await page.keyboard.press('Escape')
  await page.reload()
  await page.locator('bp-lesson-page h1').waitFor()
  for (const key of ['n', 'm', 't', 'k', '?']) await page.keyboard.press(key)
  expect(new URL(page.url()).hash).toBe('#/en/first-steps/knock')
  await page.getByRole('button', { name: en.mode.browser, pressed: true }).waitFor()
  expect(await page.getByRole('tab', { selected: true }).innerText()).toBe(en.tabs.code)
  expect(await box.isVisible()).toBe(false)

  await page.getByRole('button', { name: en.keys.open }).press('Enter')
  await box.press('Space')
  await page.keyboard.press('Escape')
  await page.keyboard.press('k')
  await expect.poll(async () => (await focused(page)).label).toBe(en.tabs.token)
})

test('the key l leads to the lesson, and pressed again to its task', async () => {
  for (const [lesson, id, name] of [
    ['first-steps', 'knock', 'radio'],
    ['first-steps', 'guard', ownWords.en.run],
    ['current-user', 'by-hand', 'text'],
  ] as const) {
    await turnTo(lesson, id)
    await page.keyboard.press('l')
    await page.locator('bp-lesson-page h1:focus').waitFor()
    await page.keyboard.press('l')
    await expect.poll(async () => Object.values(await focused(page))).toContain(name)
  }
})

test('a path that is typed after the key to the request takes the place of the old one', async () => {
  await turnTo('first-steps', 'knock')
  await page.keyboard.press('r')
  await page.keyboard.type('/token')
  await expect
    .poll(() => page.getByLabel(en.form.path, { exact: true }).inputValue())
    .toBe('/token')
})

test('another lesson is two keys away', async () => {
  await turnTo('first-steps', 'knock')
  await page.keyboard.press('g')
  await expect.poll(async () => (await focused(page)).label).toContain('First steps')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(/current-user/)
  await page.locator('bp-lesson-page h1:focus').waitFor()
})

test('a wrong prediction is heard, and read where the focus goes on to the next page', async () => {
  await turnTo('first-steps', 'knock')
  await page.keyboard.press('l')
  await tabTo(page, ({ type }) => type === 'radio')
  await page.keyboard.press('Space')
  await tabTo(page, en.task.send)
  await answered(page, () => page.keyboard.press('Enter'))
  await expect.poll(async () => (await focused(page)).label).toContain(en.task.surprise)
  expect(await page.locator('bp-task-card .outcome:focus').evaluate(isInSight)).toBe(true)
  await expect.poll(() => heard(page).innerText()).toContain(en.task.surprise.replace(/\.$/, ''))
  await page.keyboard.press('n')
  await page.locator('bp-lesson-page[page=invent] h1:focus').waitFor()
})

test('what came of a prediction is not covered by the row that sent it', async () => {
  await turnTo('first-steps', 'no-token-yet')
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.keyboard.press('l')
  await tabTo(page, ({ type }) => type === 'radio')
  // The last one, which is right: what is said of it comes below the screen.
  await page.keyboard.press('ArrowUp')
  await answered(page, () => page.keyboard.press('Control+Enter'))
  const outcome = page.locator('bp-task-card .outcome:focus')
  await outcome.waitFor()
  await expect.poll(() => outcome.evaluate(isOnTop)).toBe(true)
})

test('Send keeps the focus, and has it again once the token that came is taken', async () => {
  await turnTo('password-flow', 'use')
  await page.keyboard.press('r')
  await tabTo(page, en.form.send)
  await answered(page, () => page.keyboard.press('Enter'))
  await expect.poll(async () => (await focused(page)).label).toBe(en.form.send)
  await tabTo(page, en.form.useToken)
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await focused(page)).label).toBe(en.form.send)
  const token = page.getByLabel(`${en.form.authorization}: ${en.form.token}`)
  expect(await token.inputValue()).toBe('johndoe')
})

test('a header that is taken away leaves the focus at the next thing to do', async () => {
  await turnTo('first-steps', 'two-spellings')
  const folded = page.locator('bp-request-form details.headers summary')
  await folded.focus()
  await page.keyboard.press('Enter')
  await tabTo(page, en.form.addHeader)
  await page.keyboard.press('Enter')
  await page.getByLabel(en.form.headerName).last().fill('X-A')
  await tabTo(page, en.form.removeHeader('X-A'))
  await page.keyboard.press('Enter')
  expect((await focused(page)).label).toBe(en.form.addHeader)
})

test('the key in the code is copied, and no letter of it typed', async () => {
  await turnTo('jwt', 'published-key')
  await page.keyboard.press('c')
  await tabTo(page, ({ tag, label }) => tag === 'button' && label === `'${TUTORIAL_KEY}'`)
  await page.keyboard.press('Enter')
  await page.getByText(codeWords.en.copied).waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(TUTORIAL_KEY)
})

test('all of the code on screen is selected from within it, and nothing else', async () => {
  await turnTo('jwt', 'published-key')
  await page.keyboard.press('c')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain(`SECRET_KEY =\n  '${TUTORIAL_KEY}'`)
  expect(copied).toContain('export default app')
  expect(copied).not.toContain('TypeScript')
})

test('the key a leads to the answer, and from there on to what crossed behind it', async () => {
  await turnTo('two-servers', 'logout-token')
  await page.locator('bp-lesson-page bp-request[name=login] [role=button]').first().press('Enter')
  await tabTo(page, en.form.send)
  await answered(page, () => page.keyboard.press('Enter'))
  await page.keyboard.press('a')
  await page.locator('bp-answer section:focus').waitFor()
  await page.keyboard.press('Tab')
  const hop = answerWords.en.hop(en.exchange.client, en.exchange.auth)
  expect((await focused(page)).label).toContain(hop)
})

test('the key w leads to the moments of the lab clock, and does nothing where a lesson has none', async () => {
  await turnTo('jwt', 'clock')
  await page.keyboard.press('w')
  await expect.poll(async () => (await focused(page)).label).toBe(clockWords.en.stop)
  await turnTo('first-steps', 'knock')
  await page.keyboard.press('w')
  expect((await focused(page)).tag).toBe('body')
})

test('a row of the docs page that has the focus shows the button that copies its path', async () => {
  await turnTo('current-user', 'by-hand')
  await page.keyboard.press('d')
  const docs = page.frameLocator('bp-docs-panel iframe')
  await docs.locator('.opblock-summary-control').first().focus()
  await page.keyboard.press('Tab')
  const copy = docs.locator('.copy-to-clipboard').first()
  await expect.poll(async () => (await copy.boundingBox())?.width).toBe(24)
  expect(await copy.evaluate((element) => element.contains(document.activeElement))).toBe(true)
})

test('a request that the text puts in place is in sight, also for who looks at what is below its answer', async () => {
  await turnTo('two-servers', 'logout-token')
  await page.setViewportSize({ width: 1280, height: 480 })
  await page.keyboard.press('r')
  await answered(page, () => page.keyboard.press('Control+Enter'))
  const send = page.getByRole('button', { name: en.form.send, exact: true })
  await page.locator('#bench').evaluate((bench) => bench.scrollTo(0, bench.scrollHeight))
  expect(await send.evaluate(isInSight)).toBe(false)
  await page.locator('bp-lesson-page bp-request [role=button]').first().press('Enter')
  await expect.poll(() => send.evaluate(isInSight)).toBe(true)
})

test('a hint that is asked for by a key is brought into sight', async () => {
  await turnTo('first-steps', 'token-url')
  await page.setViewportSize({ width: 1280, height: 480 })
  const hint = page.locator('bp-task-card .said .aside').last()
  for (const number of [1, 2]) {
    await page.keyboard.press('h')
    await page.getByText(en.task.hintNumber(number), { exact: true }).waitFor()
    await expect.poll(() => hint.evaluate(isInSight)).toBe(true)
  }
})

/** Runs in the page. */
const isOnTop = (element: Element) => {
  const { left, top, width, height } = element.getBoundingClientRect()
  const root = element.getRootNode() as ShadowRoot
  const at = (y: number) => root.elementFromPoint(left + width / 2, y)
  return [top + 2, top + height / 2, top + height - 2].every((y) => element.contains(at(y)))
}

/** Runs in the page. */
const isInSight = (element: Element) => {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= 0 && bottom <= innerHeight
}
