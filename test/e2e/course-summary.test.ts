/** The course on one page: reached from the last lesson and the start page, and printed on one sheet. */

import { expect, test } from 'vitest'
import { courseSummary } from '../../web/words/course-summary.ts'
import { startStaticCopy } from './support/playground.ts'
import { visit } from './support/visit.ts'
import { WORDS } from './support/walk.ts'
import { opened } from './support/opened.ts'

const here = opened(startStaticCopy)

test('the last page of the last lesson leads to it, and so does the start page', async () => {
  const { page, leave } = await visit(
    here.browser,
    `${here.playground.url}#/en/stolen-cookie/recap`,
  )
  const title = page.getByRole('heading', { level: 1, name: WORDS.en.summary })
  await page.getByRole('link', { name: WORDS.en.summary }).click()
  await title.waitFor()
  expect(new URL(page.url()).hash).toBe('#/en/summary')
  expect(await page.title()).toBe(`${WORDS.en.summary} · ${WORDS.en.brand}`)
  await page.getByRole('link', { name: WORDS.en.brand }).click()
  await page.getByRole('link', { name: WORDS.en.summary }).click()
  await title.waitFor()
  await leave()
})

test.each(['en', 'ko'] as const)(
  'it is printed on one sheet of A4, light and without what stands around it (%s)',
  async (language) => {
    const { page, leave } = await visit(
      here.browser,
      `${here.playground.url}#/${language}/summary`,
      {
        colorScheme: 'dark',
      },
    )
    const said = courseSummary[language]
    await page.getByRole('heading', { level: 1, name: said.title }).waitFor()
    const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(sheets.match(/\/Type \/Page\b/g)).toHaveLength(1)
    expect(sheets).toMatch(/\/MediaBox \[0 0 59[45][\d.]* 84[12]/)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('bp-top-bar').isVisible()).toBe(false)
    expect(await page.getByRole('button', { name: said.print }).isVisible()).toBe(false)
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    )
    await leave()
  },
)
