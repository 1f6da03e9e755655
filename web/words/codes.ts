/** Which codes of the servers there has to be a word for, in each language: one that is missing does not compile. */

import type { Facts, FormField, Gate, Reason, RefusalReason, TokenReason } from '#security'

/** Names of the gates; the last two are the dependencies of the lessons' servers. */
export type GateWords = Record<Gate | 'user' | 'activeUser' | 'own', string>

/** Some gates say more by what they hand on than by their reason: `resolved`, and the gate. */
type Word = 'resolved-activeUser'

/** What a gate found. */
type ReasonWords = Record<Reason | Word, (facts: Facts) => string>

/** The same of a JSON Web Token alone: few lessons have such tokens. */
export type TokenReasonWords = Pick<ReasonWords, TokenReason>

/** What is found of any request. */
export type OtherReasonWords = Omit<ReasonWords, TokenReason>

/** Errors of a library have codes of their own, and no words. */
type Spoken = Exclude<RefusalReason, `ERR_${string}`>

/** The same, and what may lie behind a refusal. */
export type RefusalWords = Record<Spoken | Word, (facts: Facts) => string>

/** What lies behind a refusal of a handler, in a few words; what a gate finds has words of its own. */
export type HandlerWords = Record<Exclude<Spoken, Reason>, string>

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
