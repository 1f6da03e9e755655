/** Checks passwords at the lowest cost, and is the worker of the step apps in all else. */

import { useBcrypt } from '../../server/security/index.ts'
import { cheapBcrypt } from '../server/support/cheap-bcrypt.ts'

useBcrypt(cheapBcrypt())
void import('../../web/stage/runner.worker.ts')
