/** The table of attacks: run on both servers, answered by what came. */

import { html } from 'lit'
import { describe, expect, test } from 'vitest'
import stolenCookie from '../../../lessons/6-stolen-cookie/lesson.ts'
import type { Exchange } from '../../../lessons/exchange/exchange.ts'
import type { Lesson } from '../../../lessons/lesson.ts'
import '../../../web/two-servers/attacks.ts'
import type { Attack } from '../../../web/stage/other-site.ts'
import { twoServersWords } from '../../../web/words/two-servers.ts'
import { exchangeWith } from '../../support/exchange-literal.ts'
import { all, BOTH, expectAccessible, heard, mount, one, textIn } from '../../support/fixture.ts'
import { emptyContext, provideContext } from '../../support/lesson-context.ts'

const { attacks: words } = twoServersWords.en

const lesson: Lesson = {
  ...stolenCookie,
  attacks: [
    {
      id: 'frame',
      servers: ['faithful', 'client'],
      draft: {
        method: 'GET',
        path: '/test-users-me',
        headers: [['Sec-Fetch-Site', 'cross-site']],
        body: '',
      },
    },
  ],
}

const prose = {
  ...emptyContext.prose,
  attacks: { frame: { title: 'In a frame', text: html`Another page has it in a frame.` } },
}

const sources = {
  '5-two-servers/faithful': { text: 'a\nb\n', regions: [], lines: [] },
  '5-two-servers/client': { text: 'a\nc\n', regions: [], lines: [] },
}

const ran = (server: string, status: number, part: Partial<Exchange> = {}) =>
  exchangeWith({
    id: status,
    lesson: lesson.slug,
    server,
    origin: 'attack',
    attacked: server,
    request: {
      path: '/test-users-me',
      headers: [
        ['Sec-Fetch-Site', 'cross-site'],
        ['Cookie', ''],
      ],
    },
    response: { status },
    ...part,
  })

const show = () => mount('bp-attacks', {})

test('rows that ran before a reload say so, and no more that they did not run', async () => {
  provideContext({ lesson, prose, sources, done: true })
  const table = await show()
  expect(all(table, 'td').map(textIn)).toEqual([words.ranBefore, words.ranBefore])
})

const results = (table: Element) => all(table, 'td').map(textIn)

test('sends a login and every attack to both servers, the logins first', async () => {
  provideContext({ lesson, prose, sources })
  const table = await show()
  const runs = heard<Attack[]>(table, 'attacks')
  one(table, 'button.primary').click()
  expect(runs.flat().map(({ draft, attacked }) => [attacked, draft.server, draft.path])).toEqual([
    ['faithful', 'faithful', '/get-token'],
    ['client', 'client', '/get-token'],
    ['faithful', 'faithful', '/test-users-me'],
    ['client', 'client', '/test-users-me'],
  ])
})

describe('a result', () => {
  test('is not there before it came', async () => {
    provideContext({ lesson, prose, sources })
    expect(results(await show())).toEqual([words.notRun, words.notRun])
  })

  test('is what was answered, and leads to the exchange', async () => {
    const exchanges = [ran('faithful', 200), ran('client', 401)]
    provideContext({ lesson, prose, sources, exchanges })
    const table = await show()
    expect(results(table)).toEqual([`200 OK ${words.through}`, `401 Unauthorized ${words.held}`])
    const shown = heard<number>(table, 'show-exchange')
    all(table, 'td button')[1]!.click()
    expect(shown).toEqual([401])
  })

  test.each([
    [undefined, words.through, 'through'],
    [true as const, words.harmless, 'harmless'],
  ])(
    'that was obeyed says whether that is an attack that succeeded: harmless %s',
    async (harmless, said, look) => {
      const attacks = [{ ...lesson.attacks![0]!, ...(harmless && { harmless }) }]
      const exchanges = [ran('faithful', 200), ran('client', 401)]
      provideContext({ lesson: { ...lesson, attacks }, prose, sources, exchanges })
      const table = await show()
      expect(results(table)).toEqual([`200 OK ${said}`, `401 Unauthorized ${words.held}`])
      expect(all(table, 'td button span').map(({ className }) => className)).toEqual([look, 'held'])
    },
  )

  test.each([
    ['was sent by hand', { origin: 'bench' as const }],
    ['was an attack on another server', { attacked: 'client' }],
    ['asked for something else', { request: { ...ran('faithful', 200).request, path: '/' } }],
    ['came from the same site', { request: { ...ran('faithful', 200).request, headers: [] } }],
  ])('is none of an exchange that %s', async (_, part) => {
    provideContext({ lesson, prose, sources, exchanges: [ran('faithful', 200, part)] })
    expect(results(await show())[0]).toBe(words.notRun)
  })
})

test('shows what was changed between the two', async () => {
  provideContext({ lesson, prose, sources })
  const table = await show()
  expect(all(table, 'del').map(textIn)).toEqual([`− ${words.removed}: b`])
  expect(all(table, 'ins').map(textIn)).toEqual([`+ ${words.added}: c`])
})

test('a long difference scrolls in its box, and the table stays where it is', async () => {
  const long = Array.from({ length: 200 }, (_, line) => `${line} ${'x'.repeat(200)}\n`).join('')
  const longer = { ...sources, '5-two-servers/client': { text: long, regions: [], lines: [] } }
  provideContext({ lesson, prose, sources: longer })
  const element = await show()
  element.style.width = '400px'
  const place = () => one(element, 'table').getBoundingClientRect().toJSON() as DOMRect
  const before = place()
  one(element, 'details', HTMLDetailsElement).open = true
  await element.updateComplete
  expect(place()).toEqual(before)
  const { height, width } = one(element, 'bp-source-diff').getBoundingClientRect()
  expect(height).toBeLessThanOrEqual(innerHeight / 2)
  expect(width).toBeLessThanOrEqual(400)
})

test.each(BOTH)('is accessible in $language', async ({ words: spoken }) => {
  const exchanges = [ran('faithful', 200), ran('client', 401)]
  provideContext({ lesson, prose, sources, exchanges, words: spoken })
  const table = await show()
  one(table, 'details', HTMLDetailsElement).open = true
  await expectAccessible(table)
})
