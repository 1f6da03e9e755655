/** A token read and not verified: its parts, or where and why it is no JWT (RFC 7519 section 7.2; RFC 7515 section 7.1). */

import { findTokens } from './find-token.ts'
import { codePointOf, firstInvisible, withoutInvisible } from './invisible.ts'
import { readJsonForm } from './json-forms.ts'
import { knownAs } from './known-as.ts'
import { placeholderIn } from './placeholder.ts'
import { cureOf, isObject, readPart } from './read-part.ts'
import { type Finding, type Part, PARTS, type ProblemCode, type Reading } from './reading.ts'
import { readDisclosures } from './sd-jwt.ts'
import { LONG, signatureWarnings } from './token-warnings.ts'
import { around, unwrap } from './unwrap.ts'

export * from './reading.ts'

/** Longer texts are not taken apart. */
const MAX_CHARACTERS = 128 * 1024

/** Characters of a bearer token (RFC 6750 section 2.1). */
const NOT_B64TOKEN = /[^A-Za-z0-9\-._~+/=]/

/** Reads whatever was pasted: looks for a token in it first, and only then for why there is none. */
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
  if (text.length > MAX_CHARACTERS) return malformed({ code: 'too-long', count: text.length })
  const invisible = firstInvisible(text)
  if (invisible !== -1) {
    const about = codePointOf(text, invisible)
    return malformed({ code: 'invisible', at: invisible + 1, about }, withoutInvisible(text))
  }
  const json = readJsonForm(text.trim())
  if (json) return malformed(json.problem, json.cure)

  const { found, spelling, spelt } = findTokens(text)
  const [first] = found
  if (first?.token === text) return readCompact(text)
  if (found.length > 1) {
    const several = found.map(({ token }) => token)
    const problem = { code: 'several' as const, count: several.length }
    return { kind: 'malformed', token: text, problem, parts: [], several }
  }
  if (first) return malformed(around(spelt, first, spelling), first.token)

  const wrapped = unwrap(text)
  const placeholder = placeholderIn(wrapped?.token ?? text)
  if (placeholder) return malformed(placeholder)
  if (wrapped) return malformed(wrapped.problem, wrapped.token)
  if (text.startsWith('{')) return malformed({ code: 'json-instead' })
  const shortened = text.search(/…|\.\.\./)
  if (shortened !== -1) return malformed({ code: 'shortened', at: shortened + 1 })
  const blank = text.search(/\s/)
  if (blank !== -1) {
    const joined = text.replaceAll(/\s+/g, '')
    if (isLikeJwt(joined)) return malformed({ code: 'blank-inside', at: blank + 1 }, joined)
  }
  return readCompact(text)
}

/** Reads what is to be a token and nothing else. */
function readCompact(text: string): Reading {
  const texts = text.split('.')
  if (texts.length === 1) return readOnePart(text)
  if (!isLikeJwt(text)) return readOpaque(text)
  const end = text.indexOf('~')
  if (end !== -1) return readSdJwt(text, end)
  const { part } = readPart(text, 0)
  if (texts.length === 5 && typeof part.json?.value['enc'] === 'string') {
    return { kind: 'encrypted', token: text, parts: [part] }
  }
  return readParts(text, texts.length)
}

/** Whether the parts are a JWT's, or were before something befell one of them. */
function isLikeJwt(text: string): boolean {
  const count = text.split('.').length
  if (count < 2) return false
  if (text === '..') return true
  return (
    isObject(jsonOf(readPart(text, 0).part)) ||
    (count === 3 && isObject(jsonOf(readPart(text, 1).part)))
  )
}

const jsonOf = ({ json }: Part): unknown => json?.value

function readOpaque(token: string): Reading {
  const at = token.search(NOT_B64TOKEN)
  return { kind: 'opaque', token, ...(at !== -1 && { at: at + 1 }), ...knownAs(token) }
}

/** No dot: a string of the server's own, unless it is what one part of a JWT looks like. */
function readOnePart(token: string): Reading {
  const { part } = readPart(token, 0)
  if (!part.json) return readOpaque(token)
  const problem = { code: 'one-part' as const }
  return { kind: 'malformed', token, problem, parts: [part] }
}

/** A signed token, and after each `~` a disclosure or the holder's own token. */
function readSdJwt(token: string, end: number): Reading {
  const signed = readParts(token.slice(0, end), token.slice(0, end).split('.').length)
  const rest = token.slice(end)
  if (signed.kind === 'jws') return { ...signed, kind: 'sd-jwt', token, ...readDisclosures(rest) }
  if (signed.kind !== 'malformed' || signed.cure === undefined)
    return { ...signed, token } as Reading
  return { ...signed, token, cure: signed.cure + rest }
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
  const [header, payload, signature] = parts as [Part, Part, Part]
  const warnings = [
    ...(token.length > LONG ? [{ code: 'long' as const, count: token.length }] : []),
    ...reads.flatMap((read) => read.warnings),
    ...signatureWarnings(header.json!, signature),
  ]
  return { kind: 'jws', token, parts, header: header.json!, payload: payload.json!, warnings }
}
