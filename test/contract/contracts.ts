/** Every lesson's contract, for one transport. */

import type { Ask } from './answer.ts'
import { currentUser } from './current-user.ts'
import { firstSteps } from './first-steps.ts'
import { jwt } from './jwt.ts'
import { leakyPasswordFlow, passwordFlow } from './password-flow.ts'
import { type ContractOptions, declareContract } from './suite.ts'
import { faithfulServer, hardenedServer } from './two-servers.ts'

/** Declares the tests of all contracts for one transport. */
export function declareContracts(ask: Ask, options: ContractOptions = {}): void {
  const alone = [firstSteps, currentUser, passwordFlow, leakyPasswordFlow, jwt]
  for (const contract of [...alone, hardenedServer, faithfulServer]) {
    declareContract(contract, ask, options)
  }
}
