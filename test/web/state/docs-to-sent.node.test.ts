/** A message of the docs page, as an exchange of the journal. */

import { describe, expect, test } from 'vitest'
import firstSteps from '../../../lessons/1-first-steps/lesson.ts'
import { encodeTrace } from '../../../server/stage/trace-header.ts'
import type { DocsExchange } from '../../../web/stage/docs-message.ts'
import { docsToSent } from '../../../web/state/docs-to-sent.ts'
import { stoppedAtHeader } from '../../support/exchange-literal.ts'

const BASE = 'https://a.example/playground/'
const API = `${BASE}lessons/first-steps/api`

const read = (data: unknown) => docsToSent(data, { lesson: firstSteps, mode: 'real', base: BASE })

const messageOf = (
  url: string,
  response: Partial<DocsExchange['response']> = {},
): DocsExchange => ({
  kind: 'docs-exchange',
  request: { method: 'GET', url, headers: [['accept', '*/*']], body: '' },
  response: { status: 401, url, headers: [], body: 'x', ...response },
  milliseconds: 3,
})

describe('a message about', () => {
  test.each([
    [`${API}/items/?a=1`, 'api', '/items/?a=1'],
    [`${API}/`, 'api', '/'],
    [`${API}/v1/token`, 'v1', '/token'],
    [`${API}/v10/token`, 'api', '/v10/token'],
  ])('%s is of the server %s, at %s', (url, server, path) => {
    const sent = read(messageOf(url))
    expect(sent).toMatchObject({ server, origin: 'docs', mode: 'real', lesson: 'first-steps' })
    expect(sent!.request).toMatchObject({ path, url })
  })

  test.each([`${BASE}lessons/other/api/`, 'https://b.example/lessons/first-steps/api/', '', API])(
    'the other place %j is none',
    (url) => {
      expect(read(messageOf(url))).toBeUndefined()
    },
  )
})

test.each([undefined, null, 0, 'docs-exchange', [], {}, { kind: 'docs-leave' }])(
  'the message %j is none',
  (data) => {
    expect(read(data)).toBeUndefined()
  },
)

test('the trace is decoded, and taken out of the headers', () => {
  const sent = read(
    messageOf(`${API}/items/`, {
      headers: [
        ['x-trace', encodeTrace(stoppedAtHeader)],
        ['www-authenticate', 'Bearer'],
      ],
    }),
  )
  expect(sent!.trace).toEqual(stoppedAtHeader)
  expect(sent!.response.headers).toEqual([['www-authenticate', 'Bearer']])
})

test.each([
  { url: `${API}/items/`, redirected: true },
  { url: `${API}/items`, redirected: false },
  { url: '', redirected: false },
])('an answer from $url was redirected: $redirected', ({ url, redirected }) => {
  expect(read(messageOf(`${API}/items`, { url }))!.response.redirected).toBe(redirected)
})

test('an answer of a server that is too busy to give one is none', () => {
  const trace = (because: string) =>
    encodeTrace([
      { kind: 'refused', status: 503, detail: 'x', because: [because], facts: { logins: 9 } },
    ])
  const answered = (because: string) =>
    messageOf(`${API}/token`, { status: 503, headers: [['x-trace', trace(because)]] })
  expect(read(answered('logins-waiting'))).toBeUndefined()
  expect(read(answered('upstream-busy'))?.response.status).toBe(503)
})
