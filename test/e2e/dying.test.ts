/** Anything behind the page can die: there is an answer or a sentence, a way to wait no more, and a next time. */

import { spawnSync } from 'node:child_process'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lessonCalled } from '../../lessons/index.ts'
import { requiredOf, tasksOf } from '../../web/state/progress.ts'
import { docsWords } from '../../web/words/docs.ts'
import { bench } from './support/bench.ts'
import { startRealServer, startStaticCopy } from './support/playground.ts'
import { savesData } from './support/saves-data.ts'
import { sharedVisit, turnTo } from './support/shared-visit.ts'
import { closeProfiles, profile, sharedBrowser, visit, visitIn } from './support/visit.ts'
import { WORDS } from './support/walk.ts'

const { en } = WORDS
const INVENT = '#/en/first-steps/invent'
/** What a browser says of files that a test takes away. */
const LOST =
  /Failed to load resource|fetching the script|ERR_FAILED|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED/

let browser: Browser
let copy: Awaited<ReturnType<typeof startStaticCopy>>

beforeAll(async () => {
  browser = await sharedBrowser()
  copy = await startStaticCopy()
})
afterAll(async () => {
  await closeProfiles(browser)
  await copy?.stop()
})

const RUNNER = /\/assets\/runner\.worker-/

async function stopServiceWorkers(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
}

/** What reached the host and was meant for a lesson's server. */
const leaked = ({ asked } = copy) => asked.filter((request) => /\/lessons\/|^(?!GET)/.test(request))

const alert = (page: Page) => page.locator('bp-result').getByRole('alert')

const ready = (page: Page) => page.locator('bp-result .empty').waitFor()

/** Waits until all is there that answers, but for what the first request brings. */
async function prepared(page: Page) {
  await ready(page)
  const isControlled = () => page.evaluate(() => navigator.serviceWorker.controller !== null)
  await expect.poll(isControlled).toBe(true)
  await expect.poll(() => page.workers().length).toBe(1)
}

/** Loses the files that fit, until `found` is called. */
async function lose(page: Page, files: RegExp) {
  await page.context().route(files, (route) => route.abort())
  return () => page.context().unroute(files)
}

test('a worker whose script did not come with the page is loaded with the next request', async () => {
  const context = await profile(browser)
  await context.addInitScript(savesData)
  await context.route(RUNNER, (route) => route.abort())
  const { page, leave } = await visitIn(context, copy.url + INVENT)
  await page.getByText(en.mode.failed).waitFor()

  const { write, sendButton, send, answer } = bench(page)
  await write({ scheme: 'Bearer', token: 'abc' })
  await sendButton.click()
  await alert(page).getByText(en.failed['not-loaded']).waitFor()
  await page.getByText(en.progress(1, 0, 8)).waitFor()

  await context.unroute(RUNNER)
  await send()
  expect((await answer()).body).toBe('{"token":"abc"}')
  await expect.poll(() => page.getByText(en.mode.failed).count()).toBe(0)
  expect(leaked()).toEqual([])
  await leave(LOST)
  await context.close()
})

