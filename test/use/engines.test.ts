/** What a person does in each of the three engines: all answer alike. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { en } from '../../web/words/en.ts'
import { presentWords } from '../../web/words/present.ts'
import { tokenWords } from '../../web/words/token.ts'
import { type RealServer, startRealServer, startStaticCopy } from '../e2e/support/playground.ts'
import type { Playground } from '../e2e/support/playground.ts'
import { authorize, execute } from './support/docs.ts'
import type { Driver } from './support/driver.ts'
import { beyond, predict, RESPONSE, SEND, sendToken, TITLE } from './support/learner.ts'
import { DESK, engines, Person, PHONE } from './support/person.ts'
import type { Tab } from './support/tab.ts'
import { until } from './support/until.ts'

/** What is chosen at each lesson's first task, and what the server answers then. */
const FIRST_TASKS = [
  { lesson: 'first-steps', page: 'knock', option: 'unauthorized', answer: '401 Unauthorized' },
  { lesson: 'current-user', page: 'who', option: 'user', answer: '200 OK' },
  { lesson: 'password-flow', page: 'login', option: 'token', answer: '200 OK' },
  { lesson: 'jwt', page: 'three-parts', option: 'three', answer: '200 OK' },
  { lesson: 'two-servers', page: 'who-sees', option: 'both', answer: '200 OK' },
  { lesson: 'stolen-cookie', page: 'worth', option: 'nothing', answer: '200 OK' },
]

/** A token of somebody else's, with a name in it that no lesson of ours has. */
const PASTED =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJkYW5iaSIsImV4cCI6NDEwMjQ0NDgwMH0.c2lnbmF0dXJl'

let real: RealServer
let copy: Playground

beforeAll(async () => {
  real = await startRealServer()
  copy = await startStaticCopy('/a/copy/')
})
afterAll(async () => {
  await real?.stop()
  await copy?.stop()
})

