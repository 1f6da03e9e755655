/** The claims of a well-signed token: dates against a set clock, and whom it is about. */

import { describe, expect, test } from 'vitest'
import { jsonWebTokens } from '../../../server/security/json-web-tokens.ts'
import { TUTORIAL_KEY } from '../../../lessons/contract/forge.ts'
import { judged, NOW, passedAll, stoppedAt } from '../support/judged.ts'
import { token } from '../support/tokens.ts'

const CLAIM = 'ERR_JWT_CLAIM_VALIDATION_FAILED'
const EXPIRED = 'ERR_JWT_EXPIRED'
const LATER = `"exp":${NOW + 1800}`

/** Texts of JSON values that are no numbers. */
const NO_NUMBERS = ['null', 'true', '""', '"soon"', '"9999999999"', '[]', '[9999999999]', '{}']

describe('claims', () => {
  test.each<[claims: string | Uint8Array]>([
    [''],
    ['johndoe'],
    ['"johndoe"'],
    ['null'],
    ['1'],
    ['[]'],
    [`[{"sub":"johndoe",${LATER}}]`],
    [`{"sub":"johndoe",${LATER}`],
    [`{"sub":"johndoe",${LATER},}`],
    [`{"sub":"johndoe",${LATER}}{}`],
    [`{'sub':'johndoe',${LATER}}`],
    [`{"sub":"johndoe",${LATER}}\0`],
    [`{"sub":"johndoe",${LATER},"x":NaN}`],
    [`{"sub":"johndoe",${LATER},"x":Infinity}`],
    ['{"sub":"johndoe","exp":NaN}'],
    ['{"sub":"johndoe","exp":Infinity}'],
    ['{"sub":"johndoe","exp":01}'],
    [Buffer.from(`{"sub":"johndoe",${LATER},"x":"\xff"}`, 'latin1')],
    [Buffer.from(`{"sub":"johndoe",${LATER}}`, 'utf16le')],
    ['['.repeat(2500)],
    [`${'['.repeat(2500)}${']'.repeat(2500)}`],
  ])('%j are no JSON object', async (claims) => {
    stoppedAt(await judged(token(claims)), 'expiry', 'claims-not-an-object', 'ERR_JWT_INVALID')
  })

  test('after a byte order mark are no JSON, though jose would read them', async () => {
    const result = await judged(token(`\ufeff{"sub":"johndoe",${LATER}}`))
    stoppedAt(result, 'expiry', 'claims-not-an-object')
  })

  test.each([
    `\n { "sub" : "johndoe" , ${LATER} } \t`,
    String.raw`{"\u0073ub":"\u006aohndoe",${LATER}}`,
    `{"sub":"alice","sub":"johndoe","exp":1,${LATER}}`,
    `{"sub":"johndoe",${LATER},"iss":"https://evil.example","role":"admin","disabled":true}`,
    `{"sub":"johndoe",${LATER},"jti":"abc"}`,
    `{"sub":"johndoe",${LATER},"__proto__":{"sub":"alice"},"constructor":null}`,
    `{"sub":"johndoe",${LATER},"x":${'['.repeat(2500)}${']'.repeat(2500)}}`,
    `{"sub":"johndoe",${LATER},"x":1e999}`,
  ])('%j are about johndoe', async (claims) => {
    expect(passedAll(await judged(token(claims)))?.sub).toBe('johndoe')
  })
})

describe('exp', () => {
  test.each<[exp: string, at: number]>([
    ['1000', 999],
    ['1000.5', 1000],
    [`${NOW + 1}`, NOW],
    ['5e9', NOW],
    ['99999999999999', NOW],
    ['9007199254740993', NOW],
    ['1e308', NOW],
  ])('%s is still to come at %d', async (exp, at) => {
    const result = await judged(token(`{"sub":"johndoe","exp":${exp}}`), { at })
    expect(passedAll(result)).toEqual({ sub: 'johndoe', exp: Number(exp) })
    expect(result.trace.at(-2)).toMatchObject({
      gate: 'expiry',
      facts: { seconds: Math.floor(Number(exp) - at) },
    })
  })

  test.each<[exp: string, at: number]>([
    ['1000', 1000],
    ['1000', 1001],
    ['1000.5', 1001],
    [`${NOW}`, NOW],
    [`${NOW - 10}`, NOW],
    ['0', NOW],
    ['-0', 0],
    ['-1', 0],
    ['1e-999', NOW],
  ])('%s is over at %d', async (exp, at) => {
    const result = await judged(token(`{"sub":"johndoe","exp":${exp}}`), { at })
    stoppedAt(result, 'expiry', 'expired', EXPIRED)
    expect(result.trace.at(-1)).toMatchObject({ facts: { exp: Number(exp) } })
  })

  test('-1e999 is over, and no number to show', async () => {
    const result = await judged(token('{"sub":"johndoe","exp":-1e999}'))
    stoppedAt(result, 'expiry', 'expired', EXPIRED)
    expect(result.trace.at(-1)).not.toHaveProperty('facts')
  })

  test('that is missing is asked for', async () => {
    stoppedAt(await judged(token('{"sub":"johndoe"}')), 'expiry', 'exp-missing', CLAIM)
    stoppedAt(await judged(token('{}')), 'expiry', 'exp-missing', CLAIM)
    const inherited = '{"sub":"johndoe","__proto__":{"exp":9999999999}}'
    stoppedAt(await judged(token(inherited)), 'expiry', 'exp-missing', CLAIM)
  })

  test('comes twice, and the last one counts', async () => {
    const result = await judged(token(`{"sub":"johndoe",${LATER},"exp":1}`))
    stoppedAt(result, 'expiry', 'expired', EXPIRED)
  })
})

