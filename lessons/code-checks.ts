/** What the checks of code tasks are made of besides: questions to the answer of a learner's server. */

import { all, answered, type Check, headerOf } from './checks.ts'

/** Whether it was refused; a server that broke has decided nothing. */
export const isKeptOut: Check = ({ response: { status } }) => status >= 400 && status < 500

/** Whether it was refused with the challenge `Bearer` (RFC 6750 section 3). */
export const isChallenged: Check = all(answered(401), ({ response }) =>
  /^Bearer\b/i.test(headerOf(response.headers, 'www-authenticate')),
)
