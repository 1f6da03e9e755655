/** The contract, in this process: request in, response out, no wire. */

import { beforeAll } from 'vitest'
import { useBcrypt } from '../../server/security/index.ts'
import { cheapBcrypt } from '../server/support/cheap-bcrypt.ts'
import { askInProcess } from './ask-in-process.ts'
import { declareContracts } from './contracts.ts'

// A few logins at their full cost are in socket-logins.node.test.ts.
beforeAll(() => useBcrypt(cheapBcrypt()))

declareContracts(askInProcess)
