/** The small browser: pages drawn from answers, and where they lead. */

import { describe, expect, test } from 'vitest'
import type { Exchange } from '../../../lessons/lesson.ts'
import type { BrowserPane, Navigation } from '../../../web/inspect/browser-pane.ts'
import '../../../web/inspect/browser-pane.ts'
import { en } from '../../../web/words/en.ts'
import { exchangeWith } from '../../support/exchange-literal.ts'
import { expectAccessible, heard, mount, one } from '../../support/fixture.ts'

const ROOT = 'http://localhost/lessons/two-servers/client/'

const answer = (body: string, type = 'text/html; charset=utf-8', path = ''): Exchange =>
  exchangeWith({
    request: { method: 'GET', url: ROOT + path },
    response: { status: 200, headers: [['content-type', type]], body, url: ROOT + path },
  })

/** A pane whose empty page has loaded. */
async function show(exchange: Exchange | undefined) {
  const pane = await mount('bp-browser-pane', {
    page: '/pane.html',
    home: ROOT,
    words: en,
    exchange,
  })
  const frame = one(pane, 'iframe', HTMLIFrameElement)
  // Whatever stood in the frame before its page has come is gone with it.
  const isLoaded = () =>
    frame.contentDocument?.URL.endsWith('/pane.html') &&
    frame.contentDocument.readyState === 'complete'
  do await new Promise(requestAnimationFrame)
  while (!isLoaded())
  await new Promise(requestAnimationFrame)
  return { pane, page: frame.contentDocument!, went: heard<Navigation>(pane, 'navigate') }
}

const FORM = `<form action="get-token" method="post">
  <input name="username" value="john doe"><input name="password" value="a&b"><input type="submit">
</form>`

test('draws a page of the server', async () => {
  const { page } = await show(
    answer('<title>Data</title><dl><dt>username</dt><dd>johndoe</dd></dl>'),
  )
  expect(page.querySelector('dd')?.textContent).toBe('johndoe')
})

test('shows what is no page as text', async () => {
  const { page } = await show(answer('{"detail":"<b>x</b>"}', 'application/json'))
  expect(page.body.textContent).toBe('{"detail":"<b>x</b>"}')
  expect(page.body.children).toHaveLength(0)
})

test('draws the next answer in place of the last', async () => {
  const { pane, page } = await show(answer('<p>one</p>'))
  pane.exchange = answer('<p>two</p>')
  await pane.updateComplete
  expect(page.body.textContent).toBe('two')
})

describe('nothing of a page runs or gets out', () => {
  test.each([
    '<script>parent.broken = true</script>',
    '<img src=x onerror="parent.broken = true">',
    '<body onload="parent.broken = true">',
    '<svg onload="parent.broken = true"></svg>',
    '<iframe srcdoc="<script>top.broken = true</script>"></iframe>',
  ])('%s', async (markup) => {
    const { page } = await show(answer(`${markup}<p>drawn</p>`))
    expect(page.querySelector('p')?.textContent).toBe('drawn')
    // What would run, would have run by the time the frame has been asked to paint.
    await new Promise(requestAnimationFrame)
    expect('broken' in globalThis).toBe(false)
  })

  test('its frame allows no scripts', async () => {
    const { pane } = await show(undefined)
    const { sandbox } = one(pane, 'iframe', HTMLIFrameElement)
    expect([...sandbox].sort()).toEqual(['allow-forms', 'allow-same-origin'])
  })
})

describe('leads on', () => {
  test('by a form, with its fields as they are written on the wire', async () => {
    const { page, went } = await show(answer(FORM))
    page.querySelector<HTMLInputElement>('[type=submit]')!.click()
    expect(went).toEqual([
      { method: 'POST', url: `${ROOT}get-token`, body: 'username=john+doe&password=a%26b' },
    ])
  })

  test('by a form that asks, with its fields in the query', async () => {
    const { page, went } = await show(answer(FORM.replace('method="post"', '')))
    page.querySelector<HTMLInputElement>('[type=submit]')!.click()
    const url = `${ROOT}get-token?username=john+doe&password=a%26b`
    expect(went).toEqual([{ method: 'GET', url, body: '' }])
  })

  test('by a link, resolved against the page it stands on', async () => {
    const { page, went } = await show(answer('<a href="../x">on</a>', 'text/html', 'a/b'))
    page.querySelector('a')!.click()
    expect(went).toEqual([{ method: 'GET', url: `${ROOT}x`, body: '' }])
  })

  const button = (pane: BrowserPane, name: string) =>
    [...pane.renderRoot.querySelectorAll('button')].find(
      ({ textContent }) => textContent?.trim() === name,
    )!

  test('by its own buttons', async () => {
    const { pane, went } = await show(answer('<p>x</p>', 'text/html', 'test-users-me'))
    button(pane, en.pane.home).click()
    button(pane, en.pane.reload).click()
    expect(went.map(({ url }) => url)).toEqual([ROOT, `${ROOT}test-users-me`])
  })

  test('home alone, before there is a page', async () => {
    const { pane } = await show(undefined)
    expect(button(pane, en.pane.reload).disabled).toBe(true)
    expect(button(pane, en.pane.home).disabled).toBe(false)
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
