/** The contract, in this process: request in, response out, no wire. */

import { askInProcess } from './answer.ts'
import { firstStepsContract } from './first-steps.ts'

firstStepsContract(askInProcess)
