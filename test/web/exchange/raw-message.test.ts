/** One HTTP message as it stood on the wire. */

import { describe, expect, test } from 'vitest'
import { LongText } from '../../../web/exchange/long-text.ts'
import '../../../web/exchange/raw-message.ts'
// Loaded on demand in the page; here it is there from the start.
import '../../../web/token/token-link.ts'
import type { RawMessage } from '../../../web/exchange/raw-message.ts'
import { en } from '../../../web/words/en.ts'
import {
  all,
  BOTH,
  byRole,
  charactersIn,
  expectAccessible,
  heard,
  mount,
  one,
  rendered,
  textIn,
} from '../../support/fixture.ts'

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
  expect(charactersIn(text)).toBe(body)
  expect(getComputedStyle(text).whiteSpaceCollapse).toBe('preserve')
})

test.each(awkward)(
  'the header value %j keeps each of its characters, blanks too',
  async (value) => {
    const element = await show({ headers: [['X-A', value]] })
    const text = one(all(element, '.wire > div')[1]!, 'bp-long-text')
    expect(charactersIn(text)).toBe(value)
    expect(getComputedStyle(text).whiteSpaceCollapse).toBe('preserve')
  },
)

describe('a long JSON body', () => {
  const value = { detail: 'a  "b"', list: [1, { text: 'x'.repeat(100) }], nothing: {} }
  const sent = JSON.stringify(value)
  const toggles = (element: Element) => byRole(element, 'button', en.exchange.laidOut)

  test('is laid out, and one click shows it as it was sent', async () => {
    const element = await show({ body: sent })
    const [button] = toggles(element)
    expect(charactersIn(one(element, '.body bp-secret'))).toBe(JSON.stringify(value, null, 2))
    expect(getComputedStyle(one(element, '.body bp-secret')).whiteSpaceCollapse).toBe('preserve')
    expect(button!.ariaPressed).toBe('true')

    button!.click()
    await rendered()
    expect(charactersIn(one(element, '.body bp-long-text'))).toBe(sent)
    expect(button!.ariaPressed).toBe('false')

    button!.click()
    await rendered()
    expect(charactersIn(one(element, '.body bp-secret'))).toBe(JSON.stringify(value, null, 2))
  })

  test('with blanks between its parts is laid out too', async () => {
    const element = await show({ body: sent.replaceAll(':', ': ') })
    expect(charactersIn(one(element, '.body bp-secret'))).toBe(JSON.stringify(value, null, 2))
  })

  const text = 'x'.repeat(120)
  test.each([
    ['of 120 characters', JSON.stringify({ a: 'x'.repeat(112) })],
    ['that is no JSON after all', `${sent}x`],
    ['that is one long text', JSON.stringify(text)],
    ['that came over several lines', JSON.stringify(value, null, 2)],
    ['with a key that occurs twice', `{"a":1,"a":"${text}"}`],
    ['with a number too long to be kept', `{"a":12345678901234567890,"b":"${text}"}`],
    ['with a letter written as an escape', `{"a":"\\u0061${text}"}`],
    ['that would not fit a screen', JSON.stringify({ a: 'x'.repeat(20_000) })],
    ['whose nesting would not fit a screen', `${'['.repeat(500)}${']'.repeat(500)}`],
  ])('%s stays as it was sent', async (_, body) => {
    const element = await show({ body })
    expect(one(element, '.body bp-long-text', LongText).text).toBe(body)
    expect(toggles(element)).toEqual([])
  })

  test.each(BOTH)('is accessible in $language', async ({ words }) => {
    await expectAccessible(await show({ body: sent, words }))
  })
})

describe('the way to the token inspector', () => {
  test.each([
    ['an Authorization header', { headers: [['authorization', 'Bearer a.b.c']] }],
    ['a cookie', { headers: [['Cookie', 'x=y; jwt_token=a.b.c']] }],
    ['a Set-Cookie line', { headers: [['set-cookie', 'jwt_token="a.b.c"; HttpOnly']] }],
    ['a token response', { body: '{"access_token":"a.b.c","token_type":"bearer"}' }],
  ] as [string, Partial<RawMessage>][])('leads from %s', async (_, message) => {
    const element = await show({ headers: [], ...message })
    const asked = heard<string>(document.body, 'show-token')
    byRole(element, 'button', en.anatomy.inspect)[0]!.click()
    expect(asked).toEqual(['a.b.c'])
  })

  test('is none where there is no token', async () => {
    const headers: RawMessage['headers'] = [
      ['authorization', 'Basic abc'],
      ['cookie', 'a=b'],
    ]
    expect(byRole(await show({ headers, body: '{"access_token":""}' }), 'button')).toEqual([])
  })
})

test('folds the headers it is told to, and counts them', async () => {
  const element = await show({ folded: (name) => /^(sec-.*|accept)$/i.test(name) })
  const [button] = byRole(element, 'button', en.exchange.ownHeaders(2))
  expect(button!.ariaExpanded).toBe('false')
  expect(linesOf(element)).not.toContain('accept: */*')

  button!.click()
  await element.updateComplete
  expect(button!.ariaExpanded).toBe('true')
  expect(linesOf(element)).toContain('accept: */*')
  expect(linesOf(element)).toContain('sec-fetch-mode: cors')
})

test('counts a single folded header as one', async () => {
  const element = await show({ folded: (name) => name === 'accept' })
  expect(byRole(element, 'button', '1 header the browser added')).toHaveLength(1)
})

test('has nothing to unfold when no header is folded', async () => {
  expect(byRole(await show(), 'button', undefined, { expanded: false })).toEqual([])
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