describe('in one visit, the worker and its host', () => {
  let host: Awaited<ReturnType<typeof startStaticCopy>>
  beforeAll(async () => {
    host = await startStaticCopy()
  })
  afterAll(() => host?.stop())

  const shared = sharedVisit(() => visit(browser, `${host.url}#/en/first-steps/knock`), LOST)

  test('a worker that cannot load a lesson says so, proves nothing, and loads it the next time', async () => {
    const { page } = shared
    await prepared(page)
    const found = await lose(page, /\/assets\/app-/)
    const option = page.locator('bp-task-card').getByRole('radio').first()
    await option.check()
    await page.locator('bp-task-card').getByRole('button', { name: en.task.send }).click()
    await alert(page).getByText(en.failed['not-loaded']).waitFor()
    await page.getByText(en.progress(1, 0, 8)).waitFor()

    await found()
    await bench(page).send()
    expect((await bench(page).answer()).status).toBe('401 Unauthorized')
    await page.getByText(en.progress(1, 1, 8)).waitFor()
    expect(leaked(host)).toEqual([])
  })

  test('a worker that was ended is started anew, in the lesson and in the next one', async () => {
    const { page } = shared
    await turnTo(page, INVENT)
    const { send, answer } = bench(page)
    await send({ scheme: 'Bearer', token: 'abc' })
    for (const [place, title, token] of [
      [INVENT, 'A token you made up', 'again'],
      ['#/en/current-user', 'Whose token is it?', 'johndoe'],
    ] as const) {
      const [worker] = page.workers()
      await worker!.evaluate(() => self.close())
      await page.evaluate((hash) => {
        location.hash = hash
      }, place)
      // What is written before the page is open belongs to the one before.
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      await send({ scheme: 'Bearer', token })
      expect((await answer()).status).toBe('200 OK')
    }
    expect(leaked(host)).toEqual([])
  })

  test('a host that is out of reach before a lesson’s first request is said to be, and nothing is proved', async () => {
    const { page } = shared
    await turnTo(page, '#/en/password-flow/login')
    const tasks = requiredOf(tasksOf((await lessonCalled('password-flow'))!)).length
    await ready(page)
    await page.context().setOffline(true)
    await page.locator('bp-task-card').getByRole('radio').first().check()
    await page.locator('bp-task-card').getByRole('button', { name: en.task.send }).click()
    await alert(page).getByText(en.failed['not-loaded']).waitFor()
    await page.getByText(en.progress(3, 0, tasks)).waitFor()
    expect(await page.getByText(/Internal Server Error|stack/).count()).toBe(0)

    await page.context().setOffline(false)
    await bench(page).send()
    await page.getByText(en.progress(3, 1, tasks)).waitFor()
  })

  test('a worker that never answers a request is waited for seven seconds, and asked again', async () => {
    const { page } = shared
    await turnTo(page, INVENT)
    const { sendButton, write, send, answer } = bench(page)
    await send({ scheme: 'Bearer', token: 'abc' })
    await page.evaluate(() => {
      const { prototype } = Worker
      // eslint-disable-next-line typescript/unbound-method -- it is called on whatever worker posts
      const { postMessage } = prototype
      prototype.postMessage = function (this: Worker, message: { request?: { url: string } }) {
        // What the server describes of itself is asked for too, once somebody writes.
        if (message.request?.url.endsWith('/items/') && !('lost' in window))
          Object.assign(window, { lost: true })
        else postMessage.call(this, message)
      }
    })
    await page.clock.install()
    await write({ token: 'lost' })
    // The seven seconds would be over for a question to the worker that is still to be answered, too.
    await page.locator('#paths option').first().waitFor({ state: 'attached' })
    await sendButton.click()
    await expect.poll(() => page.evaluate(() => 'lost' in window)).toBe(true)
    await page.clock.runFor(7_000)
    await alert(page).getByText(en.failed['browser-late']).waitFor()
    await send({ token: 'again' })
    expect((await answer()).body).toBe('{"token":"again"}')
    expect(leaked(host)).toEqual([])
  })

  test('a host that is gone is not missed by a lesson that runs', async () => {
    const { send, answer } = bench(shared.page)
    await host.stop()
    await send({ scheme: 'Bearer', token: 'alone' })
    expect((await answer()).body).toBe('{"token":"alone"}')
  })
})

describe('the service worker', () => {
  const shared = sharedVisit(() => visit(browser, copy.url + INVENT), LOST)

  test.each([
    ['stopped by the browser', stopServiceWorkers],
    [
      'unregistered',
      (page: Page) =>
        page.evaluate(async () => {
          for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister()
        }),
    ],
    [
      'deleted with all that the browser keeps of the site',
      async (page: Page) => {
        const session = await page.context().newCDPSession(page)
        await session.send('Storage.clearDataForOrigin', {
          origin: new URL(copy.url).origin,
          storageTypes: 'service_workers',
        })
      },
    ],
  ])(
    '%s under the page leaves no request without an answer, and none to the host',
    async (_, end) => {
      const { page } = shared
      const { send, answer } = bench(page)
      await send({ scheme: 'Bearer', token: 'abc' })
      await end(page)
      for (const token of ['first', 'second']) {
        await send({ scheme: 'Bearer', token })
        expect((await answer()).body).toBe(`{"token":"${token}"}`)
      }
      await expect.poll(() => page.getByText(en.mode.direct).count()).toBe(0)
      expect(leaked()).toEqual([])
    },
  )

  test('lets nothing that is meant for this browser through, though MSW would', async () => {
    const { page } = shared
    const { send } = bench(page)
    await send({ scheme: 'Bearer', token: 'abc' })
    const ask = (accept: string) =>
      page.evaluate(
        (accept) =>
          fetch('lessons/password-flow/api/token', {
            method: 'POST',
            body: 'password=secret',
            headers: { 'x-playground-stage': 'browser', accept },
          }).then(
            ({ status }) => `answered ${status}`,
            () => 'kept',
          ),
        accept,
      )
    expect(await ask('msw/passthrough')).toBe('kept')
    await page.evaluate(() => navigator.serviceWorker.controller!.postMessage('CLIENT_CLOSED'))
    // Until the service worker has heard it, the page's own worker answers.
    await expect.poll(() => ask('*/*')).toBe('kept')
    expect(leaked()).toEqual([])
  })
})

