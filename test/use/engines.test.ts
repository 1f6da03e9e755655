/** What a person does in Firefox and in WebKit, and in every way in Chromium too, where the walks do it: all answer alike. */

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { en } from '../../web/words/en.ts'
import { ownWords } from '../../web/words/own.ts'
import { presentWords } from '../../web/words/present.ts'
import { tokenWords } from '../../web/words/token.ts'
import { type RealServer, startRealServer, startStaticCopy } from '../e2e/support/playground.ts'
import type { Playground } from '../e2e/support/playground.ts'
import { authorize, execute } from './support/docs.ts'
import type { Driver } from './support/driver.ts'
import {
  beyond,
  predict,
  RESPONSE,
  SEND,
  sendByEnter,
  sendToken,
  TITLE,
} from './support/learner.ts'
import { DESK, engines, Person, PHONE } from './support/person.ts'
import type { Tab } from './support/tab.ts'
import { until } from './support/until.ts'
import { everyWay } from '../support/every-way.ts'

// A whole lesson's steps in one test take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

/** What is chosen at each further lesson's first task, and what the server answers then. */
const FIRST_TASKS = [
  { lesson: 'current-user', page: 'who', option: 'user' },
  { lesson: 'password-flow', page: 'login', option: 'token' },
  { lesson: 'jwt', page: 'three-parts', option: 'three' },
  { lesson: 'two-servers', page: 'who-sees', option: 'both' },
]

/** Code tasks: one whose checks sign tokens, and one with two servers. */
const CODE_TASKS = [
  { lesson: 'jwt', page: 'verify' },
  { lesson: 'two-servers', page: 'hop' },
]

/** A token of somebody else's, with a name in it that no lesson of ours has. */
const PASTED =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJkYW5iaSIsImV4cCI6NDEwMjQ0NDgwMH0.c2lnbmF0dXJl'

const own = ownWords.en

let real: RealServer
beforeAll(async () => {
  real = await startRealServer()
})
afterAll(() => real?.stop())

/** Whether an engine does what one of the two does, where not every way is wanted. */
const isDoneIn = (engine: string, by: 'Firefox' | 'WebKit') => everyWay || engine === by

/** What Firefox does of several that are alike, and WebKit the others. */
const shared = <Of>(all: Of[], engine: string): Of[] =>
  all.filter((_, at) => isDoneIn(engine, at % 2 === 0 ? 'Firefox' : 'WebKit'))

const TRIED = engines().filter(({ engine }) => everyWay || engine !== 'Chromium')

