/** One HTTP message as it stood on the wire. */

import { expect, test } from 'vitest'
import '../../../web/inspect/raw-message.ts'
import type { RawMessage } from '../../../web/inspect/raw-message.ts'
import { en } from '../../../web/words/en.ts'
import { all, BOTH, expectAccessible, mount, one, textIn } from '../../support/fixture.ts'

const REQUEST: Partial<RawMessage> = {
  heading: 'Request',
  aside: '3 ms',
  firstLine: 'POST /token?a=1 HTTP/1.1',
  headers: [
    ['accept', '*/*'],
    ['sec-fetch-mode', 'cors'],
    ['Authorization', 'Bearer foobar'],
    ['X-Twice', 'a'],
    ['X-Twice', 'b'],
  ],
  body: 'username=johndoe&password=%20',
  words: en,
}

const show = (part: Partial<RawMessage> = {}) => mount('bp-raw-message', { ...REQUEST, ...part })

const linesOf = (element: Element) => all(element, '.wire > div').map(textIn)

test('shows the first line, each header line in its order, an empty line and the body', async () => {
  const element = await show()
  expect(linesOf(element)).toEqual([
    'POST /token?a=1 HTTP/1.1',
    'accept: */*',
    'sec-fetch-mode: cors',
    'Authorization: Bearer foobar',
    'X-Twice: a',
    'X-Twice: b',
    '',
    'username=johndoe&password=%20',
  ])
  expect(textIn(element)).toMatch(/^Request 3 ms/)
})

test('says so when there is no body', async () => {
  expect(linesOf(await show({ body: '' })).at(-1)).toBe(en.exchange.noBody)
})

const awkward = ['  two  blanks ', '{"a":\n  1}\n', 'tab\there', '<b>not bold</b>', '열쇠 🔑']

test.each(awkward)('the body %j keeps each of its characters, blanks too', async (body) => {
  const text = one(await show({ body }), '.body bp-long-text')
  expect(text.shadowRoot!.textContent).toBe(body)
  expect(getComputedStyle(text).whiteSpaceCollapse).toBe('preserve')
})

test.each(awkward)(
  'the header value %j keeps each of its characters, blanks too',
  async (value) => {
    const element = await show({ headers: [['X-A', value]] })
    const text = one(all(element, '.wire > div')[1]!, 'bp-long-text')
    expect(text.shadowRoot!.textContent).toBe(value)
    expect(getComputedStyle(text).whiteSpaceCollapse).toBe('preserve')
  },
)

test('folds the headers it is told to, and counts them', async () => {
  const element = await show({ folded: (name) => /^(sec-.*|accept)$/i.test(name) })
  const button = one(element, '.fold button')
  expect(textIn(button)).toBe(en.exchange.ownHeaders(2))
  expect(button.getAttribute('aria-expanded')).toBe('false')
  expect(linesOf(element)).not.toContain('accept: */*')

  button.click()
  await element.updateComplete
  expect(button.getAttribute('aria-expanded')).toBe('true')
  expect(linesOf(element)).toContain('accept: */*')
  expect(linesOf(element)).toContain('sec-fetch-mode: cors')
})

test('has nothing to unfold when no header is folded', async () => {
  expect(all(await show(), '.fold')).toEqual([])
})

test.each(['stop', 'accent', 'pass'] as const)(
  'marks the header that decided as %s, however its name is written',
  async (tone) => {
    const element = await show({ marked: { name: 'authorization', tone } })
    expect(textIn(one(element, `.mark-${tone}`))).toBe('Authorization: Bearer foobar')
    expect(all(element, '[class*=mark-]')).toHaveLength(1)
  },
)

test.each(['good', 'bad', 'none'] as const)('colours a first line that is %s', async (tone) => {
  expect(one(await show({ tone }), '.first').classList).toContain(tone)
})

test.each(BOTH)('is accessible in $language', async ({ words }) => {
  const element = await show({
    words,
    tone: 'bad',
    marked: { name: 'authorization', tone: 'stop' },
    folded: (name) => name === 'accept',
    body: 'x'.repeat(500),
  })
  await expectAccessible(element)
})
