/** A token changed on purpose: another part, another algorithm, one bit. */

import { fromBase64url, toBase64url } from '../../lessons/exchange/base64url.ts'
import { packJson } from './lay-out-json.ts'
import { type JsonObject, type Part, type PartName, PARTS } from './read-token.ts'

/** A token with one part replaced and the others as they were. */
export function withPart(token: string, part: PartName, text: string): string {
  return token
    .split('.')
    .map((old, index) => (PARTS[index] === part ? text : old))
    .join('.')
}

/** A JSON text as a part: packed as signers write it, and in base64url. */
export const partFor = (json: string): string =>
  toBase64url(new TextEncoder().encode(packJson(json)))

/** A header's JSON text that names an algorithm, everything else as it stood. */
export function withAlgorithm({ text, members }: JsonObject, algorithm: string): string {
  const value = JSON.stringify(algorithm)
  const member = members.findLast(({ name }) => name === 'alg')
  if (member) return text.slice(0, member.valueStart) + value + text.slice(member.end)
  const rest = text.slice(text.indexOf('{') + 1)
  return `{"alg":${value}${members.length > 0 ? ',' : ''}${rest}`
}

/** What flipping a bit did. */
export interface Flip {
  part: PartName
  /** The bit, the byte it stands in, and the character that changed, each counted from 1. */
  bit: number
  byte: number
  character: number
  from: string
  to: string
  token: string
}

/** How many bits a part has; none where it cannot be decoded. */
export const bitsOf = ({ bytes }: Part): number => (bytes?.length ?? 0) * 8

/**
 * Flips one bit of a part, counted from 1; its middle where none is named.
 *
 * The middle, because the last character of a part has bits that belong to no byte: flipping those changes
 * the spelling and not the part.
 */
export function flipBit(token: string, part: Part, bit = Math.ceil(bitsOf(part) / 2)): Flip {
  const bytes = fromBase64url(part.text)
  const index = bit - 1
  bytes[index >> 3]! ^= 0x80 >> (index & 7)
  const text = toBase64url(bytes)
  const character = Math.floor(index / 6)
  return {
    part: part.name,
    bit,
    byte: (index >> 3) + 1,
    character: character + 1,
    from: part.text[character]!,
    to: text[character]!,
    token: withPart(token, part.name, text),
  }
}
