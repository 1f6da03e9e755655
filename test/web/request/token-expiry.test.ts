/** The end of the newest token of a lesson. */

import { describe, expect, test } from 'vitest'
import type { RequestDraft } from '../../../lessons/exchange/exchange.ts'
import { newestExpiry } from '../../../web/request/token-expiry.ts'
import { exchangeWith } from '../../support/exchange-literal.ts'
import { base64url } from '../../../lessons/contract/forge.ts'

/** A token whose payload is a text; nobody checks its signature here. */
const token = (payload: string) => `${base64url('{"alg":"HS256"}')}.${base64url(payload)}.c2ln`

const until = (exp: number) => token(JSON.stringify({ sub: 'johndoe', exp }))

const issuing = (access_token: string) =>
  exchangeWith({ response: { status: 200, body: JSON.stringify({ access_token }) } })

const empty: RequestDraft = { server: 'api', method: 'GET', path: '/', headers: [], body: '' }

const carrying = (value: string): RequestDraft => ({
  ...empty,
  headers: [['Authorization', value]],
})

describe('the end that counts', () => {
  test('is that of the newest token given out', () => {
    const exchanges = [issuing(until(1000)), issuing(until(2000)), exchangeWith()]
    expect(newestExpiry(exchanges, carrying(`Bearer ${until(3000)}`))).toBe(2000)
  })

  test('is that of a token which one server gave another', () => {
    const hop = exchangeWith({
      response: { status: 200, body: '<p>Logged in</p>' },
      trace: [
        {
          kind: 'called',
          request: { method: 'POST', url: 'http://localhost/token', headers: [], body: '' },
          response: { ...issuing(until(4000)).response },
          trace: [],
        },
      ],
    })
    expect(newestExpiry([issuing(until(1000)), hop], empty)).toBe(4000)
  })

  test('is that of the token on the draft where none was given out', () => {
    expect(newestExpiry([exchangeWith()], carrying(`bearer ${until(3000)}`))).toBe(3000)
  })

  test('is none where there is no token', () => {
    expect(newestExpiry([], empty)).toBeUndefined()
  })
})

test.each([
  ['1000.2', 1001],
  ['1000', 1000],
  ['253370764800', 253370764800],
  ['253370764801', undefined],
  ['0', undefined],
  ['-5', undefined],
  ['1e999', undefined],
  ['"1000"', undefined],
  ['null', undefined],
  ['[1000]', undefined],
])('a token with the exp %s ends at %s', (exp, end) => {
  expect(newestExpiry([issuing(token(`{"exp":${exp}}`))], empty)).toBe(end)
})

test.each([
  ['nothing', ''],
  ['no JWT', 'foobar'],
  ['two dots', '..'],
  ['no exp', token('{}')],
  ['no object', token('7')],
  ['no JSON', token('{')],
])('%s ends at no time', (_, text) => {
  expect(newestExpiry([issuing(text)], empty)).toBeUndefined()
})