describe.each(TRIED)('$engine', ({ engine, start }) => {
  describe.skipIf(!start)('', () => {
    const isChromium = engine === 'Chromium'
    let driver: Driver
    beforeAll(async () => {
      driver = await start!()
    })
    afterAll(() => driver?.close())

    describe('a learner before a copy of the page, which answers in the browser,', () => {
      let copy: Playground
      let person: Person
      let tab: Tab
      beforeAll(async () => {
        copy = await startStaticCopy('/a/copy/')
        person = await Person.at(driver, { keepsCopy: !isChromium })
        tab = await person.open(`${copy.url}#/en/first-steps/knock`)
      })
      afterAll(async () => {
        await person?.leave()
        await copy?.stop()
      })

      const turnTo = (lesson: string, page: string) => turn(tab, copy.url, lesson, page)

      /** Takes one of the requests that the text names, and sends it. */
      const take = async (request: string, wanted: string) => {
        await tab.click({ css: `bp-lesson-page bp-request[name=${request}] [role=button]` })
        await tab.click(SEND)
        await tab.see(wanted, RESPONSE)
      }

      test('predicts the first answer, does a task in a second tab, and reloads again and again: the lesson answers, and what was done is done', async () => {
        expect(await predict(tab, 'unauthorized')).toContain('401 Unauthorized')
        expect(await tab.text({ css: 'bp-task-card .outcome' })).toContain(en.task.right)
        await tab.see(en.exchange.by.browser, { css: 'bp-exchange' })

        const second = await person.open(`${copy.url}#/en/first-steps/invent`)
        await sendToken(second, 'Bearer', 'second', '{"token":"second"}')
        await tab.see(en.progress(1, 2, 8))
        await second.close()

        await turnTo('first-steps', 'invent')
        for (let times = 0; times < 2; times++) {
          // What is found and clicked before the old page is gone would be gone with it.
          await tab.evaluate('void ((globalThis.isOld = true), location.reload())')
          await until(() => tab.evaluate<boolean>('!globalThis.isOld'), 'a page loaded anew')
          await tab.find(TITLE)
        }
        await tab.see(en.progress(1, 2, 8))
        await sendToken(tab, 'Bearer', 'after', '{"token":"after"}')
        await sendByEnter(tab)
        expect(await tab.has({ css: '[role=alert] .problem' })).toBe(false)
      })

      test('reads lesson and start page on a desk and on a phone: nothing hangs out at the side, tabs open in sight, and the start page is as narrow as the window', async () => {
        const hero = { css: 'bp-start-page .hero' }
        await tab.goTo(`${copy.url}#/ko`)
        await tab.find(hero)
        expect(await beyond(tab), 'start page on a desk').toBeLessThanOrEqual(0)
        await turnTo('two-servers', 'logout-token')
        await take('login', 'Logged in as johndoe')
        expect(await beyond(tab), 'lesson on a desk').toBeLessThanOrEqual(0)

        await tab.resize(PHONE)
        expect(await tab.evaluate('innerWidth')).toBe(PHONE.width)
        expect(await beyond(tab), 'lesson on a phone').toBeLessThanOrEqual(0)
        for (const name of [en.tabs.token, en.tabs.docs]) {
          await tab.click({ role: 'tab', name })
          await until(async () => {
            const top = await tab.evaluate<number>(
              `document.querySelector('bp-playground-app').shadowRoot
                .querySelector('bp-workspace').shadowRoot
                .querySelector('#server').getBoundingClientRect().top`,
            )
            return top < PHONE.height / 4
          }, `${name} in the upper part of the screen`)
        }
        await tab.goTo(`${copy.url}#/ko`)
        await tab.find(hero)
        expect(await beyond(tab), 'start page on a phone').toBeLessThanOrEqual(0)
        const columns = await tab.evaluate<string>(
          `getComputedStyle(document.querySelector('bp-playground-app').shadowRoot
            .querySelector('bp-start-page').shadowRoot.querySelector('.hero')).gridTemplateColumns`,
        )
        expect(columns.split(' ')).toHaveLength(1)
        expect(Number.parseFloat(columns)).toBeGreaterThan(PHONE.width * 0.8)
        await tab.resize(DESK)
      })

      // What follows, the walks and their neighbours do in Chromium.
      if (isChromium) return

      test('predicts the first answers of the next lessons and is right', async () => {
        for (const { lesson, page, option } of shared(FIRST_TASKS, engine)) {
          await turnTo(lesson, page)
          expect(await predict(tab, option), lesson).toContain('200 OK')
          expect(await tab.text({ css: 'bp-task-card .outcome' }), lesson).toContain(en.task.right)
        }
      })

      test('logs in and logs out in lesson 5, and the cookie is gone on its next page', async () => {
        await turnTo('two-servers', 'logout-token')
        await take('login', 'Logged in as johndoe')
        await take('logout', 'Max-Age=0')
        await turnTo('two-servers', 'no-cookie')
        await take('me', '401 Unauthorized')
      })

      test.runIf(isDoneIn(engine, 'Firefox'))(
        'pastes a token into the inspector and reads whom it is about',
        async () => {
          await turnTo('first-steps', 'knock')
          await tab.click({ role: 'tab', name: en.tabs.token })
          await tab.type({ role: 'field', name: tokenWords.en.paste }, PASTED)
          const read = await tab.see('danbi', { css: 'bp-token-inspector' })
          expect(read).toContain('HS256')
          expect(read).toContain(tokenWords.en.state.unverified)
        },
      )

      test.runIf(isDoneIn(engine, 'WebKit'))(
        'authorizes in the docs of a lesson, and is answered there',
        async () => {
          await turnTo('password-flow', 'docs')
          await tab.click({ role: 'button', name: en.task.open.docs })
          await authorize(tab, 'johndoe', 'secret')
          expect(await execute(tab, '/users/me')).toContain('johndoe@example.com')
          await tab.find({ css: 'bp-task-card .kind.done' })
        },
      )

      test.each(shared(CODE_TASKS, engine))(
        'runs the code that $lesson/$page begins with, which falls, and the solution, which holds',
        async ({ lesson, page }) => {
          await turnTo(lesson, page)
          await tab.find({ css: 'bp-code-editor .cm-content' })
          await tab.click({ role: 'button', name: own.run })
          await tab.see(/\d+ of \d+ checks hold/, { css: 'bp-code-task' })
          await tab.find({ css: 'bp-code-task li.fails' })
          // It stays open from page to page.
          if (!(await tab.has({ css: 'bp-own-pane details[open]' }))) {
            await tab.click({ css: 'bp-own-pane summary' })
          }
          await tab.click({ role: 'button', name: own.takeSolution })
          await tab.see(own.old, { css: 'bp-code-task' })
          await tab.click({ role: 'button', name: own.run })
          await tab.see(own.allHold, { css: 'bp-code-task' })
          await tab.find({ css: 'bp-task-card .kind.done' })
        },
      )

      test('goes on with the host gone: after a reload, in a lesson never opened, in the other language, and once all tabs were closed', async () => {
        await turnTo('first-steps', 'invent')
        await tab.find({ css: 'bp-offline-mark a' })
        await copy.stop()
        await tab.reload()
        await sendToken(tab, 'Bearer', 'stranded', '{"token":"stranded"}')

        const other = await person.open(`${copy.url}#/en/stolen-cookie/worth`)
        expect(await predict(other, 'nothing')).toContain('200 OK')
        await other.goTo(`${copy.url}#/ko/two-servers`)
        await other.see(/\p{Script=Hangul}/u, TITLE)

        const blank = await person.open('about:blank')
        await tab.close()
        await other.close()
        await blank.goTo(`${copy.url}#/en/first-steps/invent`)
        await sendToken(blank, 'Bearer', 'anew', '{"token":"anew"}')
        await blank.see(en.exchange.by.browser, { css: 'bp-exchange' })
      })
    })

    if (isChromium) return

    describe('before the real server', () => {
      let person: Person
      let tab: Tab
      beforeAll(async () => {
        person = await Person.at(driver)
        tab = await person.open(`${real.url}#/en/two-servers/who-sees`)
      })
      afterAll(() => person?.leave())

      test('a learner predicts answers and is right, reloads, and goes on where it was', async () => {
        expect(await predict(tab, 'both')).toContain('200 OK')
        await tab.see(en.exchange.by.real, { css: 'bp-exchange' })
        await turn(tab, real.url, 'first-steps', 'knock')
        expect(await predict(tab, 'unauthorized')).toContain('401 Unauthorized')
        await turn(tab, real.url, 'first-steps', 'invent')
        await tab.reload()
        await tab.see(en.progress(1, 1, 8))
        await sendToken(tab, 'Bearer', 'after-reload', '{"token":"after-reload"}')
        await tab.see(en.progress(1, 2, 8))
      })

      test.runIf(isDoneIn(engine, 'Firefox'))(
        'an instructor shows a lesson to a room by keys, and leads it from a second window',
        async () => {
          const room = { css: 'bp-room' }
          await turn(tab, real.url, 'jwt', 'three-parts')
          await tab.press('f')
          expect(await tab.see('••••••••', room)).not.toMatch(/password secret/)
          const held = (type: string) =>
            tab.evaluate(
              `void dispatchEvent(new KeyboardEvent('${type}', { key: 'v', code: 'KeyV' }))`,
            )
          await held('keydown')
          await tab.see(/password\s+secret/, room)
          await held('keyup')
          await tab.see(/password\s+••••/, room)

          const presenter = await person.open(`${real.url}#/en/presenter`)
          await presenter.see(presentWords.en.presenter.leads)
          for (const step of ['Text', 'Vote']) {
            await presenter.press('n')
            await presenter.see(step, { css: 'bp-presenter .now' })
          }
          await presenter.press('3')
          await presenter.see('1', { css: 'bp-presenter .comes b' })
          await tab.see(presentWords.en.handsOf(1), { css: 'bp-room-vote' })
          await presenter.press('p')
          await tab.gone({ css: 'bp-room-vote' })
          await presenter.close()
          for (let step = 0; step < 3; step++) await tab.press('n')
          await tab.see(presentWords.en.sent, room)
          await tab.press('Escape')
          await tab.gone(room)
        },
      )

      test.runIf(isDoneIn(engine, 'Firefox'))(
        'somebody authorizes in the docs of the auth server and asks for their data',
        async () => {
          await tab.goTo(`${real.authUrl}docs`)
          await authorize(tab, 'johndoe', 'secret')
          expect(await execute(tab, '/users/me/')).toContain('johndoe@example.com')
        },
      )

      test('somebody mistypes the password at the client server, gets the form again, and reads their data and items', async () => {
        await tab.goTo(real.clientUrl)
        for (const [password, said] of [
          ['secrte', 'Login failed'],
          ['secret', 'Logged in as johndoe'],
        ] as const) {
          await tab.type({ css: 'input[name=username]' }, 'johndoe')
          await tab.type({ css: 'input[name=password]' }, password)
          await tab.click({ role: 'button', name: 'Login' })
          await tab.see(said)
        }
        await tab.goTo(`${real.clientUrl}test-users-me`)
        await tab.see('johndoe@example.com')
        await tab.goTo(`${real.clientUrl}test-users-me-items`)
        await tab.see('Foo')
      })
    })
  })
})

/** Turns to a page of a lesson in a tab where the playground is open. */
async function turn(tab: Tab, url: string, lesson: string, page: string): Promise<void> {
  await tab.goTo(`${url}#/en/${lesson}/${page}`)
  await tab.find({ css: `bp-lesson-page[page=${page}]` })
}
