/** What follows the signed token of an SD-JWT: disclosures, and the holder's own token at the end (RFC 9901 section 4). */

import { foreignCharacter, fromBase64url } from '../../lessons/exchange/base64url.ts'
import type { Disclosure, SdJwt } from './reading.ts'

/** @param rest from the first `~` to the end. */
export function readDisclosures(rest: string): Pick<SdJwt, 'disclosures' | 'keyBinding'> {
  const texts = rest.split('~').slice(1)
  // Without the holder's token, a `~` is the last character.
  const last = texts.at(-1)!
  const keyBinding = last.includes('.') ? last : undefined
  const disclosures = (keyBinding === undefined ? texts : texts.slice(0, -1))
    .filter((text) => text !== '')
    .map(readDisclosure)
  return { disclosures, ...(keyBinding !== undefined && { keyBinding }) }
}

/** `[salt, name, value]`, or `[salt, value]` for an element of a list. */
function readDisclosure(text: string): Disclosure {
  const found = arrayIn(text)
  if (!found || (found.length !== 2 && found.length !== 3)) return { text }
  const value = JSON.stringify(found.at(-1))
  const name: unknown = found[1]
  if (found.length === 2) return { text, value }
  return typeof name === 'string' ? { text, name, value } : { text }
}

function arrayIn(text: string): unknown[] | undefined {
  if (foreignCharacter(text) !== -1 || text.length % 4 === 1) return undefined
  try {
    const found: unknown = JSON.parse(new TextDecoder().decode(fromBase64url(text)))
    return Array.isArray(found) ? found : undefined
  } catch {
    return undefined
  }
}
