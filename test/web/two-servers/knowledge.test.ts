/** Who knows what, read off the wire. */

import { expect, test } from 'vitest'
import type { Exchange } from '../../../lessons/exchange/exchange.ts'
import type { TraceEvent } from '../../../server/security/trace.ts'
import '../../../web/two-servers/knowledge.ts'
import { knowledgeOf } from '../../../web/two-servers/knowledge.ts'
import { en } from '../../../web/words/en.ts'
import { twoServersWords } from '../../../web/words/two-servers.ts'
import { exchangeWith } from '../../support/exchange-literal.ts'
import { all, BOTH, expectAccessible, mount, textIn } from '../../support/fixture.ts'

const known = (exchanges: Exchange[]) => {
  const { browser, client, auth } = knowledgeOf(exchanges, ({ server }) => server === 'auth')
  return { browser: [...browser], client: [...client], auth: [...auth] }
}

const FORM = 'username=johndoe&password=secret'

/** A hop from the client server to the auth server. */
const called = (
  { body = '', authorization = '' },
  answer: { status: number; body: string } | null,
): TraceEvent => ({
  kind: 'called',
  request: {
    method: 'POST',
    url: 'http://localhost/token',
    headers: authorization ? [['authorization', authorization]] : [],
    body,
  },
  response: answer && { ...answer, headers: [] },
  trace: [],
})

const setCookie: TraceEvent = {
  kind: 'sent',
  status: 200,
  headers: [['set-cookie', 'jwt_token=a.b.c; HttpOnly']],
}

test('before anything crossed, only the key is known, to the one who signs', () => {
  expect(known([])).toEqual({ browser: [], client: [], auth: ['key'] })
})

test('a login at the client server shows password and token to all', () => {
  const login = exchangeWith({
    server: 'client',
    request: { body: FORM },
    trace: [called({ body: FORM }, { status: 200, body: '{"access_token": "a.b.c"}' }), setCookie],
  })
  expect(known([login])).toEqual({
    browser: ['password', 'cookie', 'token'],
    client: ['password', 'cookie', 'token'],
    auth: ['key', 'password', 'token'],
  })
})

test('a login at the auth server itself leaves the client server out', () => {
  const login = exchangeWith({
    server: 'auth',
    request: { body: FORM },
    response: { status: 200, body: '{"access_token":"a.b.c"}' },
  })
  expect(known([login])).toEqual({
    browser: ['password', 'token'],
    client: [],
    auth: ['key', 'password', 'token'],
  })
})

test('a call that nobody answered taught nobody anything', () => {
  const login = exchangeWith({ server: 'client', trace: [called({ body: FORM }, null)] })
  expect(known([login])).toEqual({ browser: [], client: [], auth: ['key'] })
})

test.each([
  ['an empty password', { request: { body: 'username=a&password=' } }],
  ['a field whose name ends alike', { request: { body: 'xpassword=secret' } }],
  [
    'a cookie taken back',
    { trace: [{ ...setCookie, headers: [['set-cookie', 'jwt_token=; Max-Age=0']] }] },
  ],
  ['another scheme', { request: { headers: [['Authorization', 'Basic x']] } }],
] as [string, Parameters<typeof exchangeWith>[0]][])('%s is no secret', (_, part) => {
  expect(known([exchangeWith({ server: 'client', ...part })]).client).toEqual([])
})

test.each(BOTH)('stands in a table with words for each cell ($language)', async ({ words }) => {
  const table = await mount('bp-knowledge', { exchanges: [], words })
  expect(all(table, 'td.knows').map(textIn)).toEqual([`● ${twoServersWords[words.id].knows.yes}`])
  expect(all(table, 'td.not')).toHaveLength(11)
  await expectAccessible(table)
})

test('names the parties and the secrets', async () => {
  const table = await mount('bp-knowledge', { exchanges: [], words: en })
  expect(all(table, 'th').map(textIn)).toEqual([
    twoServersWords.en.knows.password,
    twoServersWords.en.knows.token,
    twoServersWords.en.knows.cookie,
    twoServersWords.en.knows.key,
    twoServersWords.en.knows.browser,
    twoServersWords.en.knows.client,
    twoServersWords.en.knows.auth,
  ])
})
