/** Objects of JSON in which tokens travel, or which look as if they did: signatures, responses, keys. */

import { findTokens } from './find-token.ts'
import type { Finding, ProblemCode } from './reading.ts'

interface Form {
  problem: Finding<ProblemCode>
  /** The token in it. */
  cure?: string
}

/** Deeper objects are not looked through. */
const MAX_DEPTH = 8

/** Members that hold tokens, whatever these look like. */
const TOKEN_MEMBERS =
  /^(access|id|refresh|bearer|auth|session)[_-]?token$|^(token|jwt|assertion|client_assertion|id_token_hint)$/i

/** Says what an object is; undefined for other texts, and for objects that hold nothing of the kind. */
export function readJsonForm(text: string): Form | undefined {
  const value = objectIn(text)
  if (!value) return undefined
  return (
    signedForm(value) ?? encryptedForm(value) ?? keys(value) ?? response(value) ?? member(value)
  )
}

type JsonObject = Record<string, unknown>

function objectIn(text: string): JsonObject | undefined {
  if (!text.startsWith('{')) return undefined
  try {
    return JSON.parse(text) as JsonObject
  } catch {
    return undefined
  }
}

/** Flattened or general (RFC 7515 section 7.2). */
function signedForm(value: JsonObject): Form | undefined {
  const compact = compactOf(value, ['protected', 'payload', 'signature'])
  if (compact !== undefined) return { problem: { code: 'json-serialization' }, cure: compact }
  const { payload, signatures } = value
  if (typeof payload !== 'string' || !Array.isArray(signatures)) return undefined
  const compacts = signatures.map((signature) =>
    compactOf({ ...Object(signature), payload } as JsonObject, [
      'protected',
      'payload',
      'signature',
    ]),
  )
  const cure = compacts.find((each) => each !== undefined)
  const problem = { code: 'json-general' as const, count: signatures.length }
  return { problem, ...(cure !== undefined && { cure }) }
}

/** Flattened or general (RFC 7516 section 7.2). */
function encryptedForm(value: JsonObject): Form | undefined {
  if (typeof value['ciphertext'] !== 'string') return undefined
  const names = ['protected', 'encrypted_key', 'iv', 'ciphertext', 'tag']
  const cure = 'recipients' in value ? undefined : compactOf({ encrypted_key: '', ...value }, names)
  return { problem: { code: 'json-encrypted' }, ...(cure !== undefined && { cure }) }
}

/** One key or a set of them (RFC 7517 sections 4 and 5). */
function keys({ kty, keys: list }: JsonObject): Form | undefined {
  const isKeys = typeof kty === 'string' || (Array.isArray(list) && list.every(hasType))
  return isKeys ? { problem: { code: 'json-keys' } } : undefined
}

const hasType = (key: unknown) => typeof (Object(key) as JsonObject)['kty'] === 'string'

/** A token response (RFC 6749 section 5.1). */
function response({ access_token: token }: JsonObject): Form | undefined {
  return typeof token === 'string' && token !== ''
    ? { problem: { code: 'token-response' }, cure: token }
    : undefined
}

/** The first member that is a token, or called like one. */
function member(value: JsonObject, depth = 0): Form | undefined {
  for (const [about, content] of Object.entries(value)) {
    if (typeof content === 'string') {
      const { found } = findTokens(content)
      const cure =
        found[0]?.token ?? (TOKEN_MEMBERS.test(about) && content !== '' ? content : undefined)
      if (cure !== undefined) return { problem: { code: 'json-member', about }, cure }
    } else if (typeof content === 'object' && content !== null && depth < MAX_DEPTH) {
      const deeper = member(content as JsonObject, depth + 1)
      if (deeper) return deeper
    }
  }
  return undefined
}

/** The members put together as the compact form; undefined where one is missing. */
function compactOf(value: JsonObject, names: string[]): string | undefined {
  const texts = names.map((name) => value[name])
  return texts.every((text) => typeof text === 'string') ? texts.join('.') : undefined
}
