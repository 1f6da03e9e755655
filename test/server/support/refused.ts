/** What every refusal must show: to the client its half, to the trace the other. */

import { expect } from 'vitest'
import type { FieldError } from '../../../server/security/refusal.ts'
import type { Trace } from '../../../server/security/trace.ts'

interface RefusedAs {
  status: number
  detail: string | FieldError[]
  challenge?: string | null
  because: string
}

/** Asserts status, challenge and body of a refusal, and the reason in the decision that made it. */
export async function refused(
  { response, trace }: { response: Response; trace: Trace },
  { status, detail, challenge = null, because }: RefusedAs,
): Promise<void> {
  expect(response.status).toBe(status)
  expect(response.headers.get('www-authenticate')).toBe(challenge)
  expect(response.headers.get('content-type')).toBe('application/json')
  expect(await response.json()).toEqual({ detail })
  expect(trace.findLast((event) => event.kind === 'decided')).toMatchObject({
    pass: false,
    because,
  })
}
