/** The contract, in this process: request in, response out, no wire. */

import { askInProcess } from './answer.ts'
import { declareContracts } from './contracts.ts'

declareContracts(askInProcess)
