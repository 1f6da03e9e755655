/** A token before the pair that verifies: its claims or the refusal, and every gate it came to. */

import { expect } from 'vitest'
import { type JsonWebTokens, jsonWebTokens } from '../../../server/security/json-web-tokens.ts'
import { Refusal } from '../../../server/security/refusal.ts'
import type { Trace } from '../../../server/security/trace.ts'
import { decisionsOf } from '../../../lessons/contract/answer.ts'
import { TUTORIAL_KEY } from '../../../lessons/contract/forge.ts'

/** The time in these tests, in seconds since 1970. */
export const NOW = 1_767_225_600

/** The gates in order, each with what it says when it lets a token pass. */
const PASSED = {
  parts: '+ three-parts',
  'jose-header': '+ header-readable',
  algorithm: '+ algorithm-allowed',
  signature: '+ signature-matches',
  expiry: '+ not-expired',
  subject: '+ subject-present',
}

export type GateName = keyof typeof PASSED

const ours = jsonWebTokens({ key: TUTORIAL_KEY, algorithm: 'HS256' })

/** Verifies at a set time; any error but a refusal is the test's. */
export async function judged(
  token: string,
  { at = NOW, by = ours }: { at?: number; by?: JsonWebTokens } = {},
) {
  const trace: Trace = []
  const c = { env: { trace, now: () => new Date(at * 1000) } }
  try {
    return { claims: await by.verify(c, token), refusal: undefined, trace }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { claims: undefined, refusal: error, trace }
  }
}

type Judged = Awaited<ReturnType<typeof judged>>

/** Asserts that every gate let the token pass, and gives its claims. */
export function passedAll({ claims, trace }: Judged): Judged['claims'] {
  expect(decisionsOf(trace)).toEqual(Object.values(PASSED))
  expect(claims).toBeDefined()
  return claims
}

/**
 * Asserts at which gate a token was stopped and why; the client hears the same for every reason.
 *
 * @param code jose's error code, where it was jose that stopped it.
 */
export function stoppedAt(
  { refusal, trace }: Judged,
  gate: GateName,
  because: string,
  code?: string,
): void {
  const before = Object.keys(PASSED).indexOf(gate)
  expect(decisionsOf(trace)).toEqual([...Object.values(PASSED).slice(0, before), `- ${because}`])
  expect(trace.at(-1)).toMatchObject({ by: 'JWT', gate })
  expect(refusal).toMatchObject({
    status: 401,
    detail: 'Could not validate credentials',
    challenge: 'Bearer',
    because: code === undefined ? [because] : [because, code],
  })
}
