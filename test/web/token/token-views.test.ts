/** The inspector's smaller elements: the countdown, the explained claims, what servers said. */

import { afterEach, describe, expect, test, vi } from 'vitest'
import '../../../web/token/claim-time-view.ts'
import { readToken } from '../../../web/token/read-token.ts'
import '../../../web/token/token-part.ts'
import '../../../web/token/token-state.ts'
import { claimWords } from '../../../web/words/claims.ts'
import { tokenWords } from '../../../web/words/token.ts'
import type { Trace } from '../../../server/security/trace.ts'
import { exchangeWith } from '../../support/exchange-literal.ts'
import { all, BOTH, mount, one, rendered, textIn } from '../../support/fixture.ts'
import { base64url } from '../../../lessons/contract/forge.ts'

const { en, ko } = tokenWords
const AT = 1_893_455_999
const before = (seconds: number) => new Date((AT - seconds) * 1000)

describe('a claim’s time', () => {
  const left = (element: Element) => textIn(one(element, '.left'))

  test.each([
    ['exp', 1798, '29 minutes 58 seconds left'],
    ['exp', 1, '1 second left'],
    ['exp', 0, 'ended 0 seconds ago'],
    ['exp', -3, 'ended 3 seconds ago'],
    ['exp', 90_000, '1 day 1 hour left'],
    ['nbf', 60, 'begins in 1 minute 0 seconds'],
    ['nbf', -60, 'began 1 minute 0 seconds ago'],
    ['iat', -5, 'issued 5 seconds ago'],
    ['iat', 5, 'issued 5 seconds from now: the clocks differ'],
    ['auth_time', -5, 'logged in 5 seconds ago'],
  ] as const)('%s, %i seconds before it: %s', async (claim, seconds, text) => {
    const element = await mount('bp-claim-time', { claim, value: AT, now: before(seconds) })
    expect(left(element)).toBe(text)
  })

  test('counts in Korean', async () => {
    const element = await mount('bp-claim-time', { value: AT, now: before(1798), language: 'ko' })
    expect(left(element)).toBe('29분 58초 남았어요')
  })

  test('is written in local time and in UTC', async () => {
    const element = await mount('bp-claim-time', { value: AT, now: before(1) })
    expect(all(element, 'dt').map(textIn)).toEqual([en.time.local, en.time.utc])
    expect(textIn(all(element, 'dd')[1]!)).toBe('Dec 31, 2029, 11:59:59 PM')
    expect(all(element, 'time').map((time) => time.getAttribute('datetime'))).toEqual([
      '2029-12-31T23:59:59.000Z',
      '2029-12-31T23:59:59.000Z',
    ])
  })

  test('in milliseconds is found out', async () => {
    const element = await mount('bp-claim-time', { value: AT * 1000, now: before(1) })
    expect(textIn(one(element, '.note'))).toMatch(/milliseconds.*year 61971;.*Dec 31, 2029/)
  })

  test.each([
    ['"1893455999"', '1893455999', en.time['no-number']],
    ['null', null, en.time['no-number']],
    ['1e20', 1e20, en.time['no-date']],
  ])('%s is no time', async (_, value, text) => {
    const element = await mount('bp-claim-time', { value, now: before(1) })
    expect(textIn(element)).toBe(text)
  })

  describe('by the clock', () => {
    afterEach(() => vi.useRealTimers())

    test('counts down each second, without moving what is below', async () => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: before(10) })
      const element = await mount('bp-claim-time', { value: AT })
      const { height } = element.getBoundingClientRect()
      expect(left(element)).toBe('10 seconds left')
      for (const text of ['9 seconds left', '8 seconds left']) {
        await vi.advanceTimersByTimeAsync(1000)
        await element.updateComplete
        expect(left(element)).toBe(text)
        expect(element.getBoundingClientRect().height).toBe(height)
      }
      expect(getComputedStyle(one(element, '.left')).fontVariantNumeric).toBe('tabular-nums')
      element.remove()
      expect(vi.getTimerCount()).toBe(0)
    })

    test('a clock that stands still is not left waiting for', async () => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
      await mount('bp-claim-time', { value: AT, now: before(10) })
      expect(vi.getTimerCount()).toBe(0)
    })

    test('follows the learner’s clock when it is moved', async () => {
      const element = await mount('bp-claim-time', { value: AT, now: before(10) })
      element.now = before(-10)
      await rendered()
      expect(left(element)).toBe('ended 10 seconds ago')
    })
  })
})

