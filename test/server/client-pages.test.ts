/** What a person in a browser gets from the hardened client server, where a program gets JSON. */

import { beforeAll, describe, expect, test } from 'vitest'
import type { HeaderList } from '../../server/security/trace.ts'
import { useBcrypt } from '../../server/security/password.ts'
import { nobodyListens } from '../../server/stage/stopped.ts'
import { askClient, CLIENT, FAITHFUL, loginOf } from '../support/ask-client.ts'
import { cheapBcrypt } from './support/cheap-bcrypt.ts'

beforeAll(() => useBcrypt(cheapBcrypt()))

/** What Chromium, Firefox and WebKit say when an address is opened or a form is sent. */
const NAVIGATION: [string, string] = [
  'Accept',
  'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
]

type Asked = Parameters<typeof askClient>[1]
type Fetch = Parameters<typeof askClient>[2]

const ask = async (asked: Asked, fetch?: Fetch) =>
  (await askClient(
    CLIENT,
    { ...asked, headers: [...(asked.headers ?? []), NAVIGATION] },
    ...(fetch ? [fetch] : []),
  ))!

const get = (path: string, headers: HeaderList = []): Asked => ({ method: 'GET', path, headers })

/** Where the forms and links of a page lead, below the server. */
const leadsTo = (text: string, path: string) => {
  const base = new URL(CLIENT + path, 'http://localhost')
  return [...text.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, to]) =>
    new URL(to!, base).pathname.slice(CLIENT.length),
  )
}

const ONWARD = ['/test-users-me', '/test-users-me-items', '/', '/logout']

const answers =
  (body: unknown, status: number): Fetch =>
  () =>
    Promise.resolve(Response.json(body, { status }))

const foreign: HeaderList = [
  ['Origin', 'https://evil.example'],
  ['Sec-Fetch-Site', 'cross-site'],
]

/** A login that does not come to a cookie, why, and what the page says of it. */
const FAILED: [what: string, status: number, says: string, asked: Asked, fetch?: Fetch][] = [
  ['a wrong password', 401, 'Login failed', loginOf('johndoe', 'wrong')],
  ['no password', 422, 'password: Field required', loginOf('johndoe', '')],
  [
    'an empty form',
    422,
    'username: Field required; password: Field required',
    { method: 'POST', path: '/get-token' },
  ],
  [
    'a form without an end',
    400,
    'There was an error parsing the body',
    {
      method: 'POST',
      path: '/get-token',
      headers: [['Content-Type', 'multipart/form-data; boundary=x']],
      body: 'x',
    },
  ],
  ['far too long a name', 413, 'Request body too large', loginOf('x'.repeat(70_000))],
  ['another origin', 403, 'Sent from another origin', { ...loginOf('johndoe'), headers: foreign }],
  [
    'an auth server that is down',
    502,
    'The auth server cannot be reached',
    loginOf('johndoe'),
    nobodyListens,
  ],
  [
    'an auth server that is busy',
    503,
    'The auth server gave no token',
    loginOf('johndoe'),
    answers({}, 503),
  ],
]

test.each(FAILED)(
  'a login that failed for %s is a page of status %i that says so, with the form to try again',
  async (_, status, says, asked, fetch) => {
    const answer = await ask(asked, fetch)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('referrer-policy')).toBe('same-origin')
    expect(answer.headers.has('set-cookie')).toBe(false)
    expect(answer.text).toContain(`<p>${says}</p>`)
    expect(leadsTo(answer.text, '/get-token')).toContain('/get-token')
  },
)

test.each<[asked: Asked, status: number, says: string]>([
  [get('/test-users-me'), 401, 'No access token available'],
  [get('/test-users-me-items', [['Cookie', 'jwt_token=a b']]), 401, 'No access token available'],
  [{ method: 'POST', path: '/logout', headers: foreign }, 403, 'Sent from another origin'],
  [get('/logout'), 405, 'Method Not Allowed'],
  [get('/get-token'), 405, 'Method Not Allowed'],
  [get('/nowhere'), 404, 'Not Found'],
  // Links and forms lead to the server's own paths from here too.
  [get('/users/me/'), 404, 'Not Found'],
  [get('/a/b%2Fc/d?e=/f/g'), 404, 'Not Found'],
])('%j is answered with a page of status %i: %s', async (asked, status, says) => {
  const { headers, text, ...answer } = await ask(asked)
  expect(answer.status).toBe(status)
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(headers.get('allow')).toBe(status === 405 ? 'POST' : null)
  expect(text).toContain(`<p>${says}</p>`)
  expect(leadsTo(text, asked.path)).toEqual(['/get-token', ...ONWARD])
})

describe('who is logged in can go on', () => {
  const logIn = async () => {
    const answer = await ask(loginOf('johndoe'))
    const [cookie = ''] = answer.headers.getSetCookie()
    return { answer, cookie: ['Cookie', cookie.split(';')[0]!] as [string, string] }
  }

  test('from the page after the login, to the data, to log out and to the form', async () => {
    const { answer } = await logIn()
    expect(answer.text).toContain('Logged in as johndoe')
    expect(leadsTo(answer.text, '/get-token')).toEqual(ONWARD)
    expect(answer.text).toContain('<form action="logout" method="post">')
  })

  test.each(['/test-users-me', '/test-users-me-items'])('from %s', async (path) => {
    const { cookie } = await logIn()
    const { status, headers, text } = await ask(get(path, [cookie]))
    expect(status).toBe(200)
    expect(leadsTo(text, path)).toEqual(ONWARD)
    expect(headers.get('referrer-policy')).toBe('same-origin')
  })

  test('from a refusal of the auth server’s, and still as who logged in', async () => {
    const { cookie } = await logIn()
    const { status, headers, text } = await ask(get('/test-users-me', [cookie]), nobodyListens)
    expect(status).toBe(502)
    expect(headers.has('set-cookie')).toBe(false)
    expect(leadsTo(text, '/test-users-me')).toEqual(['/get-token', ...ONWARD])
  })
})

describe('a program gets what the tutorial’s client server has', () => {
  test.each(['*/*', 'application/json', undefined])('JSON for Accept: %s', async (accept) => {
    const headers: HeaderList = accept === undefined ? [] : [['Accept', accept]]
    for (const asked of [get('/test-users-me'), get('/nowhere'), { ...loginOf('', '') }]) {
      const answer = await askClient(CLIENT, { ...asked, headers })
      expect(answer!.headers.get('content-type')).toBe('application/json')
      expect(answer!.headers.get('referrer-policy')).toBe('no-referrer')
    }
  })

  test('and a page without links after the login', async () => {
    const { text } = (await askClient(CLIENT, loginOf('johndoe')))!
    expect(text).toContain('<body>Logged in as johndoe</body>')
  })
})

test('the tutorial’s own answers a browser as it answers all', async () => {
  for (const asked of [get('/'), loginOf('johndoe'), loginOf('johndoe', 'x'), get('/nowhere')]) {
    const toAll = (await askClient(FAITHFUL, asked))!
    const toBrowsers = (await askClient(FAITHFUL, {
      ...asked,
      headers: [...(asked.headers ?? []), NAVIGATION],
    }))!
    expect([toBrowsers.status, toBrowsers.text]).toEqual([toAll.status, toAll.text])
    expect(toAll.headers.has('referrer-policy')).toBe(false)
  }
})
