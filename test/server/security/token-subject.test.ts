/** Whom a well-signed token of now is about, and what says that it was made for something else. */

import { describe, expect, test } from 'vitest'
import { judged, NOW, passedAll, stoppedAt } from '../support/judged.ts'
import { token } from '../support/tokens.ts'

const LATER = `"exp":${NOW + 1800}`

describe('the subject', () => {
  test.each([
    '"x":1',
    '"sub":null',
    '"sub":""',
    '"sub":123',
    '"sub":true',
    '"sub":[]',
    '"sub":["johndoe"]',
    '"sub":{"toString":"johndoe"}',
    '"__proto__":{"sub":"johndoe"}',
    '"Sub":"johndoe"',
    '"sub":"johndoe","sub":null',
  ])('with %s is nobody', async (claim) => {
    stoppedAt(await judged(token(`{${LATER},${claim}}`)), 'subject', 'subject-missing')
  })

  test.each([
    ['"__proto__"', '__proto__'],
    ['"constructor"', 'constructor'],
    ['" johndoe "', ' johndoe '],
    [String.raw`"johndoe\u0000"`, 'johndoe\0'],
    [String.raw`"\ud800"`, '\ud800'],
    ['"\ud55c\uad6d\uc5b4"', '\ud55c\uad6d\uc5b4'],
  ])('%s is that text, and for the app to know', async (text, sub) => {
    const result = await judged(token(`{${LATER},"sub":${text}}`))
    expect(passedAll(result)?.sub).toBe(sub)
    expect(result.trace.at(-1)).toMatchObject({ gate: 'subject', facts: { sub } })
  })

  const anything = ['null', '""', '"us"', '["us"]', '[]', '{}', '1']
  test.each(anything)('of a token for the audience %s is not let in here', async (aud) => {
    const result = await judged(token(`{"sub":"johndoe",${LATER},"aud":${aud}}`))
    stoppedAt(result, 'subject', 'audience-not-ours')
  })

  test.each(['null', '7', 'true', '[]', '["a"]', '{}'])(
    'of a token with the id %s is not let in',
    async (jti) => {
      const result = await judged(token(`{"sub":"johndoe",${LATER},"jti":${jti}}`))
      stoppedAt(result, 'subject', 'token-id-not-text')
    },
  )

  test.each(anything)('of an ID token, with at_hash %s, is not let in', async (hash) => {
    const result = await judged(token(`{"sub":"johndoe",${LATER},"at_hash":${hash}}`))
    stoppedAt(result, 'subject', 'id-token')
  })

  test('is not looked at before the dates', async () => {
    const result = await judged(token('{"exp":1,"aud":"x","jti":7,"at_hash":1}'))
    stoppedAt(result, 'expiry', 'expired', 'ERR_JWT_EXPIRED')
  })
})