describe.each(engines())('$engine', ({ start }) => {
  describe.skipIf(!start)('', () => {
    let driver: Driver
    beforeAll(async () => {
      driver = await start!()
    })
    afterAll(() => driver?.close())

    describe.each(['real', 'browser'] as const)('answers of the mode “%s”', (mode) => {
      let person: Person
      let tab: Tab
      beforeAll(async () => {
        person = await Person.at(driver)
        tab = await person.open(mode === 'real' ? real.url : copy.url)
      })
      afterAll(() => person?.leave())

      test.each(FIRST_TASKS)(
        'a learner predicts the first answer of $lesson and is right',
        async ({ lesson, page, option, answer }) => {
          await tab.goTo(`${mode === 'real' ? real.url : copy.url}#/en/${lesson}`)
          await tab.find({ css: `bp-lesson-page[page=${page}]` })
          expect(await predict(tab, option)).toContain(answer)
          expect(await tab.text({ css: 'bp-task-card .outcome' })).toContain(en.task.right)
          await tab.see(en.exchange.by[mode], { css: 'bp-exchange' })
        },
      )

      test('a learner reloads the page: what was done is done, and a token is answered', async () => {
        await tab.goTo(`${mode === 'real' ? real.url : copy.url}#/en/first-steps/invent`)
        await tab.find(TITLE)
        await tab.reload()
        await tab.see(en.progress(1, 1, 8))
        await sendToken(tab, 'Bearer', 'after-reload', '{"token":"after-reload"}')
        await tab.see(en.progress(1, 2, 8))
      })
    })

    /** Somebody new, before one address, for one test. */
    async function visit(url: string, act: (tab: Tab, person: Person) => Promise<void>) {
      const person = await Person.at(driver)
      try {
        await act(await person.open(url), person)
      } finally {
        await person.leave()
      }
    }

    test('an instructor shows a lesson to a room by keys, and leads it from a second window', () =>
      visit(`${real.url}#/en/jwt/three-parts`, async (tab, person) => {
        const room = { css: 'bp-room' }
        await tab.find({ css: 'bp-lesson-page[page=three-parts]' })
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
      }))

    test('a learner reloads again and again before all is there, and the lesson answers', () =>
      visit(`${copy.url}#/en/first-steps/invent`, async (tab) => {
        await sendToken(tab, 'Bearer', 'before', '{"token":"before"}')
        for (let times = 0; times < 5; times++) {
          // What is found and clicked before the old page is gone would be gone with it.
          await tab.evaluate('void ((globalThis.isOld = true), location.reload())')
          await until(() => tab.evaluate<boolean>('!globalThis.isOld'), 'a page loaded anew')
          await tab.find(TITLE)
        }
        await sendToken(tab, 'Bearer', 'after', '{"token":"after"}')
        expect(await tab.has({ css: '[role=alert] .problem' })).toBe(false)
      }))

    test('somebody authorizes in the docs of the auth server and asks for their data', () =>
      visit(`${real.authUrl}docs`, async (tab) => {
        await authorize(tab, 'johndoe', 'secret')
        expect(await execute(tab, '/users/me/')).toContain('johndoe@example.com')
      }))

    test('a learner authorizes in the docs of a lesson that runs in the browser', () =>
      visit(`${copy.url}#/en/password-flow/docs`, async (tab) => {
        await tab.click({ role: 'button', name: en.task.open.docs })
        await authorize(tab, 'johndoe', 'secret')
        expect(await execute(tab, '/users/me')).toContain('johndoe@example.com')
        await tab.find({ css: 'bp-task-card .kind.done' })
      }))

    test('somebody logs in at the form of the client server and reads their data and items', () =>
      visit(real.clientUrl, async (tab) => {
        await tab.type({ css: 'input[name=username]' }, 'johndoe')
        await tab.type({ css: 'input[name=password]' }, 'secret')
        await tab.click({ role: 'button', name: 'Login' })
        await tab.see('Logged in as johndoe')
        await tab.goTo(`${real.clientUrl}test-users-me`)
        await tab.see('johndoe@example.com')
        await tab.goTo(`${real.clientUrl}test-users-me-items`)
        await tab.see('Foo')
      }))

    test('somebody mistypes the password at the client server and gets the form again', () =>
      visit(real.clientUrl, async (tab) => {
        await tab.type({ css: 'input[name=username]' }, 'johndoe')
        await tab.type({ css: 'input[name=password]' }, 'secrte')
        await tab.click({ role: 'button', name: 'Login' })
        await tab.see('Login failed')
        await tab.type({ css: 'input[name=username]' }, 'johndoe')
        await tab.type({ css: 'input[name=password]' }, 'secret')
        await tab.click({ role: 'button', name: 'Login' })
        await tab.see('Logged in as johndoe')
      }))

    test('a learner logs in, reads the data and logs out in lesson 5, all in the browser', () =>
      visit(`${copy.url}#/en/two-servers/logout-token`, async (tab) => {
        const take = async (request: string, wanted: string) => {
          await tab.click({ css: `bp-lesson-page bp-request[name=${request}] [role=button]` })
          await tab.click(SEND)
          await tab.see(wanted, RESPONSE)
        }
        await take('login', 'Logged in as johndoe')
        await take('logout', 'Max-Age=0')
        await tab.evaluate('void (location.hash = "#/en/two-servers/no-cookie")')
        await take('me', '401 Unauthorized')
      }))

    test('a learner works in two tabs, and both know all that was done', () =>
      visit(`${copy.url}#/en/first-steps/knock`, async (first, person) => {
        const second = await person.open(`${copy.url}#/en/first-steps/invent`)
        await second.find(TITLE)
        await predict(first, 'forbidden')
        await sendToken(second, 'Bearer', 'second', '{"token":"second"}')
        for (const tab of [first, second]) {
          await tab.reload()
          await tab.see(en.progress(1, 2, 8))
        }
      }))

    test('a learner pastes a token into the inspector and reads whom it is about', () =>
      visit(`${copy.url}#/en/first-steps/knock`, async (tab) => {
        await tab.click({ role: 'tab', name: en.tabs.token })
        await tab.type({ role: 'field', name: tokenWords.en.paste }, PASTED)
        const read = await tab.see('danbi', { css: 'bp-token-inspector' })
        expect(read).toContain('HS256')
        expect(read).toContain(tokenWords.en.state.unverified)
      }))

    test('a learner with a phone opens a tab and reads it from its top', () =>
      visit(`${copy.url}#/en/two-servers/who-sees`, async (tab) => {
        await predict(tab, 'both')
        await tab.resize(PHONE)
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
      }))

    test('somebody narrows the window in a lesson and goes back to the start page, which is narrow too', () =>
      visit(`${copy.url}#/ko`, async (tab) => {
        const start = { css: 'bp-start-page .hero' }
        await tab.find(start)
        await tab.evaluate('void (location.hash = "#/ko/first-steps/story")')
        await tab.find({ css: 'bp-lesson-page' })
        await tab.resize(PHONE)
        await tab.evaluate('void (location.hash = "#/ko")')
        await tab.find(start)
        const columns = await tab.evaluate<string>(
          `getComputedStyle(document.querySelector('bp-playground-app').shadowRoot
            .querySelector('bp-start-page').shadowRoot.querySelector('.hero')).gridTemplateColumns`,
        )
        expect(columns.split(' ')).toHaveLength(1)
        expect(Number.parseFloat(columns)).toBeGreaterThan(PHONE.width * 0.8)
      }))

    test('somebody looks at the page on a phone and on a desk: nothing hangs out at the side', () =>
      visit(`${copy.url}#/en/two-servers/who-sees`, async (tab) => {
        await predict(tab, 'both')
        for (const size of [PHONE, DESK]) {
          await tab.resize(size)
          expect(await tab.evaluate('innerWidth')).toBe(size.width)
          expect(await beyond(tab)).toBeLessThanOrEqual(0)
        }
        await tab.goTo(`${copy.url}#/ko`)
        for (const size of [PHONE, DESK]) {
          await tab.resize(size)
          expect(await beyond(tab)).toBeLessThanOrEqual(0)
        }
      }))
  })
})
