/** The lessons done from the first page to the last: what is done on each, by any hand. */

import type { Step } from '../walk.ts'
import { CURRENT_USER } from './current-user.ts'
import { FIRST_STEPS } from './first-steps.ts'
import { JWT } from './jwt.ts'
import { PASSWORD_FLOW } from './password-flow.ts'
import { TWO_SERVERS } from './two-servers.ts'

/** By the lesson's slug. */
export const WALKS: Record<string, readonly Step[]> = {
  'first-steps': FIRST_STEPS,
  'current-user': CURRENT_USER,
  'password-flow': PASSWORD_FLOW,
  jwt: JWT,
  'two-servers': TWO_SERVERS,
}
