/** What jose can throw besides what tokens are known to make it throw: an error of its own is a 401, no other is. */

import { compactVerify, errors } from 'jose'
import { afterEach, expect, test, vi } from 'vitest'
import { jsonWebTokens } from '../../../server/security/json-web-tokens.ts'
import type { Trace } from '../../../server/security/trace.ts'
import { TUTORIAL_KEY } from '../../../lessons/contract/forge.ts'
import { judged, NOW, stoppedAt } from '../support/judged.ts'
import { token } from '../support/tokens.ts'

vi.mock('jose', { spy: true })
afterEach(() => vi.mocked(compactVerify).mockReset())

const GOOD = token(`{"sub":"johndoe","exp":${NOW + 1800}}`)

test.each<[name: string, error: errors.JOSEError]>([
  ['JWSInvalid', new errors.JWSInvalid('no form of ours')],
  ['JOSENotSupported', new errors.JOSENotSupported('some day')],
  ['JOSEAlgNotAllowed', new errors.JOSEAlgNotAllowed('not this one')],
  ['JWKInvalid', new errors.JWKInvalid('odd')],
])('%s leaves the signature unchecked, and the token outside', async (_, error) => {
  vi.mocked(compactVerify).mockRejectedValueOnce(error)
  const result = await judged(GOOD)
  stoppedAt(result, 'signature', 'signature-not-checked', error.code)
  expect(result.refusal?.cause).toBe(error)
})

test.each<[what: string, error: unknown]>([
  ['a bug', new TypeError('x is undefined')],
  ['what the machine says', new DOMException('no more', 'OperationError')],
  ['an error with a code like theirs', Object.assign(new Error('x'), { code: 'ERR_JWT_EXPIRED' })],
  ['no error at all', 'ERR_JWT_EXPIRED'],
])('%s goes on as it came, and decides nothing', async (_, error) => {
  vi.mocked(compactVerify).mockRejectedValueOnce(error)
  const trace: Trace = []
  const { verify } = jsonWebTokens({ key: TUTORIAL_KEY, algorithm: 'HS256' })
  const env = { trace, now: () => new Date(NOW * 1000) }
  await expect(verify({ env }, GOOD)).rejects.toBe(error)
  expect(trace).not.toContainEqual(expect.objectContaining({ pass: false }))
})

test('jose is told the one algorithm', async () => {
  await judged(GOOD)
  expect(compactVerify).toHaveBeenCalledExactlyOnceWith(GOOD, expect.any(CryptoKey), {
    algorithms: ['HS256'],
  })
})
