/** A stranger's page frames, opens and talks to whatever is ours: nothing obeys it, and nothing is drawn in it. */

import type { Frame, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type Playground, startRealServer, startStaticCopy } from './support/playground.ts'
import { opened } from './support/opened.ts'
import { framed, harassed, startStranger } from './support/stranger.ts'
import { answered, WORDS } from './support/walk.ts'
import { twoServersWords } from '../../web/words/two-servers.ts'

const { en } = WORDS

const here = opened(startStranger)
let page: Page

beforeAll(async () => {
  page = await here.browser.newPage()
  await page.goto(here.playground.url)
})
afterAll(() => page?.close())

/** With a `sandbox` of the stranger's, an origin is "null" whosever page it is. */
const OPAQUE = 'allow-scripts allow-forms allow-popups'
const SAME_ORIGIN = 'allow-scripts allow-same-origin allow-forms allow-popups'

const DOCS = 'docs.html?mode=browser&openapi='

/** Frees the stranger's page of what it framed: all of it would go on to run. */
const unframe = () =>
  page.evaluate(() => document.querySelectorAll('iframe').forEach((frame) => frame.remove()))

/** What could be used: a stranger's frame has none of it. */
const controls = (frame: Frame) => frame.locator('input, button, form, textarea, select').count()

describe('a server keeps its pages out of all frames', () => {
  let real: Awaited<ReturnType<typeof startRealServer>>
  beforeAll(async () => {
    real = await startRealServer({ args: ['--faithful'] })
  })
  afterAll(async () => {
    await real?.stop()
    await unframe()
  })

  test.each([
    ['url', ''],
    ['url', '#/en/stolen-cookie/steal'],
    ['url', `${DOCS}/lessons/first-steps/api/openapi.json`],
    ['url', 'attack.html'],
    ['url', 'pane.html'],
    ['url', 'lessons/first-steps/api/docs'],
    ['url', 'lessons/two-servers/client/'],
    ['url', 'lessons/two-servers/client/docs'],
    ['url', 'lessons/two-servers/faithful/'],
    ['url', 'lessons/stolen-cookie/client/'],
    ['url', 'lessons/stolen-cookie/faithful/'],
    ['authUrl', 'docs'],
    ['clientUrl', ''],
    ['clientUrl', 'docs'],
  ] as const)('%s of /%s', async (server, path) => {
    for (const sandbox of [null, OPAQUE]) {
      const frame = await framed(page, real[server] + path, sandbox)
      // What a browser shows in place of what may not be framed.
      await frame.waitForURL(/^chrome-error:/)
    }
  })
})

const EVERYONE = { 'access-control-allow-origin': '*' }

const REFUSAL = 'This page does not open inside another site.'

describe.each([
  // Without leave to read them, a page of an opaque origin cannot even load its own modules.
  { host: 'a static copy', readable: false },
  { host: 'a static copy whose host lets everyone read', readable: true },
])('$host refuses by itself', ({ readable }) => {
  let copy: Playground
  beforeAll(async () => {
    copy = await startStaticCopy('/a/copy/', { headers: readable ? EVERYONE : {} })
  })
  afterAll(() => copy?.stop())

  test.each([
    { path: '#/en/stolen-cookie/steal', isOurs: true },
    { path: `${DOCS}/a/copy/lessons/first-steps/api/openapi.json`, isOurs: true },
    { path: 'attack.html', isOurs: false },
    { path: 'pane.html', isOurs: false },
  ])('/$path', async ({ path, isOurs }) => {
    for (const sandbox of readable ? [OPAQUE, SAME_ORIGIN] : [null, OPAQUE]) {
      const frame = await framed(page, copy.url + path, sandbox)
      const runs = isOurs && (readable || sandbox !== OPAQUE)
      if (runs) await frame.getByText(REFUSAL).waitFor()
      expect(await harassed(page, 'frames[0]', frame), String(sandbox)).toEqual([])
      expect(await controls(frame), String(sandbox)).toBe(0)
      expect(await frame.getByText('owned').count()).toBe(0)
      if (runs) {
        const link = frame.getByRole('link', { name: 'Open it in a tab of its own' })
        expect(await link.getAttribute('href')).toBe(copy.url + path)
        expect(await link.getAttribute('rel')).toBe('noreferrer')
      }
      await unframe()
    }
  })
})

test('a page that the stranger has opened does not listen to it, and its frames are out of reach', async () => {
  // A host that lets everyone read helps the stranger most.
  const copy = await startStaticCopy('/a/copy/', { headers: EVERYONE })
  onTestFinished(copy.stop)
  const opened = page.waitForEvent('popup')
  await page.evaluate(
    (url) => Object.assign(globalThis, { opened: open(url) }),
    `${copy.url}#/en/two-servers/small-browser`,
  )
  const ours = await opened
  await ours.getByRole('tab', { name: en.tabs.pane }).click()
  await answered(ours, () =>
    ours.getByRole('button', { name: twoServersWords.en.pane.home, exact: true }).click(),
  )
  const pane = ours.frames()[1]!
  await pane.getByPlaceholder('Username').waitFor()
  // Frames in shadow trees cannot be had by number; what cannot be had is sent nothing.
  expect(await page.evaluate('opened.length')).toBe(0)
  expect(await harassed(page, 'opened', ours.mainFrame())).toEqual([])
  expect(await pane.getByPlaceholder('Username').count()).toBe(1)
  expect(await pane.getByText('owned').count()).toBe(0)
  expect(await ours.getByRole('tab').nth(2).innerText()).toMatch(/\s1$/)
  await ours.close()
})
