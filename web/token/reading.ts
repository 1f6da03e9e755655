/** What a pasted text turns out to be: the vocabulary of the reader and of those who show what it read. */

import type { JsonFault, Member } from './read-json.ts'
import type { Wrapping } from './unwrap.ts'

export type PartName = 'header' | 'payload' | 'signature'

export const PARTS: readonly PartName[] = ['header', 'payload', 'signature']

/** A part as it stood in the token. `bytes` are there where it is base64url, `json` where it is a JSON object. */
export interface Part {
  name: PartName
  text: string
  /** Where it starts in the token. */
  start: number
  bytes?: Uint8Array<ArrayBuffer>
  json?: JsonObject
}

export interface JsonObject {
  text: string
  value: Record<string, unknown>
  members: Member[]
}

/** What makes a text no readable JWT. */
export type ProblemCode =
  | Wrapping
  | JsonFault
  | 'blank'
  | 'blank-inside'
  | 'invisible'
  | 'several'
  | 'shortened'
  | 'template'
  | 'variable'
  | 'placeholder'
  | 'json-instead'
  | 'json-encrypted'
  | 'json-keys'
  | 'one-part'
  | 'two-parts'
  | 'many-parts'
  | 'too-long'
  | 'empty-part'
  | 'padding'
  | 'plain-base64'
  | 'bad-character'
  | 'bad-length'
  | 'not-utf8'
  | 'byte-order-mark'
  | 'not-an-object'
  | 'nested'

/** What a reader should know of a token that can be read. */
export type WarningCode =
  | 'long'
  | 'repeated'
  | 'stray-bits'
  | 'unsigned'
  | 'unsigned-but-signature'
  | 'signature-missing'
  | 'signature-length'
  | 'algorithm-missing'

/** Why and where: `at` counts from 1, in the part if there is one, else in the whole text. */
export interface Finding<Code extends string = ProblemCode | WarningCode> {
  code: Code
  part?: PartName
  at?: number
  /** What was found there, or the name of what is meant. */
  about?: string
  count?: number
}

export type Reading =
  | { kind: 'empty' }
  /** No JWT, and nothing wrong with that; `at` is the first character no bearer token can have. */
  | ({ kind: 'opaque'; token: string; at?: number } & KnownAs)
  /** Five parts, the first of which says `enc`: encrypted (RFC 7516 section 7.1). Only its header can be read. */
  | { kind: 'encrypted'; token: string; parts: Part[] }
  /** `cure` is the text that was probably meant, `several` are the tokens where there is more than one. */
  | {
      kind: 'malformed'
      token: string
      problem: Finding<ProblemCode>
      parts: Part[]
      cure?: string
      several?: string[]
    }
  | Jws
  | SdJwt

export interface Jws {
  kind: 'jws'
  token: string
  parts: Part[]
  header: JsonObject
  payload: JsonObject
  warnings: Finding<WarningCode>[]
}

/** A signed token with what its holder discloses, and where there is one, the holder's own token (RFC 9901 section 4). */
export interface SdJwt extends Omit<Jws, 'kind'> {
  kind: 'sd-jwt'
  disclosures: Disclosure[]
  keyBinding?: string
}

/** A claim by itself: its salt left out, and without a name where it is an element of a list (RFC 9901 section 4.2). */
export interface Disclosure {
  text: string
  name?: string
  /** As JSON; undefined where the text is no disclosure. */
  value?: string
}

/** What a string of no JWT's form is known as: by its beginning, as its issuer's; by its form, as another format's. */
export interface KnownAs {
  issuer?: string
  format?: string
}
