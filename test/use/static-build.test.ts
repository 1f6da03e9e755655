/** Somebody builds the page for a host of their own, below a path of their own; somebody else opens it as a file. */

import { execFileSync } from 'node:child_process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bench } from '../e2e/support/bench.ts'
import { startStaticCopy } from '../e2e/support/playground.ts'
import { closeProfiles, sharedBrowser, visit } from '../e2e/support/visit.ts'

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url))
const BUILT = `${REPOSITORY}dist/static`

let browser: Browser

beforeAll(async () => {
  execFileSync('npm', ['run', 'build:static', '--', '--base', '/any/path/'], {
    cwd: REPOSITORY,
    stdio: 'pipe',
  })
  browser = await sharedBrowser()
}, 240_000)
afterAll(() => closeProfiles(browser))

test('a deep link below that path opens its page, and the lesson answers', async () => {
  const copy = await startStaticCopy('/any/path/', { root: BUILT })
  const { page, leave } = await visit(browser, `${copy.url}#/en/first-steps/invent`)
  const { send, answer } = bench(page)
  await send({ token: 'of-mine', scheme: 'Bearer' })
  expect((await answer()).body).toBe('{"token":"of-mine"}')
  await leave()
  await copy.stop()
})

test.each([
  ['en', 'Opened as a file, this page stays empty'],
  ['ko', '파일로 열면 이 페이지는 비어 있어요'],
])('index.html that is opened by a double click says what to do instead (%s)', async (_, text) => {
  const page = await browser.newPage()
  await page.goto(pathToFileURL(`${BUILT}/index.html`).href)
  await page.getByText(text).waitFor()
  await page.close()
})
