/** A text on the wire, with places where a line may end: between the tokens of JSON, or the fields of a form. */

import { html } from 'lit'

/** After a comma, a bracket that opens, a name's colon or an ampersand. */
const BETWEEN_TOKENS = /(?<=[,{[&]|":)/

/** No longer text is taken apart: it would be one part for every few letters. */
const LIMIT = 20_000

/** Gives a text that reads, and is copied, as it was. */
export function breakable(text: string): unknown {
  const parts = text.length > LIMIT ? [text] : text.split(BETWEEN_TOKENS)
  return parts.length > 1 ? parts.map((part, at) => (at ? html`<wbr />${part}` : part)) : text
}
