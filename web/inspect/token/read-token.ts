/** A token read and not verified: its parts, or where and why it is no JWT (RFC 7519 section 7.2; RFC 7515 section 7.1). */

import { foreignCharacter, fromBase64url, hasStrayBits } from './base64url.ts'
import { type JsonFault, type Member, readJson } from './read-json.ts'
import { unwrap, type Wrapping } from './unwrap.ts'

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
  | 'shortened'
  | 'json-instead'
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
  | { kind: 'opaque'; token: string; at?: number }
  /** Five parts: encrypted (RFC 7516 section 7.1). Only its header can be read. */
  | { kind: 'encrypted'; token: string; parts: Part[] }
  /** `cure` is the text that was probably meant. */
  | {
      kind: 'malformed'
      token: string
      problem: Finding<ProblemCode>
      parts: Part[]
      cure?: string
    }
  | Jws

export interface Jws {
  kind: 'jws'
  token: string
  parts: Part[]
  header: JsonObject
  payload: JsonObject
  warnings: Finding<WarningCode>[]
}

/** Servers here take no longer one (see `server/security/json-web-tokens.ts`). */
const LONG = 8 * 1024

/** Longer texts are not taken apart. */
const LONGEST = 128 * 1024

/** Characters of a bearer token (RFC 6750 section 2.1). */
const NOT_B64TOKEN = /[^A-Za-z0-9\-._~+/=]/

/** Bytes that an algorithm makes (RFC 7518 sections 3.2 and 3.4; RFC 8037 section 3.1). */
const SIGNATURE_BYTES: Readonly<Record<string, number>> = {
  HS256: 32,
  HS384: 48,
  HS512: 64,
  ES256: 64,
  ES384: 96,
  ES512: 132,
  EdDSA: 64,
}

/** Reads whatever was pasted. */
export function readToken(text: string): Reading {
  if (text === '') return { kind: 'empty' }
  const malformed = (problem: Finding<ProblemCode>, cure?: string): Reading => ({
    kind: 'malformed',
    token: text,
    problem,
    parts: [],
    ...(cure !== undefined && { cure }),
  })
  if (text.trim() === '') return malformed({ code: 'blank', count: text.length }, '')
  if (text.length > LONGEST) return malformed({ code: 'too-long', count: text.length })
  const wrapped = unwrap(text)
  if (wrapped) return malformed({ code: wrapped.wrapping }, wrapped.token)
  if (text.startsWith('{')) return malformed({ code: 'json-instead' })
  const shortened = text.search(/…|\.\.\./)
  if (shortened !== -1) return malformed({ code: 'shortened', at: shortened + 1 })
  const texts = text.split('.')
  if (texts.length === 1) return readOnePart(text)
  const blank = text.search(/\s/)
  if (blank !== -1) {
    return malformed({ code: 'blank-inside', at: blank + 1 }, text.replaceAll(/\s+/g, ''))
  }
  if (texts.length === 5) return { kind: 'encrypted', token: text, parts: [readPart(text, 0).part] }
  return readParts(text, texts.length)
}

/** No dot: a string of the server's own, unless it is what one part of a JWT looks like. */
function readOnePart(token: string): Reading {
  const { part } = readPart(token, 0)
  if (part.json) {
    const problem = { code: 'one-part' as const }
    return { kind: 'malformed', token, problem, parts: [part] }
  }
  const at = token.search(NOT_B64TOKEN)
  return { kind: 'opaque', token, ...(at !== -1 && { at: at + 1 }) }
}

function readParts(token: string, count: number): Reading {
  const reads = PARTS.slice(0, count).map((_, index) => readPart(token, index))
  const parts = reads.map(({ part }) => part)
  const malformed = (problem: Finding<ProblemCode>, cure?: string): Reading => ({
    kind: 'malformed',
    token,
    problem,
    parts,
    ...(cure !== undefined && { cure }),
  })
  if (count === 2) return malformed({ code: 'two-parts', at: token.length + 1 })
  if (count > 3) {
    const extra = parts[2]!.start + parts[2]!.text.length + 1
    return malformed({ code: 'many-parts', at: extra, count })
  }
  const broken = reads.find(({ problem }) => problem)
  if (broken) return malformed(broken.problem!, broken.cure && cureOf(token, broken))
  const [header, payload] = parts.map(({ json }) => json!) as [JsonObject, JsonObject]
  const warnings = [
    ...(token.length > LONG ? [{ code: 'long' as const, count: token.length }] : []),
    ...reads.flatMap((read) => read.warnings),
    ...signatureWarnings(header, parts[2]!),
  ]
  return { kind: 'jws', token, parts, header, payload, warnings }
}

