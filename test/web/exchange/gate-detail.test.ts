/** An opened gate: what was asked and found, in the source and in the standards. */

import { describe, expect, test } from 'vitest'
import type { Trace } from '../../../server/security/trace.ts'
import '../../../web/exchange/gate-detail.ts'
import { gatesOf, type GateView } from '../../../web/exchange/gates.ts'
import { sectionName, sectionsFor, sectionUrl } from '../../../web/exchange/standards.ts'
import { en as page, type Words } from '../../../web/words/en.ts'
import { gatesWords } from '../../../web/words/gates.ts'
import {
  all,
  BOTH,
  expectAccessible,
  heard,
  mount,
  one,
  textIn,
  withTokenReasons,
} from '../../support/fixture.ts'

const en = withTokenReasons(page)
const words = gatesWords.en

const expired: Trace = [
  {
    kind: 'decided',
    by: 'JWT',
    gate: 'expiry',
    pass: false,
    because: 'expired',
    facts: { exp: 1893456000 },
  },
  { kind: 'refused', status: 401, detail: 'no', because: ['expired', 'ERR_JWT_EXPIRED'] },
]

const EXPIRED = gatesOf(expired, [{ id: 'expiry', region: 'current-user' }], en)[0]!

const show = (gate: GateView, language: Words = en) =>
  mount('bp-gate-detail', { gate, words: language })

/** What stands below a term. */
const below = (detail: Element, term: string) =>
  all(detail, 'dt').find((dt) => textIn(dt) === term)?.nextElementSibling ?? undefined

/** Its words. */
const part = (detail: Element, term: string) => {
  const found = below(detail, term)
  return found && textIn(found)
}

test.each(BOTH)(
  'in $language a dependency of one’s own says nothing of what it did not tell',
  async ({ words: row }) => {
    const codes = Object.keys({ ...row.because, 'a reason of mine': '' })
    for (const because of codes) {
      const trace: Trace = [
        { kind: 'decided', by: 'router', gate: 'route', pass: true, because: 'route-found' },
        { kind: 'refused', status: 401, detail: 'no', because: [because] },
      ]
      // One that is made of a guard of ours writes the reason down, and no more.
      const decided = { kind: 'decided' as const, by: 'user', gate: 'user', pass: false, because }
      for (const seen of [trace, trace.toSpliced(1, 0, decided)]) {
        const gate = gatesOf(seen, [], row)[1]!
        expect(gate.because, because).not.toContain('undefined')
        expect(textIn(await show(gate, row)), because).not.toContain('undefined')
      }
    }
  },
)

test('a dependency of one’s own says why it refused in the words of the row: the longer ones answer a question of ours', async () => {
  const trace: Trace = [
    { kind: 'decided', by: 'router', gate: 'route', pass: true, because: 'route-found' },
    { kind: 'refused', status: 401, detail: 'no', because: ['authorization-missing'] },
  ]
  const gate = gatesOf(trace, [], en)[1]!
  expect(part(await show(gate), gatesWords.en.found)).toBe(en.because['authorization-missing']!({}))
})

describe('an opened gate', () => {
  test('says what was asked, what was found, the facts, and what the standards say', async () => {
    const detail = await show(EXPIRED)
    expect(textIn(one(detail, 'h3'))).toBe('✕ Expiry · stopped here')
    expect(part(detail, words.asked)).toBe(words.questions['expiry'])
    expect(part(detail, words.found)).toBe(words.because['expired']!({}))
    expect(part(detail, words.facts)).toBe(
      'exp: 1893456000 (2030-01-01 00:00:00 UTC) Error code: ERR_JWT_EXPIRED',
    )
    expect(part(detail, words.standard)).toContain(`RFC 7519 §4.1.4 ${words.says['7519-4.1.4']}`)
  })

  test('points at its region of the source, out of every shadow', async () => {
    const detail = await show(EXPIRED)
    const asked = heard<string>(document.body, 'show-region')
    below(detail, words.source)!.querySelector('button')!.click()
    expect(asked).toEqual(['current-user'])
  })

  test('points nowhere when its source is not on screen', async () => {
    const detail = await show(gatesOf(expired, [], en)[0]!)
    expect(below(detail, words.source)).toBeUndefined()
  })

  test('leads to the place in the server that decided', async () => {
    const detail = await show(EXPIRED)
    const asked = heard<object>(document.body, 'show-decision')
    below(detail, words.decider)!.querySelector('button')!.click()
    expect(asked).toEqual([{ by: 'JWT', gate: 'expiry', because: 'expired' }])
  })

  test('tells why a handler refused, which the client is not told', async () => {
    const trace: Trace = [
      { kind: 'decided', by: 'handler', gate: 'handler', pass: false, because: 'handler-refused' },
      { kind: 'refused', status: 401, detail: 'no', because: ['password-wrong'] },
    ]
    const detail = await show(gatesOf(trace, [], en)[0]!)
    expect(part(detail, words.found)).toBe(
      `${words.because['handler-refused']!({})} ${words.because['password-wrong']!({})}`,
    )
    expect(part(detail, words.facts)).toBeUndefined()
  })

  test('that was not reached says that nobody asked', async () => {
    const detail = await show({ id: 'subject', state: 'not-reached', because: 'not reached' })
    expect(part(detail, words.asked)).toBe(words.questions['subject'])
    expect(part(detail, words.found)).toBe(words.notReached)
  })

  test.each(['mfa', 'constructor', '__proto__', 'toString'])(
    'of which nothing is known, %j, says its reason and no more',
    async (id) => {
      const detail = await show({
        id,
        state: 'passed',
        because: 'yes',
        code: id,
        facts: { [id]: 1 },
      })
      expect(textIn(one(detail, 'h3'))).toBe(`✓ ${id} · passed`)
      expect(all(detail, 'dt').map(textIn)).toEqual([words.found, words.facts])
      expect(part(detail, words.found)).toBe('yes')
    },
  )

  test('says what lies behind a handler that refused, and gives a library’s code as it is', async () => {
    const detail = await show({
      ...EXPIRED,
      id: 'handler',
      code: 'handler-refused',
      facts: {},
      refusal: { status: 502, because: ['upstream-down', 'ERR_NEW'] },
    })
    expect(part(detail, words.found)).toContain('The auth server could not be reached.')
    expect(part(detail, words.facts)).toBe('Error code: ERR_NEW')
  })

  test.each([NaN, 1e308, -1e20])('shows an exp of %j that is no date as it is', async (exp) => {
    const detail = await show({ ...EXPIRED, facts: { exp }, refusal: undefined })
    expect(part(detail, words.facts)).toBe(`exp: ${exp}`)
  })

  test.each(BOTH)('is accessible in $language', async ({ words: language }) => {
    await expectAccessible(await show(EXPIRED, language))
  })
})

