/** The letter of a key; where the keyboard writes Hangul, the one that stands in the same place. */

export function latinKey({ key, code }: KeyboardEvent): string {
  const written = key !== 'Process' && /^[ -~]+$/.test(key)
  return written ? key : code.replace(/^Key/, '').toLowerCase()
}