interface PartReading {
  part: Part
  problem?: Finding<ProblemCode>
  warnings: Finding<WarningCode>[]
  /** The part's text as it was probably meant, or the whole token for one inside another. */
  cure?: string
}

function cureOf(token: string, { part, problem, cure = '' }: PartReading): string {
  if (problem?.code === 'nested') return cure
  return token.slice(0, part.start) + cure + token.slice(part.start + part.text.length)
}

function readPart(token: string, index: number): PartReading {
  const texts = token.split('.')
  const start = texts.slice(0, index).join('.').length + (index > 0 ? 1 : 0)
  const name = PARTS[index]!
  const text = texts[index]!
  const part: Part = { name, text, start }
  const warnings: Finding<WarningCode>[] = []
  const broken = (problem: Omit<Finding<ProblemCode>, 'part'>, cure?: string): PartReading => ({
    part,
    problem: { ...problem, part: name },
    warnings,
    ...(cure !== undefined && { cure }),
  })

  // What an empty signature means, the header says.
  if (text === '' && name !== 'signature') return broken({ code: 'empty-part' })
  const foreign = foreignCharacter(text)
  if (foreign !== -1) {
    const about = String.fromCodePoint(text.codePointAt(foreign)!)
    const at = foreign + 1
    const cure = text.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_')
    const curable = foreignCharacter(cure) === -1 ? cure : undefined
    if (about === '=') return broken({ code: 'padding', at }, curable)
    if (about === '+' || about === '/') return broken({ code: 'plain-base64', at, about }, curable)
    return broken({ code: 'bad-character', at, about })
  }
  if (text.length % 4 === 1) return broken({ code: 'bad-length', count: text.length })
  if (hasStrayBits(text)) {
    warnings.push({ code: 'stray-bits', part: name, at: text.length, about: text.at(-1)! })
  }
  const bytes = (part.bytes = fromBase64url(text))
  if (name === 'signature') return { part, warnings }

  const json = textIn(bytes)
  if (typeof json === 'number') return broken({ code: 'not-utf8', at: json })
  if (json.startsWith('\uFEFF')) return broken({ code: 'byte-order-mark', at: 1 })
  const reading = readJson(json)
  if (reading.fault) {
    if (/^[\w-]+\.[\w-]+\.[\w-]*$/.test(json)) return broken({ code: 'nested' }, json)
    return broken({ code: reading.fault, at: reading.at + 1, about: reading.found })
  }
  const { value, members, repeated } = reading
  if (!isObject(value)) return broken({ code: 'not-an-object', about: typeName(value) })
  part.json = { text: json, value, members }
  for (const about of repeated) warnings.push({ code: 'repeated', part: name, about })
  return { part, warnings }
}

/** UTF-8 as text; the first byte that is none, counted from 1, where it is not UTF-8. */
function textIn(bytes: Uint8Array): string | number {
  const options = { fatal: true, ignoreBOM: true }
  try {
    return new TextDecoder('utf-8', options).decode(bytes)
  } catch {
    const decoder = new TextDecoder('utf-8', options)
    for (const [index] of bytes.entries()) {
      try {
        decoder.decode(bytes.subarray(index, index + 1), { stream: true })
      } catch {
        return index + 1
      }
    }
    return bytes.length
  }
}

function signatureWarnings(header: JsonObject, { bytes, text }: Part): Finding<WarningCode>[] {
  const { alg } = header.value
  if (typeof alg !== 'string') return [{ code: 'algorithm-missing', part: 'header' }]
  if (alg.toLowerCase() === 'none') {
    return [
      { code: text === '' ? 'unsigned' : 'unsigned-but-signature', part: 'signature', about: alg },
    ]
  }
  if (text === '') return [{ code: 'signature-missing', part: 'signature', about: alg }]
  const expected = Object.hasOwn(SIGNATURE_BYTES, alg) ? SIGNATURE_BYTES[alg]! : bytes!.length
  if (bytes!.length === expected) return []
  return [
    { code: 'signature-length', part: 'signature', about: alg, count: expected, at: bytes!.length },
  ]
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The type of a JSON value, as JSON calls it. */
function typeName(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}
