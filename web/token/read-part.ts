/** One part of a compact token: base64url, then UTF-8, then a JSON object, as far as it goes (RFC 7515 section 5.2). */

import {
  asBase64url,
  foreignCharacter,
  fromBase64url,
  hasStrayBits,
} from '../../lessons/exchange/base64url.ts'
import { readJson } from './read-json.ts'
import { type Finding, type Part, PARTS, type ProblemCode, type WarningCode } from './reading.ts'

export interface PartReading {
  part: Part
  problem?: Finding<ProblemCode>
  warnings: Finding<WarningCode>[]
  /** The part's text as it was probably meant, or the whole token for one inside another. */
  cure?: string
}

export function cureOf(token: string, { part, problem, cure = '' }: PartReading): string {
  if (problem?.code === 'nested') return cure
  return token.slice(0, part.start) + cure + token.slice(part.start + part.text.length)
}

export function readPart(token: string, index: number): PartReading {
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
    const cure = asBase64url(text)
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

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The type of a JSON value, as JSON calls it. */
function typeName(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}
