/** Progress on its way: from the real server to a static copy below another path, where the tasks are done. */

import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import firstSteps from '../../lessons/1-first-steps/lesson.ts'
import { requiredOf, tasksOf } from '../../web/state/progress.ts'
import { progressToolWords } from '../../web/words/progress-tool.ts'
import { bench } from '../e2e/support/bench.ts'
import { opened } from '../e2e/support/opened.ts'
import { startRealServer, startStaticCopy } from '../e2e/support/playground.ts'
import { visit } from '../e2e/support/visit.ts'
import { WORDS } from '../e2e/support/walk.ts'

const { en } = WORDS
const words = progressToolWords.en
const TASKS = requiredOf(tasksOf(firstSteps)).length

const at = opened(startRealServer)

const tools = async (page: Page, url: string) => {
  await page.goto(`${url}#/en/tools`)
  await page.getByRole('heading', { name: words.title }).waitFor()
}

const progress = (page: Page, done: number) =>
  page.getByText(en.progress(1, done, TASKS), { exact: true }).waitFor()

test('what was done before the real server is done in a static copy below another path', async () => {
  const real = at.playground.url
  const here = await visit(at.browser, `${real}#/en/first-steps/invent`)
  await bench(here.page).send({ scheme: 'Bearer', token: 'not-for-a-file' })
  await progress(here.page, 1)
  await tools(here.page, real)
  const saving = here.page.waitForEvent('download')
  await here.page.getByRole('button', { name: words.save }).click()
  const file = await readFile(await (await saving).path())
  await here.leave()
  expect(file.toString()).toContain('"passed"')
  expect(file.toString()).not.toContain('not-for-a-file')

  const copy = await startStaticCopy('/course/of%202026/')
  const there = await visit(at.browser, `${copy.url}#/en/first-steps/wrong-scheme`)
  await bench(there.page).send({ scheme: 'Basic', token: 'x' })
  await progress(there.page, 1)
  const asked = copy.asked.length
  await tools(there.page, copy.url)
  const choose = (buffer: Buffer, name: string) =>
    there.page
      .locator('bp-progress-tool input[type="file"]')
      .setInputFiles({ name, mimeType: 'application/json', buffer })
  await choose(file.subarray(0, 40), 'torn.json')
  await there.page.getByText(words.refused('torn.json', words.why.broken)).waitFor()
  await choose(file, 'mine.json')
  await there.page.getByText(words.opened(1)).waitFor()
  // Nothing but files of the page was asked for.
  expect(
    copy.asked.slice(asked).filter((one) => !one.startsWith('GET /course/of%202026/assets/')),
  ).toEqual([])
  await there.page.goto(`${copy.url}#/en/first-steps/invent`)
  await progress(there.page, 2)
  await there.page.locator('bp-task-card .kind.done').waitFor()
  await there.page.reload()
  await progress(there.page, 2)
  await there.leave()
  await copy.stop()
})
