/** The fifth step's contract, for both client servers: rows, and a visit from the login to the logout. */

import { expect, test } from 'vitest'
import { get, jsonOf, setCookiesOf, traceOf } from '../contract/answer.ts'
import type { Contract } from '../contract/contract.ts'
import { JOHN } from '../contract/form-rows.ts'
import { CLIENT, FAITHFUL, faithfulRows, hardenedRows } from './contract/rows.ts'
import {
  COMMON,
  cookieSeen,
  described,
  keepingCookies,
  loggedIn,
  post,
  tokenIn,
} from './contract/visits.ts'

const hardenedServer: Contract = {
  name: 'the client server',
  rows: hardenedRows,
  notInBrowser: 37,
  more: (ask, { browser = false }) => {
    const visit = browser ? ask : keepingCookies(ask)

    test('a login opens the data until the logout', async () => {
      await loggedIn(visit, CLIENT)
      expect((await visit(post(`${CLIENT}/logout`))).status).toBe(200)
      const after = await visit(get(`${CLIENT}/test-users-me`))
      expect(after.status).toBe(401)
      expect(cookieSeen(after)).toBeUndefined()
      expect(jsonOf(after)).toEqual({ detail: 'No access token available' })
    })

    test('the cookie lasts as long as its token, by the second', async () => {
      const before = Math.floor(Date.now() / 1000)
      const answer = await ask(post(`${CLIENT}/get-token`, JOHN))
      const after = Math.floor(Date.now() / 1000)
      const [cookie] = setCookiesOf(traceOf(answer))
      const seconds = Number(/Max-Age=(\d+)/.exec(cookie!)?.[1])
      const { exp } = JSON.parse(atob(tokenIn(answer)!.split('.')[1]!)) as { exp: number }
      expect(seconds).toBeGreaterThanOrEqual(exp - after)
      expect(seconds).toBeLessThanOrEqual(exp - before)
      await ask(post(`${CLIENT}/logout`))
    })

    test('GET /openapi.json lists the routes', async () => {
      expect((await described(ask, CLIENT)).sort()).toEqual([...COMMON, 'post /logout'].sort())
    })
  },
}

const faithfulServer: Contract = {
  name: 'the client server of the tutorial',
  rows: faithfulRows,
  notInBrowser: 36,
  more: (ask, { browser = false }) => {
    test('a login opens the data', async () => {
      await loggedIn(browser ? ask : keepingCookies(ask), FAITHFUL)
    })

    test('GET /openapi.json lists the routes', async () => {
      expect((await described(ask, FAITHFUL)).sort()).toEqual(COMMON)
    })
  },
}

export default [hardenedServer, faithfulServer] satisfies Contract[]
