/** Base64url without padding, as compact tokens spell their parts (RFC 7515 section 2; RFC 4648 section 5). */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Bits of the last character that say nothing, by how many characters stand in the last group of four. */
const STRAY_BITS = [0, 0, 0b1111, 0b11]

/** The bytes in base64url. */
export function toBase64url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The bytes of a text that has only characters of base64url, and no impossible length. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}

/** Where the first character stands that is not of base64url, counted from 0; -1 where none does. */
export const foreignCharacter = (text: string): number => text.search(/[^A-Za-z0-9_-]/)

/** Whether the last character has bits that belong to no byte: then it has other spellings (RFC 4648 section 3.5). */
export function hasStrayBits(text: string): boolean {
  const bits = ALPHABET.indexOf(text.at(-1) ?? 'A')
  return (bits & STRAY_BITS[text.length % 4]!) !== 0
}

/** Base64 of any kind as base64url without padding. */
export function asBase64url(text: string): string {
  let end = text.length
  // An expression for the last of them would look for it from each of the others.
  while (text[end - 1] === '=') end--
  return text.slice(0, end).replaceAll('+', '-').replaceAll('/', '_')
}
