/** Visits to a client server, from the login on. */

import { expect } from 'vitest'
import {
  type Answer,
  type Ask,
  get,
  jsonOf,
  setCookiesOf,
  textOf,
  traceOf,
} from '../../contract/answer.ts'
import { form, JOHN } from '../../contract/form-rows.ts'

export const post = (path: string, body = '') => {
  const { headers = [] } = form(body)
  return { method: 'POST', path, headers, body }
}

/** Sends along what was set last, as a browser does by itself; here there is one cookie at a time. */
export function keepingCookies(ask: Ask): Ask {
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

export const tokenIn = (answer: Answer) =>
  /^jwt_token=([\w.-]+)/.exec(setCookiesOf(traceOf(answer))[0]!)?.[1]

export const cookieSeen = (answer: Answer) => {
  const received = traceOf(answer).find((event) => event.kind === 'received')
  return received?.headers.find(([name]) => name === 'cookie')?.[1]
}

/** Logs in, and asks for data with what that gave. */
export async function loggedIn(ask: Ask, api: string): Promise<void> {
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
export const described = async (ask: Ask, api: string) => {
  const { paths } = jsonOf(await ask(get(`${api}/openapi.json`))) as { paths: object }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods as object).map((method) => `${method} ${path}`),
  )
}

export const COMMON = ['get /', 'get /test-users-me', 'get /test-users-me-items', 'post /get-token']
