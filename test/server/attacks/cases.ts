/** Attacks as data, one to a line in the JSON files beside this: what is sent, and what must come of it. */

import { readFileSync } from 'node:fs'

/**
 * Bytes, put down so that a person can read them.
 *
 * A string is UTF-8 and may hold `{{placeholders}}`; `#` in `numbered` is the number of the repetition.
 */
export type Text = Part | Part[]
type Part =
  | string
  | { repeat: string; times: number }
  | { numbered: string; times: number }
  | { base64: string }

/** A token whose parts are made when it is sent, since it speaks of the time. */
export interface TokenSpec {
  /** HS256 and JWT when left out. */
  header?: Text
  /** The user, for half an hour, when left out. */
  claims?: Text
  /** The claims go as they are, not in base64url (RFC 7797). */
  claimsAsTheyAre?: boolean
  /** The signature's bytes, where nobody signs. */
  signature?: Text
  /** The algorithm that really signs, whatever the header says; HS256 when left out. */
  sign?: string
  /** The secret, or the attacker's own key pair; the one that the tutorial prints when left out. */
  key?: string
}

/** A token of five parts (RFC 7516) around a plaintext. */
export interface EncryptedSpec {
  encrypts: Text
  header: Text
  deflated?: boolean
  key: 'published' | 'own'
}

export interface Attack {
  id: string
  title: string
  /** Sent to the first lesson's server and no other. */
  at?: 'first'
  /** The request's bytes… */
  raw?: Text
  /** …or a token, sent to the guarded route… */
  token?: TokenSpec | EncryptedSpec
  /** …or a token, sent in the cookie of a client server… */
  cookie?: TokenSpec
  /** …or a request: GET of the guarded route unless said otherwise. */
  method?: string
  path?: Text
  headers?: [name: string, value: Text][]
  form?: [name: Text, value: Text][]
  body?: Text
  /** The content type; that of a form when left out, none at all when null. */
  type?: Text | null
  /** Each of these is sent in the place of `{{variant}}`. */
  variants?: string[]
  /** What may be answered; when left out, anything but the user's data and a failure. */
  status?: number[]
  /** The server may hang up without a word. */
  mayClose?: boolean
  /** The sender closes its half when all is sent. */
  hangsUp?: boolean
}

/** Reads the attacks of one file. */
export function readAttacks(name: string): Attack[] {
  const file = new URL(`${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as Attack[]
}
