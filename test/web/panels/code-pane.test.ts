/** The step's source, with the lines that took part marked. */

import { describe, expect, test } from 'vitest'
import type { CodePane, RegionMark } from '../../../web/panels/code-pane.ts'
import '../../../web/panels/code-pane.ts'
import type { StepSource } from '../../../web/panels/step-source.ts'
import { en } from '../../../web/words/en.ts'
import { all, BOTH, expectAccessible, mount, one, textIn } from '../../support/fixture.ts'

const source: StepSource = {
  text: 'a\n  b\n\nc\nd',
  regions: [
    { name: 'route', first: 1, last: 4 },
    { name: 'handler', first: 2, last: 3 },
    { name: 'rest', first: 5, last: 5 },
  ],
  lines: [
    [{ text: 'a', kind: 'keyword' }],
    [
      { text: '  ', kind: 'plain' },
      { text: '<b>', kind: 'string' },
    ],
    [],
    [{ text: 'c', kind: 'function' }],
    [{ text: 'd', kind: 'comment' }],
  ],
}

const show = (part: Partial<CodePane> = {}) =>
  mount('bp-code-pane', { source, file: 'app.ts', note: 'Idle.', words: en, ...part })

const lines = (pane: Element) => all(pane, 'li')
const marks = (pane: Element) => lines(pane).map(({ className }) => className)

test('shows the source line by line, each character as it is', async () => {
  const pane = await show()
  expect(lines(pane).map(({ textContent }) => textContent)).toEqual(['a', '  <b>', '', 'c', 'd'])
  expect(getComputedStyle(lines(pane)[1]!).whiteSpaceCollapse).toBe('preserve')
  expect(all(pane, 'li > span').map(({ className }) => className)).toEqual([
    'keyword',
    'plain',
    'string',
    'function',
    'comment',
  ])
})

test('names the file, and says that it is to read', async () => {
  const pane = await show()
  expect(one(pane, '[role=region]').ariaLabel).toBe(en.code.file('app.ts'))
  expect(textIn(one(pane, '.head'))).toBe(`app.ts ${en.code.readOnly}`)
})

test('without a source yet shows nothing', async () => {
  expect(textIn(await show({ source: undefined }))).toBe('')
})

describe('marks', () => {
  const rows: { given: Record<string, RegionMark>; expected: string[] }[] = [
    { given: {}, expected: ['', '', '', '', ''] },
    { given: { rest: 'passed' }, expected: ['', '', '', '', 'passed'] },
    { given: { route: 'passed' }, expected: ['passed', 'passed', 'passed', 'passed', ''] },
    {
      given: { route: 'passed', handler: 'stopped' },
      expected: ['passed', 'stopped', 'stopped', 'passed', ''],
    },
    {
      given: { handler: 'unreached', rest: 'shown' },
      expected: ['', 'unreached', 'unreached', '', 'shown'],
    },
    { given: { nowhere: 'passed' }, expected: ['', '', '', '', ''] },
  ]

  test.each(rows)('$given stand at the lines of their region, the innermost', async (row) => {
    expect(marks(await show({ marks: row.given }))).toEqual(row.expected)
  })

  test('have a sign at each run of lines, so that colour is never the only one', async () => {
    const given: Record<string, RegionMark> = { route: 'passed', handler: 'stopped' }
    const signs = (pane: Element) =>
      lines(pane).map((line) => getComputedStyle(line, '::after').content.charAt(1))
    expect(signs(await show({ marks: given }))).toEqual(['✓', '✕', 'o', '✓', 'o'])
    expect(signs(await show({ marks: { handler: 'unreached', rest: 'shown' } }))).toEqual([
      'o',
      '–',
      'o',
      'o',
      'o',
    ])
  })

  test('follow the next exchange', async () => {
    const pane = await show({ marks: { route: 'stopped' } })
    pane.marks = { rest: 'passed' }
    await pane.updateComplete
    expect(marks(pane)).toEqual(['', '', '', '', 'passed'])
  })
})

test.each([
  { given: { route: 'passed' } as const, halted: false },
  { given: { route: 'passed', handler: 'stopped' } as const, halted: true },
])('says what $given mean, and announces it', async ({ given, halted }) => {
  const note = one(await show({ marks: given, note: 'It stopped here.' }), '[role=status]')
  expect(textIn(note)).toBe('It stopped here.')
  expect(note.classList.contains('halted')).toBe(halted)
})

test.each(BOTH)('is accessible in $language', async ({ words }) => {
  const given: Record<string, RegionMark> = { route: 'passed', handler: 'stopped', rest: 'shown' }
  await expectAccessible(await show({ marks: given, words }))
})

test('brings the marked lines of a long source into view, within the pane', async () => {
  const text = Array.from({ length: 300 }, (_, index) => `line ${index + 1}`)
  const long: StepSource = {
    text: text.join('\n'),
    regions: [{ name: 'far', first: 200, last: 201 }],
    lines: text.map((line) => [{ text: line, kind: 'plain' }]),
  }
  const pane = await show({ source: long })
  const code = one(pane, '.code')
  expect(code.scrollTop).toBe(0)
  pane.marks = { far: 'stopped' }
  await pane.updateComplete
  const line = one(pane, '.stopped:not(.stopped + .stopped)')
  expect(line.offsetTop).toBeGreaterThan(code.scrollTop)
  expect(line.offsetTop).toBeLessThan(code.scrollTop + code.clientHeight)
  expect(scrollY).toBe(0)
})
