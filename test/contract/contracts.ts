/** Every lesson's contract, for one transport. */

import type { Ask } from '../../lessons/contract/answer.ts'
import type { Contract, ContractOptions } from '../../lessons/contract/contract.ts'
import { declareContract } from './suite.ts'

const contracts = import.meta.glob<Contract[]>('../../lessons/[0-9]*/contract.ts', {
  eager: true,
  import: 'default',
})

/** Declares the tests of all contracts for one transport. */
export function declareContracts(ask: Ask, options: ContractOptions = {}): void {
  for (const contract of Object.values(contracts).flat()) declareContract(contract, ask, options)
}
