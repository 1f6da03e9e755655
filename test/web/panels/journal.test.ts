/** Everything that crossed the wire. */

import { describe, expect, test } from 'vitest'
import firstSteps from '../../../lessons/1-first-steps/lesson.ts'
import { BASE_PATH } from '../../../web/kit/base-url.ts'
import type { Journal } from '../../../web/panels/journal.ts'
import '../../../web/panels/journal.ts'
import { JOURNAL_LIMIT } from '../../../web/state/journal.ts'
import { clockWords } from '../../../web/words/clock.ts'
import { comparisonWords } from '../../../web/words/comparison.ts'
import { readShared } from '../../../web/stage/shared-request.ts'
import type { ScriptItem } from '../../../web/state/script.ts'
import { en } from '../../../web/words/en.ts'
import { journalWords } from '../../../web/words/journal.ts'
import { scriptWords } from '../../../web/words/script.ts'
import { exchangeWith } from '../../support/exchange-literal.ts'
import { eventually } from '../../support/eventually.ts'
import {
  all,
  BOTH,
  byRole,
  expectAccessible,
  heard,
  mount,
  one,
  rendered,
  textIn,
} from '../../support/fixture.ts'

const words = comparisonWords.en

/** Where the script of this page is kept. */
const SCRIPT = `bearer-playground:${BASE_PATH}:script`

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

const rows = (journal: Element) => all<HTMLButtonElement>(journal, 'li .exchange')

test('lists what crossed the wire, newest first', async () => {
  expect(rows(await show()).map(textIn)).toEqual([
    `7 GET /api/items/ 599 ${journalWords.en.bare} · ${en.exchange.fromDocs} · 1.0\u00a0ms`,
    `2 POST /api/v1/%3Cb%3E?c 200 OK Bearer foobar · ${en.exchange.by.real} · 1.0\u00a0ms`,
    `1 GET /api/items/ 401 Unauthorized ${journalWords.en.bare} · ${en.exchange.by.browser} · 1.0\u00a0ms`,
  ])
})

test('a request that came with a cookie is not said to have come with nothing', async () => {
  const received = {
    kind: 'received' as const,
    method: 'GET',
    url: '/',
    headers: [['Cookie', 'jwt_token=a.b.c']] as [string, string][],
  }
  const exchanges = [exchangeWith({ id: 1, request: { headers: [] }, trace: [received] })]
  const [row] = rows(await show({ exchanges }))
  expect(textIn(row!)).toContain('Cookie: jwt_token=a.b.c ·')
})

test('what else was written as a header is there: two rows may differ in nothing else', async () => {
  const headers: [string, string][] = [
    ['Content-Type', 'application/x-www-form-urlencoded'],
    ['Sec-Fetch-Site', 'cross-site'],
  ]
  const [row] = rows(await show({ exchanges: [exchangeWith({ id: 1, request: { headers } })] }))
  expect(textIn(row!)).toContain(`${journalWords.en.bare} · Sec-Fetch-Site: cross-site ·`)
  expect(textIn(row!)).not.toContain('Content-Type')
})

test('a login says whose it is: the rows of two may differ in nothing else', async () => {
  const headers: [string, string][] = [['Content-Type', 'application/x-www-form-urlencoded']]
  const request = { method: 'POST', headers, body: 'username=nobody&password=secret' }
  const [row] = rows(await show({ exchanges: [exchangeWith({ id: 1, request })] }))
  expect(textIn(row!)).toContain(`${journalWords.en.bare} · username=nobody ·`)
  expect(textIn(row!)).not.toContain('secret')
})

