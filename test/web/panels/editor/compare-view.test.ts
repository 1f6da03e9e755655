/** Ours and yours compared: beside one another where there is room, else in one column. */

import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { CodeCompare } from '../../../../web/panels/editor/compare-view.ts'
import '../../../../web/panels/editor/compare-view.ts'
import { editorWords } from '../../../../web/words/editor.ts'
import { all, byRole, expectAccessible, mount, rendered, textIn } from '../../../support/fixture.ts'

const words = editorWords.en
const OURS = `one()\ntwo(1, 'a')\nthree()\n`
const YOURS = `one()\ntwo(2, 'a')\nthree()\nfour()\n`

/** Puts a comparison into a place so many pixels wide. */
async function compare(properties: Partial<CodeCompare> = {}, width = 900): Promise<CodeCompare> {
  const element = await mount('bp-code-compare', {
    ours: OURS,
    yours: YOURS,
    file: 'app.ts',
    words,
    ...properties,
  })
  element.style.width = `${width}px`
  await rendered()
  return element
}

const isSeen = (element: HTMLElement) => element.checkVisibility()

/** What stands in a comparison as it is seen, line by line. */
const lines = (element: Element) => all(element, '.line').filter(isSeen).map(textIn)

const isBeside = (element: Element) => all(element, '.row').some(isSeen)

test('in one column, ours stands before yours, and each says whose it is', async () => {
  const element = await compare({ layout: 'inline' })
  expect(isBeside(element)).toBe(false)
  expect(lines(element)).toEqual([
    '1 one()',
    "2 − Ours: two(1, 'a')",
    "2 + Yours: two(2, 'a')",
    '3 three()',
    '4 + Yours: four()',
  ])
})

test('side by side, each line of yours stands beside its own', async () => {
  const element = await compare()
  const rows = all(element, '.row').filter(isSeen)
  expect(rows.map((row) => all(row, ':is(.line, .none)').map(textIn))).toEqual([
    ['1 one()', '1 one()'],
    ["2 − Ours: two(1, 'a')", "2 + Yours: two(2, 'a')"],
    ['3 three()', '3 three()'],
    ['', '4 + Yours: four()'],
  ])
})

test('of lines that differ in a word, that word is marked', async () => {
  const element = await compare()
  expect(all(element, 'mark').filter(isSeen).map(textIn)).toEqual(['1', '2'])
})

test('where there is no room for two, there is one column, and nothing to choose', async () => {
  const element = await compare({}, 350)
  expect(isBeside(element)).toBe(false)
  expect(byRole(element, 'button')).toEqual([])
  expect(lines(element)).toContain('4 + Yours: four()')
})

test('the other layout is chosen, and told', async () => {
  const element = await compare()
  const chosen: string[] = []
  element.addEventListener('layout-change', (event) =>
    chosen.push((event as CustomEvent<string>).detail),
  )
  await userEvent.click(byRole(element, 'button', words.compare.inline)[0]!)
  expect(isBeside(element)).toBe(false)
  expect(chosen).toEqual(['inline'])
})

test('two texts that are the same are said to be', async () => {
  const element = await compare({ yours: OURS })
  expect(textIn(element)).toBe(words.compare.same)
})

test('the two can have other names', async () => {
  const element = await compare({ names: { ours: 'Your start', yours: 'Solution' } })
  expect(textIn(element)).toContain('− Your start + Solution')
})

test.each(Object.entries(editorWords))('is accessible in %s', async (_, words) => {
  await page.viewport(1200, 800)
  await expectAccessible(await compare({ words }))
})
