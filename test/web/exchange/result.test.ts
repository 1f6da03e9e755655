/** What became of the last request: there is always something to read. */

import { expect, test } from 'vitest'
import firstSteps from '../../../lessons/1-first-steps/lesson.ts'
import type { Gates } from '../../../web/exchange/gates.ts'
import type { Result } from '../../../web/exchange/result.ts'
// The page loads it once it stands.
import '../../../web/exchange/exchange.ts'
import '../../../web/exchange/result.ts'
import { en } from '../../../web/words/en.ts'
import { exchangeWith, stoppedAtHeader } from '../../support/exchange-literal.ts'
import { all, BOTH, expectAccessible, heard, mount, one, textIn } from '../../support/fixture.ts'

const show = (part: Partial<Result> = {}) =>
  mount('bp-result', { lesson: firstSteps, words: en, ...part })

const exchange = exchangeWith({ trace: stoppedAtHeader })

test('before the first request invites to send one', async () => {
  const said = textIn(await show())
  expect(said).toBe(`${en.empty.titles.not} ${en.empty.text}`)
})

test.each([
  { begun: 'elsewhere', text: en.empty.text },
  { begun: 'before', text: en.empty.gone },
] as const)('before the first request of a page says where one was sent: $begun', async (row) => {
  const { begun, text } = row
  expect(textIn(await show({ begun }))).toBe(`${en.empty.titles[begun]} ${text}`)
})

test.each([
  ['GET', '/items/', ['Route', 'Header', 'Scheme', 'Token', 'Handler']],
  ['GET', '/items/?q=1', ['Route', 'Header', 'Scheme', 'Token', 'Handler']],
  ['POST', '/items/', []],
  ['GET', '/nowhere', []],
  ['__proto__', '', []],
])('before the first request shows the gates that %s %s will meet', async (method, path, gates) => {
  const draft = { server: 'api', method, path, headers: [], body: '' }
  expect(all(await show({ draft }), '.empty li').map(textIn)).toEqual(gates)
})

test('shows the exchange, with the gates its route would have had', async () => {
  const result = await show({ exchange })
  expect(all(result, '[data-gate]').map(({ dataset }) => dataset['gate'])).toEqual([
    'route',
    'header',
    'scheme',
    'token',
    'handler',
  ])
})

test('of another lesson’s exchange shows the gates it met, and none that stand before this lesson’s', async () => {
  const result = await show({ exchange: { ...exchange, lesson: 'current-user' } })
  const met = exchange.trace.flatMap((event) => (event.kind === 'decided' ? event.gate : []))
  expect(all(result, '[data-gate]').map(({ dataset }) => dataset['gate'])).toEqual(met)
})

test.each([
  ['of the server on screen', 'api', ['route', 'scheme', 'scheme', 'scheme', 'handler']],
  ['of the same app under another path', 'v1', ['route', 'scheme', 'scheme', 'scheme', 'handler']],
  ['of no server on screen', 'elsewhere', Array<undefined>(5).fill(undefined)],
])('knows where the gates %s stand in its source', async (_, server, regions) => {
  const result = await show({ exchange, server })
  const [gates] = all<Gates>(result, 'bp-gates')
  expect(gates!.gates.map(({ region }) => region)).toEqual(regions)
})

test('that nobody answered says so at once, though an earlier exchange is there', async () => {
  const result = await show({ exchange, failed: 'browser' })
  expect(textIn(one(result, '[role=alert]'))).toBe(`${en.failed.title} ${en.failed.browser}`)
  expect(all(result, 'bp-exchange')).toEqual([])
  expect(all(result, 'button')).toEqual([])
})

test('the focus goes to what can be done where no answer came', async () => {
  const result = await show({ failed: 'real' })
  result.focus()
  expect(result.renderRoot.querySelector(':focus')).toBe(one(result, 'button'))
})

test('that the real server did not answer offers the one in the browser', async () => {
  const result = await show({ failed: 'real' })
  const asked = heard(result, 'send-in-browser')
  expect(textIn(one(result, '[role=alert]'))).toContain(en.failed.real)
  one(result, 'button').click()
  expect(asked).toHaveLength(1)
})

test.each(BOTH)(
  'that the server is busy is said in $language, and can be given up',
  async ({ words }) => {
    const result = await show({ exchange, busy: { logins: 9, seconds: 1 }, words })
    const asked = heard(result, 'cancel-request')
    expect(textIn(one(result, '[role=status]'))).toBe(words.busy.waiting(9, 1))
    expect(words.busy.waiting(9, 1)).toMatch(/9.*1/)
    one(result, 'button').click()
    expect(asked).toHaveLength(1)
  },
)

test.each(
  BOTH.flatMap((both) => [
    { ...both, state: 'empty', part: {} },
    { ...both, state: 'a draft', part: { draft: firstSteps.requests['no-header']! } },
    { ...both, state: 'failed', part: { failed: 'real' as const } },
    { ...both, state: 'busy', part: { busy: { logins: 1, seconds: 1 } } },
    { ...both, state: 'an exchange', part: { exchange } },
  ]),
)('is accessible in $language: $state', async ({ words, part }) => {
  await expectAccessible(await show({ ...part, words }))
})

test.each([
  ['real-late', en.failed.title, true],
  ['browser-late', en.failed.title, false],
  ['not-loaded', 'Could not be loaded', false],
  ['cancelled', 'Cancelled', false],
] as const)('why there is no answer is said for %s', async (failed, title, offersBrowser) => {
  const result = await show({ exchange, failed })
  const said = textIn(one(result, '[role=alert]'))
  expect(said).toContain(`${title} ${en.failed[failed]}`)
  expect(all(result, 'button')).toHaveLength(offersBrowser ? 1 : 0)
})
