/** Handing in, from the learner's page to the instructor's: a file in between, and nothing on the wire. */

import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { classWords } from '../../web/words/class.ts'
import { handInWords } from '../../web/words/hand-in.ts'
import { bench } from '../e2e/support/bench.ts'
import { violations } from '../e2e/support/axe.ts'
import { opened } from '../e2e/support/opened.ts'
import { startStaticCopy } from '../e2e/support/playground.ts'
import { visit } from '../e2e/support/visit.ts'

const [own, words] = [handInWords.en, classWords.en]

const at = opened(() => startStaticCopy('/a/copy/'))

test('what a learner tried, did and got wrong stands in the instructor’s tables, and leaves as CSV', async () => {
  const { url } = at.playground
  const learner = await visit(at.browser, `${url}#/en/first-steps/invent`)
  const { send } = bench(learner.page)
  await send({ scheme: 'Token', token: 'not-for-a-file' })
  await send({ scheme: 'Bearer' })
  await learner.page.locator('bp-task-card .kind.done').waitFor()
  await learner.page.goto(`${url}#/en/first-steps/wrong-scheme`)
  await learner.page.locator('bp-lesson-page[page="wrong-scheme"]').waitFor()
  for (let time = 0; time < 3; time++) await send({ scheme: 'Bearer', token: 'x' })
  await learner.page.goto(`${url}#/en/tools`)
  await learner.page.getByLabel(own.name).fill('Kim Minji')
  const saving = learner.page.waitForEvent('download')
  await learner.page.getByRole('button', { name: own.save }).click()
  const download = await saving
  const file = await readFile(await download.path())
  await learner.leave()
  expect(file.toString()).not.toContain('not-for-a-file')
  expect(JSON.parse(file.toString())).toMatchObject({
    name: 'Kim Minji',
    lessons: {
      'first-steps': {
        invent: { done: true, tries: 2, wrong: ['scheme-token'] },
        'wrong-scheme': { done: false, tries: 3 },
      },
    },
  })

  const teacher = await visit(at.browser, url)
  const { page } = teacher
  await page.goto(`${url}#/en/class`)
  await page.getByRole('heading', { name: words.title }).waitFor()
  const asked: string[] = []
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`))
  await page.locator('bp-class-page input[type="file"]').setInputFiles([
    { name: 'kim.json', mimeType: 'application/json', buffer: file },
    { name: 'odd.json', mimeType: 'application/json', buffer: Buffer.from('{"kind":1}') },
  ])
  await page.getByText(words.read(2, 1, 1)).waitFor()
  const row = page.locator('bp-class-table tbody tr')
  await row.getByText('Kim Minji').waitFor()
  expect(await row.locator('td').nth(1).innerText()).toBe('1/8')
  expect(await row.locator('.stuck').innerText()).toMatch(/^1\. .+ \(3 tries\)$/)
  await page.locator('bp-class-tasks').getByText(words.wrongBy(1)).first().waitFor()
  expect(await violations(page, 'all')).toEqual([])
  const csv = page.waitForEvent('download')
  await page.getByRole('button', { name: words.csv }).click()
  expect((await readFile(await (await csv).path())).toString()).toContain('\r\nKim Minji,1,1,')
  // Files of the page, and what stays in it.
  expect(
    asked.filter((one) => !one.startsWith(`GET ${url}assets/`) && !one.includes('blob:')),
  ).toEqual([])
  // On a phone the page itself does not move sideways.
  await page.setViewportSize({ width: 390, height: 800 })
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow).toBe(0)
  await teacher.leave()
})