describe('a part', () => {
  async function show(name: 'header' | 'payload', json: object, language: 'en' | 'ko' = 'en') {
    const reading = readToken(
      name === 'header'
        ? `${base64url(JSON.stringify(json))}.e30.`
        : `e30.${base64url(JSON.stringify(json))}.`,
    )
    if (reading.kind !== 'jws') throw new Error(reading.kind)
    return mount('bp-token-part', { name, json: reading[name], language })
  }
  const means = (element: Element) => textIn(one(element, '.means'))
  const link = (element: Element) => one(element, '.means a', HTMLAnchorElement)

  test.each([
    ['payload', 'sub', 'https://www.rfc-editor.org/rfc/rfc7519#section-4.1.2', 'RFC 7519 §4.1.2'],
    ['payload', 'scope', 'https://www.rfc-editor.org/rfc/rfc8693#section-4.2', 'RFC 8693 §4.2'],
    ['header', 'kid', 'https://www.rfc-editor.org/rfc/rfc7515#section-4.1.4', 'RFC 7515 §4.1.4'],
    ['header', 'zip', 'https://www.rfc-editor.org/rfc/rfc7516#section-4.1.3', 'RFC 7516 §4.1.3'],
    ['header', 'aud', 'https://www.rfc-editor.org/rfc/rfc7519#section-4.1.3', 'RFC 7519 §4.1.3'],
    [
      'payload',
      'nonce',
      'https://openid.net/specs/openid-connect-core-1_0.html#IDToken',
      'OpenID Connect Core §2',
    ],
  ] as const)(
    'of the %s: %s is explained, with a link to where it is defined',
    async (part, name, href, label) => {
      const element = await show(part, { [name]: 'x' })
      expect(link(element).href).toBe(href)
      expect(textIn(link(element))).toBe(label)
      const sentences: Record<string, string> = { ...claimWords.en.payload, ...claimWords.en[part] }
      expect(means(element)).toBe(`${sentences[name]} ${label}`)
    },
  )

  test.each(['role', 'alg', 'toString', '__proto__x', 'kid'])(
    'of the payload: %s is private',
    async (name) => {
      const element = await show('payload', { [name]: 1 })
      expect(means(element)).toBe(`${claimWords.en.private} RFC 7519 §4.3`)
    },
  )

  test('of the header: what the payload would say is private', async () => {
    expect(means(await show('header', { exp: 1 }))).toBe(`${claimWords.en.private} RFC 7515 §4.3`)
  })

  test.each([
    ['HS256', claimWords.ko.algorithm.HS('256')],
    ['RS512', claimWords.ko.algorithm.RS('512')],
    ['EdDSA', claimWords.ko.algorithm.EdDSA],
    ['NONE', claimWords.ko.algorithm.none],
  ])('the algorithm %s is explained', async (alg, sentence) => {
    expect(means(await show('header', { alg }, 'ko'))).toContain(sentence)
  })

  test.each(['HS999', '', 1, null])('the algorithm %j is not made up', async (alg) => {
    expect(means(await show('header', { alg }))).toBe(`${claimWords.en.header.alg} RFC 7515 §4.1.1`)
  })

  test('without members says so', async () => {
    expect(textIn(await show('payload', {}))).toContain(en.noMembers)
  })
})

describe('what servers said', () => {
  const token = 'a.b.c'
  const decided = (gate: string, pass: boolean, because = 'signature-matches'): Trace[number] => ({
    kind: 'decided',
    by: 'JWT',
    gate,
    pass,
    because,
  })
  const exchange = (...trace: Trace) =>
    exchangeWith({ id: 7, request: { headers: [['Authorization', `Bearer ${token}`]] }, trace })

  test.each(BOTH)('is told in $language', async ({ language, words }) => {
    const { state } = language === 'ko' ? ko : en
    const said = async (...trace: Trace) =>
      textIn(await mount('bp-token-state', { token, words, exchanges: [exchange(...trace)] }))
    const { api } = words.exchange
    expect(await said()).toBe(`? ${state.unverified} ${state.anyone}`)
    expect(await said(decided('signature', true))).toBe(`✓ ${state.verified(api, 7)}`)
    expect(await said(decided('token', true))).toBe(`? ${state.unverified} ${state.unread(api, 7)}`)
    const differs = words.because['signature-differs']!({})
    expect(await said(decided('signature', false, 'signature-differs'))).toBe(
      `✕ ${state.refused(words.gates['signature']!, api, 7)} ${differs}.`,
    )
    expect(await said(decided('signature', true), decided('expiry', false, 'expired'))).toBe(
      `✕ ${state.refused(words.gates['expiry']!, api, 7)} ${words.because['expired']!({})}. ${state.signed}`,
    )
  })

  test('names a gate and a reason nobody has words for as they are', async () => {
    const exchanges = [
      exchange(decided('token', true), decided('revocation', false, 'in-the-list')),
    ]
    const { words } = BOTH[0]!
    expect(textIn(await mount('bp-token-state', { token, words, exchanges }))).toMatch(
      /revocation.*in-the-list/,
    )
  })

  test.each(BOTH)(
    'without facts says the reason as it is, in $language',
    async ({ language, words }) => {
      const { state } = language === 'ko' ? ko : en
      const exchanges = [
        exchange(decided('token', true), decided('algorithm', false, 'algorithm-not-allowed')),
      ]
      expect(textIn(await mount('bp-token-state', { token, words, exchanges }))).toBe(
        `✕ ${state.refused(words.gates['algorithm']!, words.exchange.api, 7)} algorithm-not-allowed.`,
      )
    },
  )

  test('of an opaque string speaks of no decoding, and is silent before a server spoke', async () => {
    const { words } = BOTH[0]!
    const said = async (...exchanges: ReturnType<typeof exchangeWith>[]) =>
      textIn(await mount('bp-token-state', { token, opaque: true, words, exchanges }))
    const { api } = words.exchange
    expect(await said()).toBe('')
    expect(await said(exchange(decided('token', true)))).toBe(`? ${en.state.unread(api, 7)}`)
    const login = exchangeWith({ id: 3, response: { body: `{"access_token":"${token}"}` } })
    expect(await said(login)).toBe(`? ${en.state.issued(api, 3)}`)
  })

  test('says who handed it out', async () => {
    const { words } = BOTH[0]!
    const exchanges = [exchangeWith({ id: 3, response: { body: `{"access_token":"${token}"}` } })]
    expect(textIn(await mount('bp-token-state', { token, words, exchanges }))).toContain(
      en.state.issued(words.exchange.api, 3),
    )
  })
})
