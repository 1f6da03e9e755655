/** Every lesson's contract, for one transport. */

import type { Ask } from './answer.ts'
import { currentUser } from './current-user.ts'
import { firstSteps } from './first-steps.ts'
import { jwt } from './jwt.ts'
import { leakyPasswordFlow, passwordFlow } from './password-flow.ts'
import { type ContractOptions, declareContract } from './suite.ts'

/** Declares the tests of all contracts for one transport. */
export function declareContracts(ask: Ask, options: ContractOptions = {}): void {
  for (const contract of [firstSteps, currentUser, passwordFlow, leakyPasswordFlow, jwt]) {
    declareContract(contract, ask, options)
  }
}
