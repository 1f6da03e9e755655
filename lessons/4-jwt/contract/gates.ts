/** The gates a token passes in the fourth step, and the answer at each where it is stopped. */

import { type Expected, FOUND, refused } from '../../contract/row.ts'

export const BEARER = [...FOUND, '+ scheme-bearer', '+ token-found-unchecked']

/** What each gate says when it lets a token through, in the order of the gates. */
export const GATES = {
  parts: '+ three-parts',
  'jose-header': '+ header-readable',
  algorithm: '+ algorithm-allowed',
  signature: '+ signature-matches',
  expiry: '+ not-expired',
  subject: '+ subject-present',
  user: '+ resolved',
}

type Gate = keyof typeof GATES

/** 401 at a gate, after those before it; the client hears the same of every one. */
export const stoppedAt = (gate: Gate, because: string, code?: string): Expected => {
  const before = Object.values(GATES).slice(0, Object.keys(GATES).indexOf(gate))
  const reasons = [because, ...(code === undefined ? [] : [code])]
  const detail = 'Could not validate credentials'
  return { ...refused(401, detail, [...BEARER, ...before], reasons), gate }
}
