/** Keeps a particle with its word, a bracket with what it explains, a unit with its number: no line of a lesson begins with them. */

import type { Token } from 'markdown-it'

const WORD_JOINER = '\u2060'
const NO_BREAK_SPACE = '\u00a0'

/** Lines may end behind such a character even where no blank follows; a Korean particle is to stay with it. */
const CLOSED = /([)\]}”’"'…/_.,:;>=&+%-])(?=\p{Script=Hangul})/gu

/** A bracket without a blank in front of it belongs to the word there. */
const BRACKET = /(\p{Script=Hangul}|[’”])(?=\()/gu

/** Ranges, and names such as SHA-256. */
const RANGE = /(?<!\s)–(?!\s)/g
const NUMBERED = /(\p{L}-)(?=\d)/gu

/** What belongs to the number in front of it, or behind it. */
const UNITS = /(\d) (?=(?:ms|s|min|h|kB|KiB|MB)\b)/g
const COUNTED = /(?<!\p{L})([Ll]essons?|레슨|RFC) (?=\d)/gu

/** Changes the inline tokens of a lesson, in place. What follows an element of ours is kept by its own styles. */
export function keepTogether(tokens: readonly Token[]): void {
  for (const { type, children } of tokens) {
    if (type !== 'inline' || !children) continue
    for (const [at, token] of children.entries()) {
      if (token.type !== 'text') continue
      const before = children[at - 1]
      const code = before?.type === 'code_inline' ? before.content : ''
      const mayBreak = /[^\p{L}\p{N}]$/u.test(code) && /^[\p{Script=Hangul}(]/u.test(token.content)
      token.content = (mayBreak ? WORD_JOINER : '') + joined(token.content)
    }
  }
}

function joined(text: string): string {
  return text
    .replace(CLOSED, `$1${WORD_JOINER}`)
    .replace(BRACKET, `$1${WORD_JOINER}`)
    .replace(RANGE, `${WORD_JOINER}–${WORD_JOINER}`)
    .replace(NUMBERED, `$1${WORD_JOINER}`)
    .replace(UNITS, `$1${NO_BREAK_SPACE}`)
    .replace(COUNTED, `$1${NO_BREAK_SPACE}`)
}
