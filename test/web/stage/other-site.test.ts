/** What a request of another site's page carries: as Chromium sends it, which was tried. */

import { describe, expect, test } from 'vitest'
import type { RequestDraft } from '../../../lessons/exchange/exchange.ts'
import type { Cookie } from '../../../web/stage/cookie-jar.ts'
import { asOtherSite } from '../../../web/stage/other-site.ts'

const NOW = 1_800_000_000_000

const cookie = (name: string, sameSite: Cookie['sameSite'], seconds = 0): Cookie => ({
  name,
  value: 'x',
  path: '/',
  created: NOW - seconds * 1000,
  expires: undefined,
  httpOnly: false,
  secure: sameSite === 'None',
  sameSite,
})

const draft = (method: string, ...headers: RequestDraft['headers']): RequestDraft => ({
  server: 'client',
  method,
  path: '/',
  headers,
  body: '',
})

const FOREIGN: [string, string] = ['Sec-Fetch-Site', 'cross-site']
const PAGE: [string, string] = ['Sec-Fetch-Dest', 'document']
const FRAME: [string, string] = ['Sec-Fetch-Dest', 'iframe']

describe('of another site', () => {
  test.each([
    ['a form that posts and opens a page', 'POST', [PAGE], 'None Unset'],
    ['a link, or a form that gets a page', 'GET', [PAGE], 'None Lax Unset'],
    ['a form that posts into a frame', 'POST', [FRAME], 'None'],
    ['a frame', 'GET', [FRAME], 'None'],
    ['a script that asks', 'GET', [], 'None'],
  ] as const)('%s carries the new cookies %j', (_, method, said, sent) => {
    const jar = (['None', 'Lax', 'Strict', undefined] as const).map((sameSite) =>
      cookie(sameSite ?? 'Unset', sameSite),
    )
    const { headers } = asOtherSite(draft(method, FOREIGN, ...said), jar, NOW)
    const [name, line] = headers.at(-1)!
    expect(name).toBe('Cookie')
    expect(line.replaceAll('=x', '').split('; ').join(' ')).toBe(sent)
  })

  test.each([
    [0, 'jwt=x'],
    [119, 'jwt=x'],
    [120, ''],
    [3600, ''],
  ])('a form that posts carries a cookie that says nothing, %i s old: "%s"', (age, sent) => {
    const { headers } = asOtherSite(
      draft('POST', FOREIGN, PAGE),
      [cookie('jwt', undefined, age)],
      NOW,
    )
    expect(headers.at(-1)).toEqual(['Cookie', sent])
  })

  test('a link carries it however old it is', () => {
    const { headers } = asOtherSite(
      draft('GET', FOREIGN, PAGE),
      [cookie('jwt', undefined, 3600)],
      NOW,
    )
    expect(headers.at(-1)).toEqual(['Cookie', 'jwt=x'])
  })

  test('a cookie that the draft brings itself stays as it is', () => {
    const own = draft('POST', FOREIGN, PAGE, ['cookie', 'jwt=mine'])
    expect(asOtherSite(own, [cookie('jwt', undefined)], NOW)).toBe(own)
  })
})

test.each([
  draft('GET', PAGE),
  draft('GET', PAGE, ['Sec-Fetch-Site', 'same-origin']),
  draft('GET', PAGE, ['Origin', 'https://prize.example']),
])('what does not come from another site stays as it is: %j', (own) => {
  expect(asOtherSite(own, [cookie('jwt', undefined)], NOW)).toBe(own)
})
