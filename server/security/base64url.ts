/** Base64url without padding, as compact tokens spell their parts (RFC 7515 section 2; RFC 4648 section 5). */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Bits of the last character that say nothing, by how many characters stand in the last group of four. */
const STRAY_BITS = [0, -1, 0b1111, 0b11]

/**
 * Whether a text is base64url in its one canonical spelling.
 *
 * Padding, foreign characters and stray bits at the end would give one token several spellings, which a
 * list of revoked tokens then misses (RFC 7515 section 2; RFC 4648 section 3.5).
 */
export function isBase64url(text: string): boolean {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return false
  // A group of one character holds no octet.
  const stray = STRAY_BITS[text.length % 4]!
  return stray >= 0 && (ALPHABET.indexOf(text.at(-1) ?? 'A') & stray) === 0
}

/**
 * The bytes of a text in base64url; one in base64, or with padding, is read too.
 *
 * @throws DOMException `InvalidCharacterError` where the text is neither.
 */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at)
  return bytes
}