describe('the docs page, in one visit', () => {
  const shared = sharedVisit(() => visit(browser, `${copy.url}#/en/password-flow`), LOST)

  const frame = () => shared.page.frameLocator('bp-docs-panel iframe')

  type Docs = ReturnType<typeof frame> | Page

  /** Logs in by Swagger's own form, which is open then. */
  async function logIn(docs: Docs) {
    await docs.locator('.btn.authorize').first().click()
    await docs.locator('#oauth_username').fill('johndoe')
    await docs.locator('#oauth_password').fill('secret')
    await docs.getByRole('button', { name: 'Apply given OAuth2 credentials' }).click()
  }

  /** Waits until it says that the login is there, and logs out. */
  async function logOut(docs: Docs) {
    await docs.getByText('Authorized', { exact: true }).waitFor()
    await docs.getByRole('button', { name: 'Remove authorization' }).click()
    await docs.getByRole('button', { name: 'Close', exact: true }).click()
  }

  test('logs in though the service worker was stopped, and the host hears nothing of it', async () => {
    const { page } = shared
    await page.getByRole('tab', { name: en.tabs.docs }).click()
    await frame().locator('.btn.authorize').waitFor()
    await stopServiceWorkers(page)
    await logIn(frame())
    await logOut(frame())
    expect(leaked()).toEqual([])
  })

  test('goes on when the worker behind it was ended', async () => {
    await shared.page.workers()[0]!.evaluate(() => self.close())
    await logIn(frame())
    await logOut(frame())
    expect(leaked()).toEqual([])
  })

  test('says that nothing was sent when the worker cannot be loaded again', async () => {
    const { page } = shared
    await page.workers()[0]!.evaluate(() => self.close())
    const found = await lose(page, RUNNER)
    await logIn(frame())
    // Swagger UI says it in two places.
    await frame().getByText(docsWords.en['not-loaded']).first().waitFor()
    await found()
    await frame().getByRole('button', { name: 'Apply given OAuth2 credentials' }).click()
    await frame().getByText('Authorized', { exact: true }).waitFor()
    expect(leaked()).toEqual([])
  })

  test('in a tab of its own logs in though the service worker was stopped, too', async () => {
    const { page } = shared
    await page.goto((await page.locator('bp-docs-panel iframe').getAttribute('src'))!)
    await page.locator('.btn.authorize').waitFor()
    await stopServiceWorkers(page)
    await logIn(page)
    await page.getByText('Authorized', { exact: true }).waitFor()
    expect(leaked()).toEqual([])
  })

  test('without its own words about a stage sends nothing to the host either', async () => {
    const { page } = shared
    await page.goto(`${copy.url}docs.html?openapi=lessons/password-flow/api/openapi.json`)
    await logIn(page)
    await page.getByText('Authorized', { exact: true }).waitFor()
    expect(leaked()).toEqual([])
  })
})

describe('the real server', () => {
  test('that stands still can be left with Escape, is given up after seven seconds, and asked again', async () => {
    const real = await startRealServer()
    const signal = (name: string) => spawnSync('kill', [`-${name}`, String(real.pid)])
    const { page } = await visit(browser, real.url + INVENT)
    const { write, sendButton, send, answer } = bench(page)
    await send({ scheme: 'Bearer', token: 'abc' })
    await page.clock.install()
    try {
      signal('STOP')
      await write({ token: 'stopped' })
      await sendButton.click()
      await page.clock.runFor(1_000)
      await page.getByRole('button', { name: en.form.cancel }).waitFor()
      await page.keyboard.press('Escape')
      await alert(page).getByText(en.failed.cancelled).waitFor()

      await sendButton.click()
      await page.clock.runFor(1_000)
      await page.getByRole('button', { name: en.form.cancel }).click()
      await alert(page).getByText(en.failed.cancelled).waitFor()

      await sendButton.click()
      await page.clock.runFor(7_000)
      await alert(page).getByText(en.failed['real-late']).waitFor()
      await page.getByRole('button', { name: en.failed.switch }).waitFor()

      signal('CONT')
      await send({ token: 'awake' })
      expect((await answer()).body).toBe('{"token":"awake"}')
    } finally {
      await real.stop()
      await page.context().close()
    }
  })
})