test('the lesson is named where there are several, and that older ones are gone where some are', async () => {
  const one = exchangeWith({ id: 1 })
  const journal = await show({ exchanges: [one] })
  expect(textIn(rows(journal)[0]!)).not.toContain(one.lesson)
  journal.exchanges = [one, { ...one, id: 2, lesson: 'jwt' }]
  await journal.updateComplete
  expect(rows(journal).map(textIn)).toEqual([
    expect.stringContaining('jwt ·'),
    expect.stringContaining(`${one.lesson} ·`),
  ])
  expect(textIn(journal)).not.toContain(journalWords.en.older(JOURNAL_LIMIT))
  journal.exchanges = Array.from({ length: JOURNAL_LIMIT }, (_, at) => ({ ...one, id: at + 30 }))
  await journal.updateComplete
  expect(textIn(journal)).toContain(journalWords.en.older(JOURNAL_LIMIT))
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

test('an entry is kept for the script as it was sent, without its secrets', async () => {
  localStorage.removeItem(SCRIPT)
  const journal = await show()
  byRole(journal, 'button', scriptWords.en.keepNumber(2))[0]!.click()
  const kept = scriptWords.en.kept(1)
  await eventually(() => expect(byRole(journal, 'status').map(textIn)).toContain(kept))
  // Seen where it was pressed too: the list may be long.
  const marks = all(journal, '.keep').map(textIn)
  expect(marks).toEqual(['', '✓ ', ''].map((mark) => mark + scriptWords.en.keepShort))
  const { items } = JSON.parse(localStorage.getItem(SCRIPT)!) as { items: ScriptItem[] }
  expect(items.map(({ lesson, page }) => [lesson, page])).toEqual([['first-steps', 'knock']])
  const draft = readShared(items[0]!.request, firstSteps)
  expect([draft?.method, draft?.path]).toEqual(['POST', '/<b>'])
  expect(JSON.stringify(draft)).not.toContain('foobar')
  localStorage.removeItem(SCRIPT)
})

test('tells that it is to be emptied', async () => {
  const journal = await show()
  const asked = heard(journal, 'clear-journal')
  byRole(journal, 'button', journalWords.en.clear)[0]!.click()
  expect(asked).toHaveLength(1)
})

test('that is empty says so, with nothing to empty', async () => {
  const journal = await show({ exchanges: [] })
  expect(textIn(one(journal, 'p'))).toBe(journalWords.en.empty)
  expect(byRole(journal, 'button')).toEqual([])
})

test('says of a request that it was sent at a time of the lab clock, and of no other', async () => {
  const exchanges = [exchangeWith({ id: 1, now: Date.UTC(2030, 0, 1, 0, 0, 1) }), EXCHANGES[1]!]
  const said = rows(await show({ exchanges })).map(textIn)
  expect(said.map((text) => text.includes(clockWords.en.row('00:00:01')))).toEqual([false, true])
})

describe('to compare two', () => {
  const choice = (journal: Element) => one(journal, '.choice button')
  const pressed = (journal: Element) => rows(journal).map(({ ariaPressed }) => ariaPressed)

  async function choose(journal: Journal, ...places: number[]) {
    choice(journal).click()
    await rendered()
    for (const place of places) {
      rows(journal)[place]!.click()
      await rendered()
    }
  }

  /** The ids of both, once the dialog has come. */
  async function compared(journal: Journal) {
    await eventually(() => expect(byRole(journal, 'dialog')).toHaveLength(1))
    return one(journal, 'bp-comparison').pair.map(({ id }) => id)
  }

  test('a row chooses instead of showing', async () => {
    const journal = await show()
    const asked = heard(journal, 'show-exchange')
    expect(pressed(journal)).toEqual([null, null, null])
    await choose(journal, 1)
    expect(pressed(journal)).toEqual(['false', 'true', 'false'])
    expect(textIn(byRole(journal, 'status')[0]!)).toBe(words.chooseOther(2))
    expect(asked).toEqual([])
  })

  test.each([
    [0, 2],
    [2, 0],
  ])('rows %i and %i stand side by side, the earlier one left', async (first, second) => {
    const journal = await show()
    await choose(journal, first, second)
    expect(await compared(journal)).toEqual([1, 7])
    expect(byRole(journal, 'dialog', words.title(1, 7))).toHaveLength(1)
    expect(pressed(journal)).toEqual([null, null, null])
  })

  test('the one on the bench is chosen already', async () => {
    const journal = await show({ shown: 2 })
    await choose(journal, 0)
    expect(await compared(journal)).toEqual([2, 7])
  })

  test('a choice can be taken back, and so can choosing', async () => {
    const journal = await show({ shown: 2 })
    await choose(journal, 1)
    expect(pressed(journal)).toEqual(['false', 'false', 'false'])
    expect(textIn(byRole(journal, 'status')[0]!)).toBe(words.chooseTwo)
    choice(journal).click()
    await rendered()
    expect(pressed(journal)).toEqual([null, null, null])
    expect(textIn(byRole(journal, 'status')[0]!)).toBe('')
  })

  test('there have to be two', async () => {
    const journal = await show({ exchanges: EXCHANGES.slice(0, 1) })
    expect(all(journal, '.choice')).toEqual([])
  })
})

test.each(BOTH)('is accessible in $language', async ({ words }) => {
  const exchanges = [...EXCHANGES, exchangeWith({ id: 8, now: 0 })]
  const journal = await show({ exchanges, shown: 2, words })
  await expectAccessible(journal)
  one(journal, '.choice button').click()
  await rendered()
  await expectAccessible(journal)
})
