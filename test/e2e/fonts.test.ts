/** The Korean font that comes with the page: there for whoever has none, a slice at a time. */

import { expect, test } from 'vitest'
import { startStaticCopy } from './support/playground.ts'
import { launch, visit } from './support/visit.ts'

test('a Korean letter that no font of the system has is drawn with one slice', async () => {
  const browser = await launch()
  const copy = await startStaticCopy('/a/copy/')
  const { page, leave } = await visit(browser, `${copy.url}#/ko/first-steps`)
  const slices: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('noto-sans-kr')) slices.push(request.url())
  })
  const family = '16px "Noto Sans KR Variable"'
  // Its faces are known once its style sheet is there, which nothing waits for.
  await page.waitForFunction(() => document.fonts.size > 100)
  const load = (letters: string) =>
    page.evaluate(
      async ([font, text]) => (await document.fonts.load(font!, text)).map(({ status }) => status),
      [family, letters],
    )
  expect(await load('뷁')).toEqual(['loaded'])
  expect(await load('뷁')).toEqual(['loaded'])
  expect(slices.filter((url) => url.startsWith(copy.url)).length).toBeLessThanOrEqual(1)
  expect(await load('abc')).not.toContain('error')
  await leave()
  await copy.stop()
  await browser.close()
})
