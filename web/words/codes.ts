/** Which codes of the servers there has to be a word for, in each language: one that is missing does not compile. */

import type { Facts, Gate, Reason } from '#security'

/** Names of the gates; the last two are the dependencies of the lessons' servers. */
export type GateWords = Record<Gate | 'user' | 'activeUser', string>

/** What a gate found. Some say more by what they hand on: `resolved`, and the gate. */
export type ReasonWords = Record<Reason | 'resolved-activeUser', (facts: Facts) => string>
