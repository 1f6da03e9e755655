/** What the checks of code tasks are made of besides: questions to the answer of a learner's server. */

import { all, answered, type Check, headerOf } from './checks.ts'

/** Whatever it was answered, it did not get in. */
export const isKeptOut: Check = ({ response }) => response.status >= 400

/** Whether it was refused with the challenge `Bearer` (RFC 6750 section 3). */
export const isChallenged: Check = all(answered(401), ({ response }) =>
  /^Bearer\b/i.test(headerOf(response.headers, 'www-authenticate')),
)
