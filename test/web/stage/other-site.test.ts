/** What a request of another site's page carries. */

import { describe, expect, test } from 'vitest'
import type { RequestDraft } from '../../../lessons/exchange/exchange.ts'
import type { Cookie } from '../../../web/stage/cookie-jar.ts'
import { asOtherSite } from '../../../web/stage/other-site.ts'

const cookie = (name: string, sameSite: Cookie['sameSite']): Cookie => ({
  name,
  value: 'x',
  path: '/',
  expires: undefined,
  httpOnly: false,
  secure: false,
  sameSite,
})

const draft = (...headers: RequestDraft['headers']): RequestDraft => ({
  server: 'client',
  method: 'GET',
  path: '/',
  headers,
  body: '',
})

const FOREIGN: [string, string] = ['Sec-Fetch-Site', 'cross-site']

describe('of another site', () => {
  test.each([
    [undefined, 'jwt=x'],
    ['None', 'jwt=x'],
    ['Lax', ''],
    ['Strict', ''],
  ] as const)('a cookie with SameSite %s goes along as "%s"', (sameSite, sent) => {
    expect(asOtherSite(draft(FOREIGN), [cookie('jwt', sameSite)]).headers).toEqual([
      FOREIGN,
      ['Cookie', sent],
    ])
  })

  test('those that may go along go on one line', () => {
    const jar = [cookie('a', undefined), cookie('b', 'Lax'), cookie('c', 'None')]
    expect(asOtherSite(draft(FOREIGN), jar).headers.at(-1)).toEqual(['Cookie', 'a=x; c=x'])
  })

  test('a cookie that the draft brings itself stays as it is', () => {
    const own = draft(FOREIGN, ['cookie', 'jwt=mine'])
    expect(asOtherSite(own, [cookie('jwt', undefined)])).toBe(own)
  })
})

test.each([
  draft(),
  draft(['Sec-Fetch-Site', 'same-origin']),
  draft(['Origin', 'https://prize.example']),
])('what does not come from another site stays as it is: %j', (own) => {
  expect(asOtherSite(own, [cookie('jwt', undefined)])).toBe(own)
})
