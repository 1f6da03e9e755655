/** The fifth step's contract, for both client servers: rows, and a visit from the login to the logout. */

import { expect, test } from 'vitest'
import {
  type Answer,
  type Ask,
  get,
  jsonOf,
  setCookiesOf,
  textOf,
  traceOf,
} from '../contract/answer.ts'
import { form, JOHN } from '../contract/form-rows.ts'
import { CLIENT, FAITHFUL, faithfulRows, hardenedRows } from './contract/rows.ts'
import type { Contract } from '../contract/contract.ts'

const post = (path: string, body = '') => {
  const { headers = [] } = form(body)
  return { method: 'POST', path, headers, body }
}

/** Sends along what was set last, as a browser does by itself; here there is one cookie at a time. */
function keepingCookies(ask: Ask): Ask {
  let cookie = ''
  return async (request) => {
    const line: [string, string][] = cookie ? [['Cookie', cookie]] : []
    const answer = await ask({ ...request, headers: [...request.headers, ...line] })
    for (const set of setCookiesOf(traceOf(answer))) {
      cookie = set.includes('Max-Age=0') ? '' : set.split(';')[0]!
    }
    return answer
  }
}

const tokenIn = (answer: Answer) =>
  /^jwt_token=([\w.-]+)/.exec(setCookiesOf(traceOf(answer))[0]!)?.[1]

const cookieSeen = (answer: Answer) => {
  const received = traceOf(answer).find((event) => event.kind === 'received')
  return received?.headers.find(([name]) => name === 'cookie')?.[1]
}

/** Logs in, and asks for data with what that gave. */
async function loggedIn(ask: Ask, api: string): Promise<void> {
  const token = tokenIn(await ask(post(`${api}/get-token`, JOHN)))
  expect(token).toMatch(/^eyJ/)
  for (const [path, shown] of [
    ['/test-users-me', 'johndoe@example.com'],
    ['/test-users-me-items', 'Foo'],
  ]) {
    const answer = await ask(get(api + path))
    expect(answer.status).toBe(200)
    expect(textOf(answer)).toContain(shown)
    expect(cookieSeen(answer)).toBe(`jwt_token=${token}`)
    const call = traceOf(answer).find((event) => event.kind === 'called')
    expect(call?.request.headers).toContainEqual(['authorization', `Bearer ${token}`])
    // The cookie is between the browser and the client server.
    expect(JSON.stringify(call)).not.toContain('jwt_token')
  }
}

/** What `openapi.json` lists, as `method path`. */
const described = async (ask: Ask, api: string) => {
  const { paths } = jsonOf(await ask(get(`${api}/openapi.json`))) as { paths: object }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods as object).map((method) => `${method} ${path}`),
  )
}

const COMMON = ['get /', 'get /test-users-me', 'get /test-users-me-items', 'post /get-token']

const hardenedServer: Contract = {
  name: 'the client server',
  rows: hardenedRows,
  notInBrowser: 71,
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

    test('GET /openapi.json lists the routes', async () => {
      expect((await described(ask, CLIENT)).sort()).toEqual([...COMMON, 'post /logout'].sort())
    })
  },
}

const faithfulServer: Contract = {
  name: 'the client server of the tutorial',
  rows: faithfulRows,
  notInBrowser: 37,
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
