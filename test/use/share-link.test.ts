/** Somebody sends a link with a request; who opens it finds it on the bench, and nothing was sent. */

import { expect, test } from 'vitest'
import { readFile } from 'node:fs/promises'
import { copyWords } from '../../web/words/copy.ts'
import { scriptWords } from '../../web/words/script.ts'
import { bench } from '../e2e/support/bench.ts'
import { opened } from '../e2e/support/opened.ts'
import { startStaticCopy } from '../e2e/support/playground.ts'
import { visit } from '../e2e/support/visit.ts'
import { WORDS } from '../e2e/support/walk.ts'

const here = opened(() => startStaticCopy('/a/copy/'))
const { en, ko } = WORDS

test('the request is on the bench in either language, without its token, and is sent when it is wanted; a link without one opens its page', async () => {
  const { page, leave } = await visit(here.browser, `${here.playground.url}#/en/jwt/signature`, {
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const { write } = bench(page)
  await write({ path: '/users/me/items/?from=a-link', token: 'a-secret-token', scheme: 'Bearer' })
  await page.getByText(en.form.copy, { exact: true }).click()
  await page.getByRole('button', { name: copyWords.en.link, exact: true }).click()
  await page.getByText(copyWords.en.linked).waitFor()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  await leave()

  const friend = await visit(here.browser, link)
  const arrived = async (words: typeof en) => {
    const path = friend.page.getByLabel(words.form.path, { exact: true })
    await expect.poll(() => path.inputValue()).toBe('/users/me/items/?from=a-link')
    expect(friend.page.url()).not.toContain('request=')
    expect(await friend.page.content()).not.toContain('a-secret-token')
    await friend.page.locator('bp-result .empty').waitFor()
  }
  await arrived(en)
  // A page that is open, and has something else on its bench.
  await bench(friend.page).write({ path: '/another' })
  await friend.page.goto(link.replace('#/en/', '#/ko/'))
  await arrived(ko)
  await bench(friend.page, 'ko').send()

  // A link that holds no request opens its page.
  await friend.page.goto(`${here.playground.url}#/en/first-steps/invent?request=bm9uc2Vuc2U`)
  await friend.page.locator('bp-lesson-page[page=invent]').waitFor()
  await expect.poll(() => new URL(friend.page.url()).hash).toBe('#/en/first-steps/invent')
  await friend.leave()
})

test('a script is kept request by request, saved to a file, and opened in another browser', async () => {
  const words = scriptWords.en
  const { page, leave } = await visit(here.browser, `${here.playground.url}#/en/jwt/signature`)
  await page.getByText(en.form.copy, { exact: true }).click()
  const keep = page.getByRole('button', { name: words.keep })
  for (const [index, path] of ['/first', '/second'].entries()) {
    await bench(page).write({ path, token: 'a-secret-token', scheme: 'Bearer' })
    await keep.click()
    await page.getByText(words.kept(index + 1)).waitFor()
  }
  await page.goto(`${here.playground.url}#/en/tools`)
  await page.getByRole('button', { name: words.up(2) }).click()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: words.save }).click()
  const buffer = await readFile(await (await saving).path())
  expect(buffer.toString()).not.toContain('a-secret-token')
  await leave()

  const friend = await visit(here.browser, `${here.playground.url}#/en/tools`)
  const tool = friend.page.locator('bp-script-tool')
  const give = (files: { name: string; mimeType: string; buffer: Buffer }) =>
    tool.locator('input[type=file]').setInputFiles(files)
  await tool.getByText(words.none).waitFor()
  await give({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') })
  await tool.getByText(words.refused('x.json', words.why.foreign)).waitFor()
  await give({ name: 'script.json', mimeType: 'application/json', buffer })
  await tool.getByText(words.opened(2)).waitFor()
  await tool.getByRole('link', { name: '4.3 Change a claim: GET /second' }).waitFor()
  await tool.getByRole('link').first().click()
  const path = friend.page.getByLabel(en.form.path, { exact: true })
  await expect.poll(() => path.inputValue()).toBe('/second')
  await friend.page.locator('bp-result .empty').waitFor()
  await friend.leave()
})
