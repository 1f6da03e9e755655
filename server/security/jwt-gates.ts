/** How the checks of a token write down what they decided, and refuse. */

import type { errors } from 'jose'
import type { TokenGate, TokenReason } from './codes.ts'
import { Refusal } from './refusal.ts'
import { decided, type Facts, type Stage } from './trace.ts'

/** What a request lends to signing and verifying: its clock, a key, and where decisions are written. */
export interface OnRequest {
  env?: Stage
}

/** Writes decisions down, and makes the refusal of the one that stops the request. */
export interface TokenGates {
  pass: (gate: TokenGate, because: TokenReason, facts?: Facts) => void
  /** @param cause the error of jose that says so, or would. */
  stop: (gate: TokenGate, because: TokenReason, facts?: Facts, cause?: errors.JOSEError) => Refusal
}

export function tokenGates(c: OnRequest): TokenGates {
  const decide = (gate: TokenGate, pass: boolean, because: TokenReason, facts?: Facts) =>
    decided(c, { by: 'JWT', gate, pass, because, ...(facts && { facts }) })
  return {
    pass: (gate, because, facts) => decide(gate, true, because, facts),
    stop: (gate, because, facts, cause) => {
      decide(gate, false, because, facts)
      return new Refusal(401, 'Could not validate credentials', {
        because: cause ? [because, codeOf(cause)] : because,
        cause,
      })
    },
  }
}

/** All codes of jose begin so, by its own word. */
const codeOf = ({ code }: errors.JOSEError) => code as `ERR_${string}`