describe('a date', () => {
  const rows = ['exp', 'nbf', 'iat'].flatMap((claim) => NO_NUMBERS.map((value) => [claim, value]))
  test.each(rows as [string, string][])('%s that is %s is none', async (claim, value) => {
    const others = claim === 'exp' ? '' : `,${LATER}`
    const result = await judged(token(`{"sub":"johndoe","${claim}":${value}${others}}`))
    stoppedAt(result, 'expiry', `${claim}-not-a-date`, CLAIM)
  })

  test.each([
    ['exp', '1e999'],
    ['nbf', '-1e999'],
    ['iat', '1e999'],
    ['iat', '-1e999'],
  ])('%s that is %s never comes, though jose takes it', async (claim, value) => {
    const others = claim === 'exp' ? '' : `,${LATER}`
    const result = await judged(token(`{"sub":"johndoe","${claim}":${value}${others}}`))
    stoppedAt(result, 'expiry', `${claim}-not-a-date`)
  })

  test.each([`${NOW + 1}`, `${NOW + 0.5}`, '9999999999', '1e999'])(
    'nbf that is %s is too early',
    async (nbf) => {
      const result = await judged(token(`{"sub":"johndoe",${LATER},"nbf":${nbf}}`))
      stoppedAt(result, 'expiry', 'not-yet-valid', CLAIM)
    },
  )

  test.each([
    ['nbf', `${NOW}`],
    ['nbf', `${NOW - 600}`],
    ['nbf', '-1'],
    ['iat', `${NOW + 86_400}`],
    ['iat', '-1'],
    ['iat', '0.5'],
  ])('%s that is %s is no obstacle', async (claim, value) => {
    passedAll(await judged(token(`{"sub":"johndoe",${LATER},"${claim}":${value}}`)))
  })
})

describe('with a longest life of a day', () => {
  const by = jsonWebTokens({ key: TUTORIAL_KEY, algorithm: 'HS256', maxMinutes: 24 * 60 })
  const DAY = 86_400
  const claims = (more: string) => token(`{"sub":"johndoe",${more}}`)

  test.each([
    `"exp":${NOW + 1}`,
    `"exp":${NOW + DAY}`,
    `"exp":${NOW + 1800},"iat":${NOW}`,
    `"exp":${NOW + DAY},"iat":${NOW}`,
    `"exp":${NOW + 1800},"iat":${NOW + 60}`,
    `"exp":${NOW + 1800},"iat":${NOW + 1800 - DAY}`,
    `"exp":${NOW + 1800},"nbf":-1e308`,
  ])('a token with %s passes', async (dates) => {
    passedAll(await judged(claims(dates), { by }))
  })

  test.each([
    [`"exp":${NOW + DAY + 1}`, 'exp-too-far'],
    [`"exp":${NOW + DAY}.5`, 'exp-too-far'],
    [`"exp":${NOW + 100 * 365 * DAY}`, 'exp-too-far'],
    [`"exp":${NOW * 1000}`, 'exp-too-far'],
    ['"exp":9007199254740993', 'exp-too-far'],
    ['"exp":8640000000001', 'exp-too-far'],
    ['"exp":1e308', 'exp-too-far'],
    ['"exp":1e999', 'exp-not-a-date'],
    [`"exp":${NOW + 1800},"iat":${NOW + 1800 - DAY - 1}`, 'exp-too-far'],
    [`"exp":${NOW + 1800},"iat":-1e308`, 'exp-too-far'],
    [`"exp":${NOW + 1800},"iat":${NOW + 61}`, 'iat-in-future'],
    [`"exp":${NOW + 1800},"iat":1e308`, 'iat-in-future'],
    [`"exp":1e308,"iat":1e308`, 'iat-in-future'],
  ])('a token with %s is stopped: %s', async (dates, because) => {
    stoppedAt(await judged(claims(dates), { by }), 'expiry', because)
  })

  test('a start that never comes is too early', async () => {
    const result = await judged(claims(`"exp":${NOW + 1800},"nbf":1e308`), { by })
    stoppedAt(result, 'expiry', 'not-yet-valid', CLAIM)
  })
})
