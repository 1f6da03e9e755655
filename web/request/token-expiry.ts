/** The end of the newest token of a lesson: what moments of the clock are named after. */

import type { Exchange, RequestDraft } from '../../lessons/exchange/exchange.ts'
import { claimsOf } from '../../lessons/exchange/read-token.ts'
import { issuedBy } from '../../lessons/exchange/access-token.ts'
import { bearerToken } from '../token/token-of.ts'

/** Years have four digits in the clock's header (RFC 3339); the last one is left as room to move on. */
const LATEST = Date.UTC(9999, 0, 1) / 1000

/**
 * The first second at which the newest token has expired, since 1970 (RFC 7519 section 4.1.4).
 *
 * It is the newest one that a server gave out, to the learner or to another server; else the one on the draft.
 * Undefined where there is no token, or none that says when it ends.
 */
export function newestExpiry(
  exchanges: readonly Exchange[],
  draft: RequestDraft,
): number | undefined {
  const onDraft = bearerToken(draft.headers)
  return expiryOf(exchanges.toReversed().map(issuedBy).find(Boolean) ?? onDraft ?? '')
}

function expiryOf(token: string): number | undefined {
  const exp = claimsOf(token)?.['exp']
  // A time between two seconds has come with the second after it: servers count whole ones.
  return typeof exp === 'number' && exp >= 1 && exp <= LATEST ? Math.ceil(exp) : undefined
}
