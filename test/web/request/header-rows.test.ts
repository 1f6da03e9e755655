/** Header lines as rows to write in. */

import { expect, test } from 'vitest'
import type { HeaderList } from '../../../server/security/trace.ts'
import '../../../web/request/header-rows.ts'
import { en } from '../../../web/words/en.ts'
import { all, BOTH, expectAccessible, heard, mount, write } from '../../support/fixture.ts'

const LINES: HeaderList = [
  ['X-A', '1'],
  ['X-A', '2'],
]

async function show(headers: HeaderList = LINES) {
  const element = await mount('bp-header-rows', { headers, words: en })
  return { element, changes: heard<HeaderList>(element, 'headers-change') }
}

const fields = (element: Element) => all<HTMLInputElement>(element, 'input')
const buttons = (element: Element) => all(element, 'button')

test('has a field for each name and each value, and names them', async () => {
  const { element } = await show()
  expect(fields(element).map(({ value }) => value)).toEqual(['X-A', '1', 'X-A', '2'])
  expect(fields(element).map(({ ariaLabel }) => ariaLabel)).toEqual([
    en.form.headerName,
    en.form.headerValue,
    en.form.headerName,
    en.form.headerValue,
  ])
})

test.each([
  {
    what: 'a name',
    field: 2,
    lines: [
      ['X-A', '1'],
      ['', '2'],
    ],
    typed: '',
  },
  {
    what: 'a value',
    field: 1,
    lines: [
      ['X-A', ' 1 '],
      ['X-A', '2'],
    ],
    typed: ' 1 ',
  },
])('writing $what gives the lines as typed', async ({ field, lines, typed }) => {
  const { element, changes } = await show()
  await write(fields(element)[field]!, typed)
  expect(changes).toEqual([lines])
})

test('a button adds an empty line at the end', async () => {
  const { element, changes } = await show()
  buttons(element).at(-1)!.click()
  expect(changes).toEqual([[...LINES, ['', '']]])
})

test('a button at each line takes that one away, though another looks the same', async () => {
  const { element, changes } = await show()
  expect(buttons(element)[0]!.ariaLabel).toBe('Remove header X-A')
  buttons(element)[0]!.click()
  expect(changes).toEqual([[['X-A', '2']]])
})

test('the lines it was given are not written into', async () => {
  const headers: HeaderList = [['X-A', '1']]
  const { element } = await show(headers)
  await write(fields(element)[0]!, 'X-B')
  buttons(element)[0]!.click()
  expect(headers).toEqual([['X-A', '1']])
})

test('what the owner does not take over does not stay in the field', async () => {
  const { element } = await show()
  await write(fields(element)[1]!, 'nonsense')
  element.headers = [...LINES]
  await element.updateComplete
  expect(fields(element)[1]!.value).toBe('1')
})

test.each([true, false])('tells a screen reader whether it is invalid: %s', async (invalid) => {
  const { element } = await show()
  element.invalid = invalid
  await element.updateComplete
  expect(new Set(fields(element).map((field) => field.ariaInvalid))).toEqual(
    new Set([String(invalid)]),
  )
})

test.each(BOTH)('is accessible in $language', async ({ words }) => {
  const element = await mount('bp-header-rows', { headers: LINES, invalid: true, words })
  await expectAccessible(element)
})
