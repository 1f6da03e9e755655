/** The small browser in the built page: what it draws, and that nothing it draws runs or gets out. */

import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Playground, startStaticCopy } from './support/playground.ts'
import { closeProfiles, sharedBrowser, visit, type Visit } from './support/visit.ts'
import { answered, WORDS } from './support/walk.ts'
import { twoServersWords } from '../../web/words/two-servers.ts'

let browser: Browser
let playground: Playground
let page: Page
let leave: Visit['leave']

beforeAll(async () => {
  browser = await sharedBrowser()
  playground = await startStaticCopy('/a/copy/')
  ;({ page, leave } = await visit(browser, `${playground.url}#/en/two-servers/small-browser`))
  await page.getByRole('tab', { name: WORDS.en.tabs.pane }).click()
  await page.locator('bp-browser-pane').waitFor()
})
afterAll(async () => {
  // What its policy keeps a page from, a browser tells.
  await leave?.(/Content Security Policy|^Blocked autofocusing/)
  await closeProfiles(browser)
  await playground?.stop()
})

const frame = () => page.frameLocator('bp-browser-pane iframe')

/** Lets the pane show an answer that no server of ours would give. */
async function draw(body: string, type = 'text/html; charset=utf-8') {
  await page.locator('bp-browser-pane').evaluate(
    (pane, { body, type }) => {
      const url = `${(pane as unknown as { home: string }).home}test-users-me`
      const exchange = {
        request: { method: 'GET', url },
        response: { status: 200, headers: [['content-type', type]], body, url },
      }
      Object.assign(pane, { exchange })
    },
    { body, type },
  )
}

test('draws a page of the server', async () => {
  await draw('<title>Data</title><dl><dt>username</dt><dd>johndoe</dd></dl>')
  await frame().getByRole('definition').getByText('johndoe').waitFor()
})

test('shows what is no page as text', async () => {
  await draw('{"detail":"<b>x</b>"}', 'application/json')
  await frame().getByText('{"detail":"<b>x</b>"}', { exact: true }).waitFor()
})

test('draws the next answer in place of the last', async () => {
  await draw('<p>one</p>')
  await frame().getByText('one').waitFor()
  await draw('<p>two</p>')
  await frame().getByText('two').waitFor()
  expect(await frame().getByText('one').count()).toBe(0)
})

describe('nothing of a page runs or gets out', () => {
  beforeEach(() =>
    page.evaluate(() => {
      const heard: unknown[] = []
      Object.assign(globalThis, { heard })
      addEventListener('message', ({ data }) => data === 'broken' && heard.push(data))
    }),
  )

  const SAY = `top.postMessage('broken','*')`

  test.each([
    `<script>${SAY}</script>`,
    `<img src=x onerror="${SAY}">`,
    `<body onload="${SAY}">`,
    `<svg onload="${SAY}"></svg>`,
    `<iframe srcdoc="<script>${SAY}</script>"></iframe>`,
    `<meta http-equiv="refresh" content="0;url=data:text/html,<script>${SAY}</script>">`,
    `<base href="https://evil.example/">`,
    `<form action="javascript:${SAY}"><input autofocus onfocus="${SAY}"></form>`,
  ])('%s', async (markup) => {
    await draw(`${markup}<p>drawn</p><button onclick="${SAY}">press</button>`)
    await frame().getByText('drawn').waitFor()
    await frame().getByText('press').click()
    expect(
      await frame()
        .locator('body')
        .evaluate(() => origin),
    ).toBe('null')
    expect(await page.evaluate(() => (globalThis as { heard?: unknown[] }).heard)).toEqual([])
  })
})

test('a link of another kind does not take the frame elsewhere', async () => {
  await draw('<svg><a xlink:href="./"><text y="20">away</text></a></svg>')
  await frame().getByText('away').click()
  await draw('<p>next</p>')
  await frame().getByText('next').waitFor()
})

test('a form of a page is sent by the bench, and its answer is the next page', async () => {
  await page.getByRole('button', { name: twoServersWords.en.pane.home, exact: true }).click()
  await frame().getByPlaceholder('Username').fill('johndoe')
  await frame().getByPlaceholder('Password').fill('secret')
  await answered(page, () => frame().getByRole('button', { name: 'Login' }).click())
  await frame().getByText('Logged in as johndoe').waitFor()
})

test('draws with the host gone, in a frame that was not there before', async () => {
  await page.getByRole('tab', { name: WORDS.en.tabs.code }).click()
  await page.locator('bp-browser-pane').waitFor({ state: 'detached' })
  await playground.stop()
  await page.getByRole('tab', { name: WORDS.en.tabs.pane }).click()
  await page.locator('bp-browser-pane iframe').waitFor()
  await draw('<p>still here</p>')
  await frame().getByText('still here').waitFor()
})
