/** The fourth step's contract: its rows, its description, a login by this machine's clock, and many clocks at once. */

import { expect, test } from 'vitest'
import { forge } from '../contract/forge.ts'
import { type Answer, get, jsonOf, traceOf } from '../contract/answer.ts'
import { testDescription } from '../contract/description.ts'
import { form, JOHN } from '../contract/form-rows.ts'
import { at, inIso, NOW } from './contract/clock.ts'
import { API } from './contract/login-rows.ts'
import { rows, secretRows } from './contract/rows.ts'
import { good } from './contract/tokens.ts'
import { authorization } from '../contract/row.ts'
import type { Contract } from '../contract/contract.ts'

const ME = `${API}/users/me/`

/** What a token counts on between its login and its end, in seconds. */
const LIFETIME = 1800

const bearing = (token: string, seconds?: number) => [
  ...authorization(`Bearer ${token}`),
  ...(seconds === undefined ? [] : at(inIso(seconds))),
]

/** What the gates noted down beside their decisions. */
const factsOf = (answer: Answer): object =>
  Object.assign({}, ...traceOf(answer).map((event) => ('facts' in event ? event.facts : {})))

const jwt: Contract = {
  name: 'JSON Web Tokens',
  rows,
  more: (ask) => {
    testDescription(ask, API, { guarded: ['/users/me/', '/users/me/items/'], login: true })

    test('without a clock in the request, this machine’s counts', async () => {
      const before = Math.floor(Date.now() / 1000)
      const login = await ask({ method: 'POST', path: `${API}/token`, ...body(JOHN) })
      const after = Math.floor(Date.now() / 1000)
      const { access_token } = jsonOf(login) as { access_token: string }
      const payload = atob(access_token.split('.')[1]!)
      const { exp } = JSON.parse(payload) as { exp: number }
      expect(exp).toBeGreaterThanOrEqual(before + LIFETIME)
      expect(exp).toBeLessThanOrEqual(after + LIFETIME)
      expect(access_token).toBe(await forge({ payload: `{"sub":"johndoe","exp":${exp}}` }))

      expect((await ask(get(ME, bearing(access_token)))).status).toBe(200)
      expect((await ask(get(ME, bearing(good)))).status).toBe(401)
    })

    test('the trace says how long a token counts, how it is signed and whose it is', async () => {
      expect(factsOf(await ask(get(ME, bearing(good, NOW + 60))))).toMatchObject({
        scheme: 'Bearer',
        algorithm: 'HS256',
        seconds: LIFETIME - 60,
        sub: 'johndoe',
      })
      expect(factsOf(await ask(get(ME, bearing(good, NOW + LIFETIME))))).toMatchObject({
        exp: NOW + LIFETIME,
      })
    })

    test('twenty requests at once each go by their own clock', async () => {
      const seconds = Array.from({ length: 20 }, (_, i) => LIFETIME + (i % 2 ? -i : i))
      const answers = await Promise.all(
        seconds.map((second) => ask(get(ME, bearing(good, NOW + second)))),
      )
      expect(answers.map(({ status }) => status)).toEqual(
        seconds.map((second) => (second < LIFETIME ? 200 : 401)),
      )
    })
  },
}

const body = (text: string) => {
  const { headers = [], body = null } = form(text)
  return { headers, body }
}

const secret: Contract = {
  name: 'JSON Web Tokens of a key of its own',
  rows: secretRows,
  more: (ask) => {
    test('a login gives a token that opens this server, and not the other', async () => {
      const api = '/lessons/jwt/secret'
      const login = await ask({ method: 'POST', path: `${api}/token`, ...body(JOHN) })
      const { access_token } = jsonOf(login) as { access_token: string }
      const bearer = authorization(`Bearer ${access_token}`)
      expect((await ask(get(`${api}/users/me/`, bearer))).status).toBe(200)
      expect((await ask(get(ME, bearer))).status).toBe(401)
    })
  },
}

export default [jwt, secret] satisfies Contract[]
