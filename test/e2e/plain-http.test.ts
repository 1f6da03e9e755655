/**
 * The whole course over plain http from another machine, as a class has it: no service worker, no Web Crypto. Every
 * task is done in the browser all the same.
 */

import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { course, lessonCalled } from '../../lessons/index.ts'
import { requiredOf, tasksOf } from '../../web/state/progress.ts'
import { WALKS } from '../support/walks.ts'
import { mouse } from './support/hand-of-mouse.ts'
import { startStaticCopy } from './support/playground.ts'
import { launch, visit } from './support/visit.ts'
import { WORDS } from './support/walk.ts'

/** A name that is this machine's, and that no browser takes for it: such an origin is not secure. */
const NAME = 'lab.test'

const words = WORDS.en

let browser: Browser
let copy: Awaited<ReturnType<typeof startStaticCopy>>
let url: string

beforeAll(async () => {
  browser = await launch([`--host-resolver-rules=MAP ${NAME} 127.0.0.1`])
  copy = await startStaticCopy('/a/copy/', { hosts: [NAME] })
  url = copy.url.replace('localhost', NAME)
})
afterAll(async () => {
  await browser?.close()
  await copy?.stop()
})

const missing = (page: Page) =>
  page.evaluate(() => ({
    isSecureContext,
    subtle: 'subtle' in crypto && crypto.subtle !== undefined,
    serviceWorker: 'serviceWorker' in navigator,
    clipboard: 'clipboard' in navigator,
    locks: 'locks' in navigator,
  }))

test('the browser keeps off what the page needs elsewhere, and the page says so', async () => {
  const { page, leave } = await visit(browser, `${url}#/en/first-steps/invent`)
  expect(await missing(page)).toEqual({
    isSecureContext: false,
    subtle: false,
    serviceWorker: false,
    clipboard: false,
    locks: false,
  })
  await page.getByText(words.mode.insecure).waitFor()
  await leave()
})

test.concurrent.each(course.map(({ slug }, index) => ({ slug, number: index + 1 })))(
  'every task of lesson $number, $slug, is done',
  async ({ slug, number }) => {
    const lesson = (await lessonCalled(slug))!
    const { page, leave } = await visit(browser, `${url}#/en/${slug}`)
    const hand = mouse(page, 'en')
    for (const [index, { page: id, act }] of WALKS[lesson.folder]!.entries()) {
      if (index > 0) await hand.next()
      await page.locator(`bp-lesson-page[page="${id}"]`).waitFor()
      await act(hand)
      if (lesson.pages[index]!.kind !== 'reading') {
        await page.locator('bp-task-card .kind.done').waitFor()
      }
    }
    const tasks = requiredOf(tasksOf(lesson)).length
    await page.getByText(words.progress(number, tasks, tasks), { exact: true }).waitFor()
    await leave()
  },
  240_000,
)
