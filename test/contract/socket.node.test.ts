/** The contract over a socket, and what only a socket can carry. */

import { beforeAll, describe, expect, test } from 'vitest'
import { useBcrypt } from '../../server/security/index.ts'
import type { HeaderList } from '../../server/security/trace.ts'
import { createSite } from '../../server/playground/site.ts'
import { cheapBcrypt } from '../server/support/cheap-bcrypt.ts'
import { askRaw } from '../support/raw-http.ts'
import { realServer } from '../support/real-server.ts'
import { type Answer, decisionsOf, normal, traceOf } from '../../lessons/contract/answer.ts'
import { declareContracts } from './contracts.ts'
import { form, JOHN } from '../../lessons/contract/form-rows.ts'

// A few logins at their full cost are in socket-logins.node.test.ts.
beforeAll(() => useBcrypt(cheapBcrypt()))

const server = realServer(createSite({ weak: true }), { allowedHosts: ['named.example'] })

const API = '/lessons/first-steps/api'
const CLIENT = '/lessons/two-servers/client'

const TOKEN: [string, string] = ['Authorization', 'Bearer x']

const ask = async (request: Parameters<typeof askRaw>[1]): Promise<Answer> => {
  const { body, ...answer } = await askRaw(server.port, request)
  return { ...answer, body: new Uint8Array(body).buffer }
}

declareContracts(ask)

const authorizations: [what: string, lines: HeaderList][] = [
  [
    'two tokens',
    [
      ['Authorization', 'Bearer first'],
      ['Authorization', 'Bearer second'],
    ],
  ],
  [
    'the same token twice',
    [
      ['Authorization', 'Bearer a'],
      ['authorization', 'Bearer a'],
    ],
  ],
  [
    'two schemes',
    [
      ['Authorization', 'Bearer first'],
      ['Authorization', 'Basic am9objo='],
    ],
  ],
  [
    'an empty line before',
    [
      ['Authorization', ''],
      ['Authorization', 'Bearer foobar'],
    ],
  ],
  [
    'another header between',
    [
      ['AUTHORIZATION', 'Bearer a'],
      ['X-A', '1'],
      ['Authorization', 'b'],
    ],
  ],
]

test.each(authorizations)(
  'GET /items/ with several Authorization lines (%s) answers 400 and says why in the trace',
  async (_, headers) => {
    const answer = await ask({ method: 'GET', path: `${API}/items/`, headers })
    expect(normal(answer)).toMatchObject({
      status: 400,
      headers: { 'content-type': 'application/json', 'www-authenticate': null },
    })
    expect(JSON.parse(Buffer.from(answer.body).toString())).toEqual({
      detail: 'Several Authorization headers',
    })
    expect(decisionsOf(traceOf(answer))).toEqual(['+ route-found', '- authorization-repeated'])
  },
)

test('the trace shows field lines as they came, in order and with repeated names', async () => {
  const answer = await ask({
    method: 'GET',
    path: `${API}/items/`,
    headers: [
      ['X-B', '1'],
      ['X-A', '2'],
      ['x-b', '3'],
    ],
  })
  const received = traceOf(answer).find((event) => event.kind === 'received')
  expect(received?.headers.filter(([name]) => name.startsWith('x-'))).toEqual([
    ['x-b', '1'],
    ['x-a', '2'],
    ['x-b', '3'],
  ])
})

test.each([
  `${API}/./items/`,
  `${API}/../api/items/`,
  `${API}/v1/../items/`,
  `${API}/%2e/items/`,
  `${API}/.%2E/api/items/`,
  '/lessons/../lessons/first-steps/api/items/',
])('GET %s answers 404: dot segments are not resolved', async (path) => {
  const answer = await ask({ method: 'GET', path, headers: [['Authorization', 'Bearer foobar']] })
  expect(normal(answer)).toMatchObject({
    status: 404,
    headers: { 'content-type': 'application/json' },
  })
})

describe.each<[what: string, headers: HeaderList]>([
  ['alone', []],
  ['with a token', [['Authorization', 'Bearer x']]],
  ['with a cookie of the lab', [['X-Playground-Header-Cookie', 'a=b'], TOKEN]],
  ['with an origin of the lab', [['X-Playground-Header-Origin', 'null'], TOKEN]],
  ['at another time', [['X-Playground-Now', '2030-01-01T00:00:00Z'], TOKEN]],
  ['that says it is a GET', [['X-HTTP-Method-Override', 'GET'], TOKEN]],
])('a request %s', (_, headers) => {
  test.each(['TRACE', 'PROPFIND', 'QUERY', 'PURGE', 'M-SEARCH', 'OPTIONS', 'PUT'])(
    'by %s to /items/ answers 405',
    async (method) => {
      const answer = await ask({ method, path: `${API}/items/`, headers })
      expect(normal(answer)).toMatchObject({ status: 405, headers: { allow: 'GET' } })
      expect(traceOf(answer)[0]).toMatchObject({ kind: 'received', method })
    },
  )
})

test.each([
  `${API}/items//`,
  `${API}//items/`,
  '/lessons/first-steps//api/items/',
  '/lessons//first-steps/api/items/',
  '//lessons/first-steps/api/items/',
  '/lessons/current-user/api/users//me',
  '/lessons/current-user/api/users/me//',
  `${CLIENT}//`,
])('GET %s answers 404: a doubled slash makes another path', async (path) => {
  const answer = await ask({ method: 'GET', path, headers: [TOKEN] })
  expect(normal(answer)).toMatchObject({ status: 404, headers: { location: null } })
})

test.each(['named.example', 'named.example:8443', 'localhost:1', '[::1]:3000'])(
  'GET /items with Host %s redirects to a path, never to that host',
  async (host) => {
    const answer = await ask({
      method: 'GET',
      path: `${API}/items`,
      headers: [
        ['Host', host],
        ['X-Forwarded-Host', host],
        ['X-Forwarded-Proto', 'https'],
      ],
    })
    expect(normal(answer)).toMatchObject({ status: 307, headers: { location: `${API}/items/` } })
  },
)

test.each(['localhost', 'named.example', 'named.example:8443', `127.0.0.1:1`])(
  'POST /get-token with Host %s asks the auth server of this very socket, never that host',
  async (host) => {
    const { headers = [], body = '' } = form(JOHN)
    const answer = await ask({
      method: 'POST',
      path: `${CLIENT}/get-token`,
      headers: [['Host', host], ['X-Forwarded-Host', host], ...headers],
      body,
    })
    const call = traceOf(answer).find((event) => event.kind === 'called')
    const auth = `http://127.0.0.1:${server.port}/lessons/two-servers/auth`
    expect(call?.request.url).toBe(`${auth}/token`)
    expect(call?.response?.status).toBe(200)
    expect(answer.status).toBe(200)
  },
)
