/** Forms from other origins: what a browser says of a request's origin, and what comes of it. */

import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { sameOriginOnly, sentOverTls } from '../../../server/security/same-origin.ts'
import type { HeaderList } from '../../../server/security/trace.ts'
import { perform } from '../../../server/stage/perform.ts'
import { stepHost } from '../../../server/stage/step-host.ts'
import { hosted } from '../support/steps.ts'
import { refused } from '../support/refused.ts'

const app = new Hono().post('/form', sameOriginOnly(), (c) => c.json('taken'))
const ask = hosted(app)

const site = (value: string): [string, string] => ['Sec-Fetch-Site', value]
const origin = (value: string): [string, string] => ['Origin', value]

const REFUSED = { status: 403, detail: 'Sent from another origin', because: 'origin-foreign' }

describe('where Sec-Fetch-Site is there, it decides', () => {
  /** What `Origin` says beside it: nothing, that it is withheld, or what a proxy makes of it. */
  const BESIDE: HeaderList[] = [
    [],
    [origin('null')],
    [origin('http://localhost')],
    [origin('https://localhost')],
    [origin('http://localhost:8001')],
    [origin('https://evil.example')],
  ]

  describe.each(['same-origin', 'none'])('%s', (said) => {
    test.each(BESIDE)('is taken with %j', async (...beside) => {
      const { response, trace } = await ask('POST', '/form', [site(said), ...beside])
      expect([response.status, await response.json()]).toEqual([200, 'taken'])
      expect(trace).toContainEqual(decidedAs('origin-own'))
    })
  })

  describe.each([
    'cross-site',
    // Another port of this machine.
    'same-site',
    '',
    'Same-Origin',
    'same-origin, cross-site',
    'something-new',
  ])('"%s"', (said) => {
    test.each(BESIDE)('is refused with %j', async (...beside) => {
      await refused(await ask('POST', '/form', [site(said), ...beside]), REFUSED)
    })
  })

  test('said twice it is refused', async () => {
    const headers = [site('same-origin'), site('cross-site')]
    await refused(await ask('POST', '/form', headers), REFUSED)
  })
})

describe('where it is absent, Origin decides', () => {
  test.each<[headers: HeaderList, because: string]>([
    [[], 'origin-unsaid'],
    [[['Referer', 'https://evil.example/']], 'origin-unsaid'],
    [[origin('http://localhost')], 'origin-own'],
  ])('a form with %j is taken: %s', async (headers, because) => {
    const { response, trace } = await ask('POST', '/form', headers)
    expect([response.status, await response.json()]).toEqual([200, 'taken'])
    expect(trace).toContainEqual(decidedAs(because))
  })

  test.each<[headers: HeaderList]>([
    [[origin('https://evil.example')]],
    [[origin('null')]],
    [[origin('')]],
    [[origin('https://localhost')]],
    [[origin('http://localhost:8001')]],
    [[origin('http://127.0.0.1')]],
    [[origin('http://localhost.evil.example')]],
    [[origin('http://localhost@evil.example')]],
    [[origin('http://localhost/')]],
    [[origin('HTTP://LOCALHOST')]],
    [[origin('http://localhost http://evil.example')]],
    [[origin('http://localhost'), origin('https://evil.example')]],
  ])('a form with %j is refused', async (headers) => {
    await refused(await ask('POST', '/form', headers), REFUSED)
  })
})

describe('behind a proxy whose hosts are told', () => {
  const allowedHosts = ['lab.example', 'lab.example:8443', '[fd00::1]:3000']

  const askBehind = async (headers: HeaderList) => {
    const host = stepHost(app, { title: 'a form', docsScript: 'docs.js' })
    const request = new Request('http://localhost/form', { method: 'POST', headers })
    return perform(host, request, { allowedHosts })
  }

  test.each([
    'https://lab.example',
    'http://lab.example',
    'https://lab.example:8443',
    'http://[fd00::1]:3000',
    'http://localhost',
  ])('a form of %s is taken', async (own) => {
    const { response, trace } = await askBehind([origin(own)])
    expect(response.status).toBe(200)
    expect(trace).toContainEqual(decidedAs('origin-own'))
  })

  test.each([
    'https://lab.example:9000',
    'https://www.lab.example',
    'https://lab.example.evil.example',
    'https://lab.example/',
    'ftp://lab.example',
    'lab.example',
    'null',
    '',
  ])('a form of "%s" is refused', async (foreign) => {
    await refused(await askBehind([origin(foreign)]), REFUSED)
  })

  test('a form that the browser calls same-site is refused all the same', async () => {
    const headers = [origin('https://lab.example'), site('same-site')]
    await refused(await askBehind(headers), REFUSED)
  })
})

describe('a cookie can be Secure', () => {
  const tls = new Hono().post('/form', (c) => c.json(sentOverTls(c)))

  test.each<[url: string, headers: HeaderList, said: boolean]>([
    ['http://localhost/form', [], false],
    ['https://localhost/form', [], true],
    ['http://lab.example/form', [origin('https://lab.example')], true],
    ['http://lab.example/form', [origin('http://lab.example')], false],
    ['http://lab.example/form', [origin('null')], false],
    // Anybody may say so, and nothing else rests on it.
    ['http://lab.example/form', [['X-Forwarded-Proto', 'https']], false],
    ['https://lab.example/form', [origin('null')], true],
  ])('%s with %j: %j', async (url, headers, said) => {
    const response = await tls.request(url, { method: 'POST', headers })
    expect(await response.json()).toBe(said)
  })
})

function decidedAs(because: string) {
  return { kind: 'decided', by: 'SameOrigin', gate: 'origin', pass: true, because }
}