describe('the sections of the standards', () => {
  test.each([
    ['header', 'authorization-present', undefined, ['RFC 6750 §2.1']],
    [
      'header',
      'authorization-missing',
      401,
      ['RFC 6750 §3', 'RFC 9110 §15.5.2', 'RFC 9110 §11.6.1'],
    ],
    ['scheme', 'scheme-bearer', undefined, ['RFC 6750 §2.1', 'RFC 9110 §11.1']],
    ['token', 'token-found-unchecked', undefined, ['RFC 6750 §2.1']],
    ['parts', 'three-parts', undefined, ['RFC 7519 §3', 'RFC 7515 §7.1']],
    ['jose-header', 'header-readable', undefined, ['RFC 7515 §4']],
    [
      'jose-header',
      'header-critical',
      401,
      ['RFC 7515 §4.1.11', 'RFC 9110 §15.5.2', 'RFC 9110 §11.6.1'],
    ],
    ['jose-header', 'header-b64', 400, ['RFC 7797 §7']],
    ['algorithm', 'algorithm-allowed', undefined, ['RFC 8725 §3.1']],
    ['signature', 'signature-matches', undefined, ['RFC 7515 §5.2']],
    ['expiry', 'not-expired', undefined, ['RFC 7519 §4.1.4']],
    ['expiry', 'not-yet-valid', 400, ['RFC 7519 §4.1.5']],
    ['expiry', 'exp-too-far', 400, ['RFC 7519 §4.1.4']],
    ['expiry', 'iat-in-future', 400, ['RFC 7519 §4.1.6']],
    ['subject', 'subject-present', undefined, ['RFC 7519 §4.1.2']],
    ['subject', 'audience-not-ours', 400, ['RFC 7519 §4.1.3']],
    ['origin', 'origin-foreign', 403, ['W3C Fetch Metadata', 'RFC 6454 §7.3']],
    ['activeUser', 'user-disabled', 400, []],
    ['constructor', 'route-found', undefined, []],
  ] as const)('of %s with %s and the status %s are %j', (id, code, status, names) => {
    const refusal = status === undefined ? undefined : { status, because: [code] }
    const sections = sectionsFor({ id, state: 'passed', because: '', code, refusal })
    expect(sections.map(sectionName)).toEqual(names)
  })

  test.each([
    ['OAuth2PasswordForm', ['RFC 6749 §4.3.2']],
    ['LoginForm', []],
  ])('of a form that %s reads are %j', (by, names) => {
    const gate: GateView = { id: 'form', state: 'passed', because: '', by, code: 'form-complete' }
    expect(sectionsFor(gate).map(sectionName)).toEqual(names)
  })

  test('lead to where they can be read', () => {
    expect(sectionUrl('7519-4.1.4')).toBe('https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4')
    expect(sectionUrl('fetch-metadata')).toBe('https://www.w3.org/TR/fetch-metadata/')
  })
})

describe('the words of opened gates', () => {
  test.each(['questions', 'because', 'names', 'says'] as const)('cover the same %s', (table) => {
    expect(Object.keys(gatesWords.ko[table])).toEqual(Object.keys(gatesWords.en[table]))
  })

  test.each(BOTH)('in $language know each gate and each reason the row knows', ({ words: row }) => {
    expect(Object.keys(gatesWords[row.id].questions).sort()).toEqual(Object.keys(row.gates).sort())
    // An opened gate also says what lies behind a refusal: that no gate found.
    const behind = /^(upstream|cookie)-|^(logins-waiting|client-gone|login-failed)$/
    const found = Object.keys(gatesWords[row.id].because).filter((code) => !behind.test(code))
    expect(found.sort()).toEqual(Object.keys(row.because).sort())
  })
})
