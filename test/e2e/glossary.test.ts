/** The glossary in the built page, under its policy: from a word of the lesson to all terms and back. */

import { expect, test } from 'vitest'
import { glossaryWords } from '../../web/words/glossary.ts'
import { violations } from './support/axe.ts'
import { startStaticCopy } from './support/playground.ts'
import { sharedVisit, turnTo } from './support/shared-visit.ts'
import { visit } from './support/visit.ts'
import { opened } from './support/opened.ts'

const WORD = { en: 'credentials', ko: '자격 증명' }

const here = opened(startStaticCopy)
const shared = sharedVisit(() =>
  visit(here.browser, `${here.playground.url}#/en/first-steps/invent`),
)

test.each([
  { language: 'en', width: 390, height: 844 },
  { language: 'ko', width: 512, height: 384 },
  { language: 'ko', width: 1440, height: 900 },
] as const)(
  'a word leads to its meaning, to all terms, and back: $language, $width pixels wide',
  async ({ language, ...viewport }) => {
    const { page } = shared
    // A screen and a language each are read; the third one is measured.
    const isRead = viewport.width !== 512
    await page.setViewportSize(viewport)
    await turnTo(page, `#/${language}/first-steps/invent`)
    const words = glossaryWords[language]
    const word = page.getByRole('button', { name: WORD[language], exact: true })
    await word.focus()
    await page.keyboard.press('Enter')
    const meaning = page.getByRole('dialog', { name: WORD[language] })
    await meaning.waitFor()
    const box = (await meaning.boundingBox())!
    expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width).toBeLessThanOrEqual(viewport.width)
    expect(box.y + box.height).toBeLessThanOrEqual(viewport.height)
    if (isRead) expect(await violations(page)).toEqual([])

    await meaning.getByRole('button', { name: words.all }).click()
    const glossary = page.getByRole('dialog', { name: words.title })
    await glossary.getByRole('searchbox', { name: words.search }).fill('hmac')
    await glossary.getByRole('status').getByText(words.found(1)).waitFor()
    if (isRead) expect(await violations(page)).toEqual([])
    await glossary.getByRole('button', { name: words.close }).click()
    await glossary.waitFor({ state: 'hidden' })
    // The focus is back on the word.
    await page.keyboard.press('Enter')
    await meaning.waitFor()
    await page.keyboard.press('Escape')
    await meaning.waitFor({ state: 'hidden' })
  },
)
