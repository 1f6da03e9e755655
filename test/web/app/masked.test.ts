/** A lesson with its secrets hidden: after a login, and with what came of it sent. */

import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import type { RequestDraft } from '../../../lessons/exchange/exchange.ts'
import '../../../web/app/playground-app.ts'
import { MASKED } from '../../../web/kit/masking.ts'
import { tell } from '../../../web/kit/tell.ts'
import type { Sent } from '../../../web/stage/send.ts'
import { exchangeWith } from '../../support/exchange-literal.ts'
import { all, mount, one, textIn } from '../../support/fixture.ts'
import { eventually } from '../../support/eventually.ts'
import { forge } from '../../../lessons/contract/forge.ts'

vi.setConfig({ testTimeout: 60_000 })

const TOKEN = await forge({ payload: '{"sub":"johndoe"}' })

vi.mock('../../../web/state/responder.ts', () => ({
  /** Answers a login with a token and a cookie, everything else with 401. */
  Responder: class {
    mode = 'browser'
    realServer = false
    route = 'direct'
    async send(draft: RequestDraft): Promise<Sent> {
      const url = `http://localhost/lessons/jwt/api${draft.path}`
      const request = { ...draft, url }
      const { lesson, server } = { lesson: 'jwt', server: 'api' }
      if (draft.method !== 'POST') return exchangeWith({ lesson, server, request })
      const body = JSON.stringify({ access_token: TOKEN, token_type: 'bearer' })
      const headers: RequestDraft['headers'] = [['set-cookie', `jwt_token=${TOKEN}; HttpOnly`]]
      return exchangeWith({ lesson, server, request, response: { status: 200, headers, body } })
    }
  },
}))

beforeEach(() => localStorage.clear())
afterEach(() => history.replaceState(null, '', '#'))

test('no token and no password is on screen while secrets are hidden, and each is once they are not', async () => {
  const root = document.documentElement
  onTestFinished(() => root.removeAttribute(MASKED))
  history.replaceState(null, '', '#/en/jwt')
  const app = await mount('bp-playground-app', {})
  await eventually(() => one(app, 'bp-workspace'))
  const form = one(app, 'bp-request-form')
  const send = async (part: Partial<RequestDraft>) => {
    const before = all(app, 'bp-exchange')
      .map((element) => textIn(element))
      .join()
    tell(form, 'draft-change', { server: 'api', method: 'GET', headers: [], body: '', ...part })
    tell(form, 'send-request')
    await eventually(() => expect(textIn(one(app, 'bp-exchange'))).not.toBe(before))
  }
  const secretsShown = () => {
    const text = textIn(app)
    const [, payload = ''] = TOKEN.split('.')
    return [TOKEN, payload, 'hunter2', TOKEN.slice(0, 12)].filter((one) => text.includes(one))
  }

  await send({ method: 'POST', path: '/token', body: 'username=johndoe&password=hunter2' })
  for (const tab of ['journal', 'token'] as const) {
    tell(form, 'open-tab', tab)
    await eventually(() => one(app, tab === 'journal' ? 'bp-journal' : 'bp-token-text'))
    await eventually(() => expect(secretsShown()).toContain(TOKEN.slice(0, 12)))
    root.setAttribute(MASKED, '')
    await eventually(() => expect(secretsShown()).toEqual([]))
    root.removeAttribute(MASKED)
    await eventually(() =>
      expect(secretsShown()).toEqual(expect.arrayContaining(['hunter2', TOKEN])),
    )
  }

  tell(form, 'open-tab', 'journal')
  await send({ path: '/users/me/', headers: [['Authorization', `Bearer ${TOKEN}`]] })
  await eventually(() => expect(secretsShown()).toContain(TOKEN))
  root.setAttribute(MASKED, '')
  await eventually(() => expect(secretsShown()).toEqual([]))
})
