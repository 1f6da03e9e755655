/** Forms from other sites: what a browser says of a request's origin, and what comes of it. */

import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { HeaderList } from '../../../server/security/trace.ts'
import { sameSiteOnly } from '../../../server/security/same-site.ts'
import { hosted } from '../support/steps.ts'
import { refused } from '../support/refused.ts'

const ask = hosted(new Hono().post('/form', sameSiteOnly(), (c) => c.json('taken')))

const site = (value: string): [string, string] => ['Sec-Fetch-Site', value]
const origin = (value: string): [string, string] => ['Origin', value]

test.each<[headers: HeaderList, because: string]>([
  [[], 'site-unsaid'],
  [[['Referer', 'https://evil.example/']], 'site-unsaid'],
  [[site('same-origin')], 'site-own'],
  [[site('none')], 'site-own'],
  [[origin('http://localhost')], 'site-own'],
  [[origin('http://localhost'), site('same-origin')], 'site-own'],
])('a form with %j is taken: %s', async (headers, because) => {
  const { response, trace } = await ask('POST', '/form', headers)
  expect([response.status, await response.json()]).toEqual([200, 'taken'])
  expect(trace).toContainEqual({
    kind: 'decided',
    by: 'SameSite',
    gate: 'site',
    pass: true,
    because,
  })
})

test.each<[headers: HeaderList]>([
  [[site('cross-site')]],
  [[site('same-site')]],
  [[site('')]],
  [[site('Same-Origin')]],
  [[site('same-origin'), site('cross-site')]],
  [[site('something-new')]],
  [[origin('https://evil.example')]],
  [[origin('null')]],
  [[origin('')]],
  [[origin('https://localhost')]],
  [[origin('http://localhost:8001')]],
  [[origin('http://localhost.evil.example')]],
  [[origin('http://localhost@evil.example')]],
  [[origin('http://localhost/')]],
  [[origin('HTTP://LOCALHOST')]],
  [[origin('http://localhost http://evil.example')]],
  [[origin('http://localhost'), origin('https://evil.example')]],
  [[origin('http://localhost'), site('cross-site')]],
  [[origin('https://evil.example'), site('same-origin')]],
  [[origin('https://evil.example'), site('none')]],
])('a form with %j is refused', async (headers) => {
  await refused(await ask('POST', '/form', headers), {
    status: 403,
    detail: 'Sent from another site',
    because: 'site-foreign',
  })
})
