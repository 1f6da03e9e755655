/**
 * The course over plain http from another machine, as a class has it: no service worker, no Web Crypto. Every task is
 * done in the browser all the same.
 */

import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { course, lessonCalled } from '../../lessons/index.ts'
import { requiredOf, tasksOf } from '../../web/state/progress.ts'
import { withheldWords } from '../../web/words/withheld.ts'
import { everyWay } from '../support/every-way.ts'
import { WALKS } from '../support/walks.ts'
import { bench } from './support/bench.ts'
import { mouse } from './support/hand-of-mouse.ts'
import { startRealServer, startStaticCopy } from './support/playground.ts'
import { clearJournal, sharedVisit, turnTo } from './support/shared-visit.ts'
import { closeProfiles, sharedBrowser, visit } from './support/visit.ts'
import { WORDS } from './support/walk.ts'

/** A lesson is walked from end to end, and a busy machine is slow. */
const PATIENCE = 240_000

/** A name that is this machine's, and that no browser takes for it: such an origin is not secure. */
const NAME = 'lab.test'

/** The lesson that wants the most of what the browser keeps off there: signatures and keys. */
const MOST = 'jwt'

const words = WORDS.en

let browser: Browser
let copy: Awaited<ReturnType<typeof startStaticCopy>>
let url: string

beforeAll(async () => {
  browser = await sharedBrowser([`--host-resolver-rules=MAP ${NAME} 127.0.0.1`])
  copy = await startStaticCopy('/a/copy/', { hosts: [NAME] })
  url = copy.url.replace('localhost', NAME)
})
afterAll(async () => {
  await closeProfiles(browser)
  await copy?.stop()
})

const missing = (page: Page) =>
  page.evaluate(() => ({
    isSecureContext,
    subtle: 'subtle' in crypto && crypto.subtle !== undefined,
    serviceWorker: 'serviceWorker' in navigator,
    clipboard: 'clipboard' in navigator,
    locks: 'locks' in navigator,
  }))

const shared = sharedVisit(() => visit(browser, `${url}#/en/first-steps/invent`))

test('the browser keeps off what the page needs elsewhere, and the page says so and answers', async () => {
  const { page } = shared
  expect(await missing(page)).toEqual({
    isSecureContext: false,
    subtle: false,
    serviceWorker: false,
    clipboard: false,
    locks: false,
  })
  await page.getByText(words.mode.insecure).waitFor()
  // Redirects are followed by the page itself here.
  const { send, answer } = bench(page)
  await send({ path: '/items', scheme: 'Bearer', token: 'abc' })
  await page.getByText(/was redirected \(307\)/).waitFor()
  expect(await answer()).toEqual({ status: '200 OK', body: '{"token":"abc"}', challenge: '' })
})

test.each(
  course
    .map(({ slug }, index) => ({ slug, number: index + 1 }))
    .filter(({ slug }) => everyWay || slug === MOST),
)(
  'every task of lesson $number, $slug, is done',
  async ({ slug, number }) => {
    const { page } = shared
    const lesson = (await lessonCalled(slug))!
    await clearJournal(page)
    await turnTo(page, `#/en/${slug}/${lesson.pages[0]!.id}`)
    const hand = mouse(page, 'en')
    for (const [index, { page: id, act }] of WALKS[lesson.folder]!.entries()) {
      if (index > 0) await hand.next()
      await page.locator(`bp-lesson-page[page="${id}"]`).waitFor()
      await act(hand)
      if (lesson.pages[index]!.kind !== 'reading') {
        await page.locator('bp-task-card .kind.done').waitFor()
      }
    }
    const tasks = requiredOf(tasksOf(lesson)).length
    await page.getByText(words.progress(number, tasks, tasks), { exact: true }).waitFor()
  },
  PATIENCE,
)

describe('before the real server of a class', () => {
  let real: Awaited<ReturnType<typeof startRealServer>>
  beforeAll(async () => {
    const environment = { HOST: '0.0.0.0', ALLOWED_HOSTS: NAME, ALLOW_PUBLISHED_KEY: '1' }
    real = await startRealServer({ environment })
  })
  afterAll(() => real?.stop())

  const onName = (hash: string) => `${real.url.replace(/\/\/[^:/]+/, `//${NAME}`)}${hash}`

  test(
    'a page that attacks a weak server leads on into the browser, and is done there',
    async () => {
      const lesson = (await lessonCalled('stolen-cookie'))!
      const page = lesson.pages.find(({ kind }) => kind === 'break')!
      const walk = WALKS[lesson.folder]!
      const before = walk.slice(0, walk.findIndex(({ page: id }) => id === page.id) + 1)
      const { page: tab, leave } = await visit(browser, onName('#/en/stolen-cookie'))
      await tab.getByRole('button', { name: words.mode.real, pressed: true }).waitFor()
      const weak = Object.entries(lesson.servers).find(([, server]) => server.weak)![0]
      await tab.goto(onName(`#/en/stolen-cookie/${page.id}`))
      await tab.locator(`bp-lesson-page[page="${page.id}"]`).waitFor()
      await bench(tab).send({ server: weak })
      await tab.getByText(withheldWords.en).waitFor()
      await tab.locator('bp-withheld').getByRole('button', { name: words.failed.switch }).click()
      await tab.getByRole('button', { name: words.mode.browser, pressed: true }).waitFor()
      // Nothing but files of the page is asked for from here on: no weak server stands on the host.
      const asked: string[] = []
      tab.on('request', (request) => asked.push(new URL(request.url()).pathname))
      const hand = mouse(tab, 'en')
      await tab.goto(onName('#/en/stolen-cookie'))
      await tab.goto(onName(`#/en/stolen-cookie/${walk[0]!.page}`))
      for (const [index, { page: id, act }] of before.entries()) {
        if (index > 0) await hand.next()
        await tab.locator(`bp-lesson-page[page="${id}"]`).waitFor()
        await act(hand)
      }
      await tab.locator('bp-task-card .kind.done').waitFor()
      expect(asked.filter((path) => path.startsWith('/lessons/'))).toEqual([])
      // Browsers say so of every page over plain http.
      await leave(/Cross-Origin-Opener-Policy header has been ignored/)
    },
    PATIENCE,
  )
})
