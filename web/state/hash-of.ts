/** A text in short, to be told from another. */

/** Says in short which text it was (FNV-1a, 32 bits, and the length): whether ours is still what a copy began with. */
export function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return `${(hash >>> 0).toString(16)}-${text.length}`
}
