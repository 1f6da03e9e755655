/** Where in the token stands what a finding speaks of. */

import type { Finding, Part } from './read-token.ts'

/** The offset of the character; undefined where a finding is about no single one. */
export function offsetOf({ code, part, at }: Finding, parts: readonly Part[]): number | undefined {
  if (at === undefined || code === 'signature-length') return undefined
  if (!part) return at - 1
  const found = parts.find(({ name }) => name === part)
  if (!found) return undefined
  const index = at - 1
  // Four characters are three bytes: a byte is pointed at by the character with its first bit.
  if (code === 'not-utf8') return found.start + Math.floor((index * 8) / 6)
  if (!code.startsWith('json-')) return found.start + index
  const before = new TextDecoder().decode(found.bytes).slice(0, index)
  return found.start + Math.floor((new TextEncoder().encode(before).length * 8) / 6)
}
