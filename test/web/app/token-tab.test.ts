/** The token tab of the app: opened by key or from the bench, its work kept, its token put on the bench. */

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import '../../../web/app/playground-app.ts'
import { tell } from '../../../web/kit/tell.ts'
import { en } from '../../../web/words/en.ts'
import { all, mount, one, textIn } from '../../support/fixture.ts'
import { eventually } from '../../support/eventually.ts'
import { forge } from '../../../lessons/contract/forge.ts'
import { button, paste, shown, useButtons } from '../token/support.ts'

vi.setConfig({ testTimeout: 60_000 })

vi.mock('../../../web/state/responder.ts', () => import('./refusing-responder.ts'))

beforeEach(() => localStorage.clear())

afterEach(() => history.replaceState(null, '', '#'))

const TOKEN = await forge({ payload: '{"sub":"johndoe"}' })

async function open() {
  history.replaceState(null, '', '#/en/first-steps/wrong-scheme')
  const app = await mount('bp-playground-app', {})
  await eventually(() => one(app, '.jump'))
  return app
}

async function send(app: Element, token: string) {
  const form = one(app, 'bp-request-form')
  const headers = [['Authorization', `Bearer ${token}`]]
  tell(form, 'draft-change', { ...form.draft, headers })
  tell(form, 'send-request')
  await eventually(() => one(app, 'bp-exchange'))
  await eventually(() => expect(form.sending).toBe(false))
}

const key = (name: string) =>
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }))

const inspector = (app: Element) => one(app, 'bp-token-inspector')
const selected = (app: Element) => textIn(one(one(app, 'bp-server-panel'), '[aria-selected=true]'))

test('k opens it, with the token of the exchange on the bench', async () => {
  const app = await open()
  await send(app, TOKEN)
  key('k')
  await eventually(() => expect(shown(inspector(app))).toBe(TOKEN))
  expect(selected(app)).toBe(en.tabs.token)
})

test('a token on the bench is one press away from it', async () => {
  const app = await open()
  await send(app, 'opaque')
  await eventually(() => button(one(app, 'bp-header-anatomy'), en.anatomy.inspect).click())
  await eventually(() => expect(shown(inspector(app))).toBe('opaque'))
  expect(selected(app)).toBe(en.tabs.token)
})

test('what is worked on there is kept while another tab is looked at', async () => {
  const app = await open()
  key('k')
  await eventually(() => one(inspector(app), '#token'))
  await paste(inspector(app), 'mine')
  key('c')
  await eventually(() => expect(inspector(app).hidden).toBe(true))
  key('k')
  await eventually(() => expect(inspector(app).hidden).toBe(false))
  expect(shown(inspector(app))).toBe('mine')
})

test('its token goes on the bench as Bearer, in the place of what stood there', async () => {
  const app = await open()
  const form = one(app, 'bp-request-form')
  const headers = [
    ['X-A', 'b'],
    ['authorization', 'Basic x'],
  ]
  tell(form, 'draft-change', { ...form.draft, headers })
  key('k')
  await eventually(() => one(inspector(app), '#token'))
  await paste(inspector(app), TOKEN)
  useButtons(inspector(app))[0]!.click()
  await eventually(() =>
    expect(form.draft.headers).toEqual([
      ['Authorization', `Bearer ${TOKEN}`],
      ['X-A', 'b'],
    ]),
  )
})

test('other lessons’ exchanges say nothing of its token', async () => {
  const app = await open()
  await send(app, TOKEN)
  history.replaceState(null, '', '#/en/current-user/who')
  dispatchEvent(new HashChangeEvent('hashchange'))
  await eventually(() => expect(all(app, 'bp-exchange')).toEqual([]))
  key('k')
  await eventually(() => one(inspector(app), '#token'))
  expect(inspector(app).exchanges).toEqual([])
})
