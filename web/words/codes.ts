/** Which codes of the servers there has to be a word for, in each language: one that is missing does not compile. */

import type { Facts, FormField, Gate, Reason, RefusalReason } from '#security'

/** Names of the gates; the last two are the dependencies of the lessons' servers. */
export type GateWords = Record<Gate | 'user' | 'activeUser', string>

/** Some gates say more by what they hand on than by their reason: `resolved`, and the gate. */
type Word = 'resolved-activeUser'

/** What a gate found. */
export type ReasonWords = Record<Reason | Word, (facts: Facts) => string>

/** The same, and what may lie behind a refusal: errors of a library have codes of their own, and no words. */
export type RefusalWords = Record<
  Exclude<RefusalReason, `ERR_${string}`> | Word,
  (facts: Facts) => string
>

const FIELDS = Object.keys({
  grant_type: 0,
  username: 0,
  password: 0,
  scope: 0,
  client_id: 0,
  client_secret: 0,
} satisfies Record<FormField, 0>) as FormField[]

/** The same word for each field of a form that comes as a file. */
export const filesForTexts = (word: (field: FormField) => string) =>
  Object.fromEntries(FIELDS.map((field) => [`${field}-string-type`, () => word(field)])) as Record<
    `${FormField}-string-type`,
    () => string
  >
