/** In Firefox and in WebKit too, the page works with its host gone. */

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { en } from '../../web/words/en.ts'
import { startStaticCopy } from '../e2e/support/playground.ts'
import type { Driver } from './support/driver.ts'
import { predict, sendToken, TITLE } from './support/learner.ts'
import { engines, Person } from './support/person.ts'

vi.setConfig({ testTimeout: 120_000 })

const MARK = { css: 'bp-offline-mark a' }

describe.each(engines().filter(({ engine }) => engine !== 'Chromium'))('$engine', ({ start }) => {
  describe.skipIf(!start)('', () => {
    let driver: Driver
    beforeAll(async () => {
      driver = await start!()
    })
    afterAll(() => driver?.close())

    test('the lesson answers after a reload, in another tab, in a lesson never opened, and once all tabs were closed', async () => {
      const copy = await startStaticCopy('/a/copy/')
      const person = await Person.at(driver, { keepsCopy: true })
      const tab = await person.open(`${copy.url}#/en/first-steps/invent`)
      await tab.find(MARK)
      await copy.stop()

      await tab.reload()
      await sendToken(tab, 'Bearer', 'stranded', '{"token":"stranded"}')

      const other = await person.open(`${copy.url}#/en/jwt`)
      expect(await predict(other, 'three')).toContain('200 OK')
      await other.goTo(`${copy.url}#/ko/two-servers`)
      await other.find(TITLE)

      const blank = await person.open('about:blank')
      await tab.close()
      await other.close()
      await blank.goTo(`${copy.url}#/en/first-steps/invent`)
      await sendToken(blank, 'Bearer', 'anew', '{"token":"anew"}')
      await blank.see(en.exchange.by.browser, { css: 'bp-exchange' })
      await person.leave()
    })
  })
})
