/** Each lesson's code task in the engines that the walks do not use. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lessons } from '../../lessons/all.ts'
import { ownWords } from '../../web/words/own.ts'
import { type Playground, startStaticCopy } from '../e2e/support/playground.ts'
import type { Driver } from './support/driver.ts'
import { engines, Person } from './support/person.ts'
import type { Tab } from './support/tab.ts'

const own = ownWords.en

const tasks = lessons.flatMap(({ slug, pages }) =>
  pages.filter(({ kind }) => kind === 'code').map(({ id }) => ({ slug, id })),
)

let copy: Playground
beforeAll(async () => {
  copy = await startStaticCopy('/a/copy/')
})
afterAll(() => copy?.stop())

describe.each(engines().filter(({ engine }) => engine !== 'Chromium'))('$engine', ({ start }) => {
  describe.skipIf(!start)('', () => {
    let driver: Driver
    let person: Person
    let tab: Tab
    beforeAll(async () => {
      driver = await start!()
      person = await Person.at(driver)
      tab = await person.open(copy.url)
    })
    afterAll(async () => {
      await person?.leave()
      await driver?.close()
    })

    test.each(tasks)(
      'what $slug/$id begins with falls, and the solution holds',
      async ({ slug, id }) => {
        await tab.goTo(`${copy.url}#/en/${slug}/${id}`)
        await tab.find({ css: `bp-lesson-page[page=${id}]` })
        await tab.find({ css: 'bp-code-editor .cm-content' })
        await tab.click({ role: 'button', name: own.run })
        await tab.see(/\d+ of \d+ checks hold/, { css: 'bp-code-task' })
        expect(await tab.has({ css: 'bp-code-task li.fails' })).toBe(true)
        // It stays open from page to page.
        if (!(await tab.has({ css: 'bp-own-pane details[open]' }))) {
          await tab.click({ css: 'bp-own-pane summary' })
        }
        await tab.click({ role: 'button', name: own.takeSolution })
        await tab.see(own.old, { css: 'bp-code-task' })
        await tab.click({ role: 'button', name: own.run })
        await tab.see(own.allHold, { css: 'bp-code-task' })
        await tab.find({ css: 'bp-task-card .kind.done' })
      },
    )
  })
})
