/** The sixth step's contract: forms of other origins, headers against foreign pages, and logins at servers of its own. */

import { expect, test } from 'vitest'
import { keepingCookies, loggedIn, post } from '../5-two-servers/contract/visits.ts'
import { type Ask, get, setCookiesOf, traceOf } from '../contract/answer.ts'
import type { Contract } from '../contract/contract.ts'
import { JOHN } from '../contract/form-rows.ts'
import { CLIENT, FAITHFUL, faithfulRows, hardenedRows } from './contract/rows.ts'

/** The attributes of the cookie that a login gives. */
async function attributesAt(ask: Ask, api: string): Promise<string[]> {
  const [cookie = ''] = setCookiesOf(traceOf(await ask(post(`${api}/get-token`, JOHN))))
  return cookie.split('; ').slice(1)
}

const hardenedServer: Contract = {
  name: 'the client server that is attacked and holds',
  rows: hardenedRows,
  notInBrowser: 34,
  more: (ask, { browser = false }) => {
    test('a login opens the data', async () => {
      await loggedIn(browser ? ask : keepingCookies(ask), CLIENT)
      await ask(post(`${CLIENT}/logout`))
    })

    test('the cookie of a login says what may be done with it', async () => {
      expect(await attributesAt(ask, CLIENT)).toEqual([
        expect.stringMatching(/^Max-Age=\d+$/),
        `Path=${CLIENT}/`,
        'HttpOnly',
        'SameSite=Lax',
      ])
      await ask(post(`${CLIENT}/logout`))
    })

    // A page with a form names its origin when the form is sent.
    test.each([
      ['the login page', get(`${CLIENT}/`), 'same-origin'],
      ['a logout', post(`${CLIENT}/logout`), 'same-origin'],
      ['a refusal', get(`${CLIENT}/test-users-me`), 'no-referrer'],
      ['a form that is not complete', post(`${CLIENT}/get-token`), 'no-referrer'],
      ['a page there is not', get(`${CLIENT}/nowhere`), 'no-referrer'],
      ['a method there is not', get(`${CLIENT}/logout`), 'no-referrer'],
    ])('%s has the headers that keep foreign pages out', async (_, asked, referrer) => {
      expect(Object.fromEntries((await ask(asked)).headers)).toMatchObject({
        'content-security-policy': "default-src 'none'; form-action 'self'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'referrer-policy': referrer,
        'cache-control': 'no-store',
      })
    })
  },
}

const faithfulServer: Contract = {
  name: 'the client server of the tutorial that is attacked',
  rows: faithfulRows,
  notInBrowser: 1,
  more: (ask, { browser = false }) => {
    test('a login opens the data', async () => {
      await loggedIn(browser ? ask : keepingCookies(ask), FAITHFUL)
    })

    test('the cookie of a login says nothing', async () => {
      expect(await attributesAt(ask, FAITHFUL)).toEqual([])
    })
  },
}

export default [hardenedServer, faithfulServer] satisfies Contract[]
