/** Everything that crossed the wire. */

import { expect, test } from 'vitest'
import type { Journal } from '../../../web/shell/journal.ts'
import '../../../web/shell/journal.ts'
import { en } from '../../../web/words/en.ts'
import { exchangeWith } from '../../support/exchange-literal.ts'
import { all, BOTH, expectAccessible, heard, mount, one, textIn } from '../../support/fixture.ts'

const EXCHANGES = [
  exchangeWith({ id: 1 }),
  exchangeWith({
    id: 2,
    mode: 'real',
    request: {
      method: 'POST',
      path: '/<b>',
      url: 'http://localhost/lessons/first-steps/api/v1/<b>?c',
      headers: [['AUTHORIZATION', 'Bearer foobar']],
    },
    response: { status: 200 },
  }),
  exchangeWith({ id: 7, origin: 'docs', response: { status: 599 } }),
]

const show = (part: Partial<Journal> = {}) =>
  mount('bp-journal', { exchanges: EXCHANGES, words: en, ...part })

const rows = (journal: Element) => all<HTMLButtonElement>(journal, 'li button')

test('lists what crossed the wire, newest first', async () => {
  expect(rows(await show()).map(textIn)).toEqual([
    `7 GET /api/items/ 599 ${en.form.noHeader} · ${en.exchange.fromDocs}`,
    `2 POST /api/v1/%3Cb%3E?c 200 OK Bearer foobar · ${en.exchange.by.real}`,
    `1 GET /api/items/ 401 Unauthorized ${en.form.noHeader} · ${en.exchange.by.browser}`,
  ])
})

test.each([
  { url: 'http://localhost/a/copy/lessons/first-steps/api/token', place: '/api/token' },
  {
    url: 'http://localhost/lessons/first-steps/api/lessons/first-steps/x',
    place: '/api/lessons/first-steps/x',
  },
  { url: 'http://localhost/lessons/a.b+(c/api/x?y=1', lesson: 'a.b+(c', place: '/api/x?y=1' },
  { url: 'http://localhost/lessons/axb/api/x', lesson: 'a.b', place: '/lessons/axb/api/x' },
  { url: 'http://localhost/lessons/first-steps-2/api', place: '/lessons/first-steps-2/api' },
  { url: 'http://localhost/items/?page=2', place: '/items/?page=2' },
])('shows $url as $place', async ({ url, lesson = 'first-steps', place }) => {
  const exchanges = [exchangeWith({ lesson, request: { url } })]
  expect(textIn(rows(await show({ exchanges }))[0]!)).toContain(`1 GET ${place} 401`)
})

test('says which one is on the bench', async () => {
  const current = rows(await show({ shown: 2 })).map(({ ariaCurrent }) => ariaCurrent)
  expect(current).toEqual(['false', 'true', 'false'])
})

test('tells which one is to be shown, by its number', async () => {
  const journal = await show()
  const asked = heard<number>(journal, 'show-exchange')
  rows(journal)[0]!.click()
  expect(asked).toEqual([7])
})

test('tells that it is to be emptied', async () => {
  const journal = await show()
  const asked = heard(journal, 'clear-journal')
  const button = all(journal, 'button').find((found) => textIn(found) === en.journal.clear)
  button!.click()
  expect(asked).toHaveLength(1)
})

test('that is empty says so, with nothing to empty', async () => {
  const journal = await show({ exchanges: [] })
  expect(textIn(one(journal, 'p'))).toBe(en.journal.empty)
  expect(all(journal, 'button')).toEqual([])
})

test.each(BOTH)('is accessible in $language', async ({ words }) => {
  await expectAccessible(await show({ shown: 2, words }))
})
