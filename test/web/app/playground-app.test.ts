/** The app around bench and lesson: what it says where the columns stand below each other. */

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { RequestDraft } from '../../../lessons/exchange/exchange.ts'
import '../../../web/app/playground-app.ts'
import { tell } from '../../../web/kit/tell.ts'
import { en } from '../../../web/words/en.ts'
import { all, mount, one, textIn } from '../../support/fixture.ts'
import { eventually } from '../../support/eventually.ts'

vi.setConfig({ testTimeout: 60_000 })

vi.mock('../../../web/state/responder.ts', () => import('./refusing-responder.ts'))

beforeEach(() => localStorage.clear())

afterEach(() => history.replaceState(null, '', '#'))

async function open(page: string) {
  history.replaceState(null, '', `#/en/first-steps/${page}`)
  const app = await mount('bp-playground-app', {})
  await eventually(() => one(app, '.jump'))
  return app
}

const newsDots = (app: Element) => all(app, '.jump .news-dot').map(textIn)

async function send(app: Element, headers: RequestDraft['headers'] = []) {
  const form = one(app, 'bp-request-form')
  tell(form, 'draft-change', { ...form.draft, headers })
  tell(form, 'send-request')
  await eventually(() => one(app, 'bp-exchange'))
  // A second answer takes the place of the first one.
  await eventually(() => expect(form.sending).toBe(false))
}

test('the servers to choose are named from the lesson on', async () => {
  const select = one(await open('knock'), '[aria-label="Server"]', HTMLSelectElement)
  expect([...select.options].map(({ label }) => label)).toEqual(['…/api', '…/api/v1'])
})

test('who cannot answer is asked in vain, and it is said why until one looks elsewhere', async () => {
  const app = await open('knock')
  const own = all(app, '.modes button')[2]!
  own.focus()
  own.click()
  const why = () => all(app, '.modes [role=status]').map(textIn)
  await eventually(() => expect(why()).toEqual([en.mode.noOwn]))
  own.blur()
  await eventually(() => expect(why()).toEqual([]))
})

test('the way to the lesson has a dot while news wait there, until it is taken', async () => {
  const app = await open('wrong-scheme')
  expect(newsDots(app)).toEqual([])

  await send(app)
  expect(newsDots(app), 'an exchange that proves nothing').toEqual([])

  await send(app, [['Authorization', 'Basic x']])
  await eventually(() => expect(newsDots(app), 'a task done').toEqual([en.hasNews]))

  one(app, '.jump button:first-child').click()
  await eventually(() => expect(newsDots(app)).toEqual([]))

  await send(app, [['Authorization', 'Bearerx']])
  await eventually(() => expect(newsDots(app), 'a wrong attempt').toEqual([en.hasNews]))
})
