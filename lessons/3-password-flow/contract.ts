/** The third step's contract, for both of its servers: rows, descriptions, and a login put to use. */

import { expect, test } from 'vitest'
import { get, jsonOf, textOf, traceOf } from '../contract/answer.ts'
import { testDescription } from '../contract/description.ts'
import { form, JOHN, multipart } from '../contract/form-rows.ts'
import { API, apiRows, LEAKY, leakyRows } from './contract/rows.ts'
import { type Asked, authorization } from '../contract/row.ts'
import type { Contract } from '../contract/contract.ts'

const PASSWORD = 'correct-horse'

const told: [what: string, asked: Asked][] = [
  ['a form', form(`username=johndoe&password=${PASSWORD}`)],
  ['a form without a username', form(`password=${PASSWORD}`)],
  ['a form with another grant type', form(`password=${PASSWORD}&grant_type=x`)],
  ['multipart', multipart({ '"username"': 'johndoe', '"password"': PASSWORD })],
  ['a file in multipart', multipart({ '"username"': 'a', '"password"; filename="p"': PASSWORD })],
  ['JSON', form(`{"password":"${PASSWORD}"}`, 'application/json')],
]

const contractOf = (name: string, api: string, rows: Contract['rows']): Contract => ({
  name,
  rows,
  more: (ask) => {
    const post = (asked: Asked) =>
      ask({ method: 'POST', path: `${api}/token`, headers: [], body: null, ...asked })

    testDescription(ask, api, { guarded: ['/users/me'], login: true })

    test('the token of a login opens /users/me, for who logged in', async () => {
      const { access_token } = jsonOf(await post(form(JOHN))) as { access_token: string }
      const me = await ask(get(`${api}/users/me`, authorization(`Bearer ${access_token}`)))
      expect(jsonOf(me)).toMatchObject({ username: 'johndoe' })
    })

    test.each(told)('neither answer nor trace repeats the password in %s', async (_, asked) => {
      const answer = await post(asked)
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(traceOf(answer)).not.toEqual([])
      expect(textOf(answer) + JSON.stringify(answer.headers)).not.toContain(PASSWORD)
    })

    test('tokens of two users at once are not mixed up', async () => {
      const names = Array.from({ length: 20 }, (_, i) => (i % 2 ? 'johndoe' : 'alice'))
      const answers = await Promise.all(
        names.map((name) => ask(get(`${api}/users/me`, authorization(`Bearer ${name}`)))),
      )
      expect(answers.map(({ status }) => status)).toEqual(
        names.map((name) => (name === 'alice' ? 400 : 200)),
      )
    })
  },
})

const passwordFlow = contractOf('the password flow', API, apiRows)

const leakyPasswordFlow = contractOf('the password flow that leaks', LEAKY, leakyRows)

export default [passwordFlow, leakyPasswordFlow] satisfies Contract[]
