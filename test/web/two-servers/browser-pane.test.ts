/** The small browser: pages drawn from answers in an origin of their own, and where they lead. */

import { describe, expect, test } from 'vitest'
import type { Exchange } from '../../../lessons/exchange/exchange.ts'
import type { Navigation } from '../../../web/state/navigation.ts'
import type { BrowserPane } from '../../../web/two-servers/browser-pane.ts'
import '../../../web/two-servers/browser-pane.ts'
import { en } from '../../../web/words/en.ts'
import { twoServersWords } from '../../../web/words/two-servers.ts'
import { exchangeWith } from '../../support/exchange-literal.ts'
import { expectAccessible, heard, mount, one } from '../../support/fixture.ts'

const ROOT = 'http://localhost/lessons/two-servers/client/'

const answer = (
  body: string,
  type = 'text/html; charset=utf-8',
  path = '',
  method = 'GET',
): Exchange =>
  exchangeWith({
    request: { method, url: ROOT + path },
    response: { status: 200, headers: [['content-type', type]], body, url: ROOT + path },
  })

/** A pane, and where it was led. */
async function show(exchange: Exchange | undefined) {
  const pane = await mount('bp-browser-pane', { home: ROOT, words: en, exchange })
  return { pane, went: heard<Navigation>(pane, 'navigate') }
}

/** What the page in the frame says, without a page: a walk through the built playground has real ones. */
function say(pane: Element, detail: unknown) {
  one(pane, 'bp-frame').dispatchEvent(new CustomEvent('frame-message', { detail }))
}

test('its frame is of no origin', async () => {
  const { pane } = await show(undefined)
  const frame = one(pane, 'iframe', HTMLIFrameElement)
  expect([...frame.sandbox].sort()).toEqual(['allow-forms', 'allow-scripts'])
})

describe('leads on', () => {
  const fields = [
    ['username', 'john doe'],
    ['password', 'a&b'],
  ]
  const form = { kind: 'form', action: 'get-token', fields }

  test.each([
    [
      'a form, with its fields as they are written on the wire',
      { ...form, method: 'post' },
      { method: 'POST', url: 'a/get-token', body: 'username=john+doe&password=a%26b' },
    ],
    [
      'a form that asks, with its fields in the query',
      { ...form, method: 'get', action: 'get-token?old=1' },
      { method: 'GET', url: 'a/get-token?username=john+doe&password=a%26b', body: '' },
    ],
    [
      'a form to the page itself',
      { ...form, method: 'post', action: '', fields: [] },
      { method: 'POST', url: 'a/b', body: '' },
    ],
    ['a link', { kind: 'link', href: '../x' }, { method: 'GET', url: 'x', body: '' }],
  ])('by %s, resolved against the page it stands on', async (_, said, { url, ...wanted }) => {
    const { pane, went } = await show(answer('', 'text/html', 'a/b'))
    say(pane, said)
    expect(went).toEqual([{ ...wanted, url: ROOT + url }])
  })

  const button = (pane: BrowserPane, name: string) =>
    [...pane.renderRoot.querySelectorAll('button')].find(
      ({ textContent }) => textContent?.trim() === name,
    )!

  test('by its own buttons', async () => {
    const { pane, went } = await show(answer('<p>x</p>', 'text/html', 'test-users-me'))
    button(pane, twoServersWords.en.pane.home).click()
    button(pane, twoServersWords.en.pane.reload).click()
    expect(went.map(({ url }) => url)).toEqual([ROOT, `${ROOT}test-users-me`])
  })

  test('home alone, before there is a page', async () => {
    const { pane } = await show(undefined)
    expect(button(pane, twoServersWords.en.pane.reload).disabled).toBe(true)
    expect(button(pane, twoServersWords.en.back).disabled).toBe(true)
    expect(button(pane, twoServersWords.en.pane.home).disabled).toBe(false)
  })

  test('back, page by page, and past the answers of forms', async () => {
    const { pane, went } = await show(answer('', 'text/html', 'one'))
    for (const next of [
      answer('', 'text/html', 'two'),
      answer('', 'text/html', 'get-token', 'POST'),
    ]) {
      pane.exchange = next
      await pane.updateComplete
    }
    const back = button(pane, twoServersWords.en.back)
    for (const path of ['two', 'one']) {
      back.click()
      expect(went.at(-1)).toEqual({ method: 'GET', url: ROOT + path, body: '' })
      pane.exchange = answer('', 'text/html', path)
      await pane.updateComplete
    }
    expect(back.disabled).toBe(true)
  })
})

describe('a message', () => {
  const link = { kind: 'link', href: '/x' }

  test.each([
    ['of another window', () => window],
    ['of nobody', () => null],
    [
      'of the frame itself, past the channel',
      (pane: Element) => one(pane, 'iframe', HTMLIFrameElement).contentWindow,
    ],
  ])('%s leads nowhere', async (_, sourceIn) => {
    const { pane, went } = await show(answer('<p>x</p>'))
    for (const data of [link, { type: 'pane', ...link }]) {
      dispatchEvent(new MessageEvent('message', { data, source: sourceIn(pane) }))
    }
    expect(went).toEqual([])
  })

  test.each([
    null,
    'link',
    { href: '/x' },
    { ...link, href: 7 },
    { ...link, href: 'http://[' },
    { ...link, kind: 'constructor' },
    { kind: 'form', method: 'post', action: '/x' },
    { kind: 'form', method: 'post', action: '/x', fields: [['a']] },
    { kind: 'form', method: 'post', action: '/x', fields: [['a', {}]] },
    { kind: 'form', method: 1, action: '/x', fields: [] },
  ])('that is none of ours leads nowhere: %j', async (data) => {
    const { pane, went } = await show(answer('<p>x</p>'))
    say(pane, data)
    expect(went).toEqual([])
  })
})

test('says which page it shows, below the lesson', async () => {
  const { pane } = await show(answer('', 'text/html', 'test-users-me'))
  expect(one(pane, '.address').textContent).toBe('…/client/test-users-me')
})

test('is accessible', async () => {
  const { pane } = await show(answer('<p>x</p>'))
  await expectAccessible(pane)
})
