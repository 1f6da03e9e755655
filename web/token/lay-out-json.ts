/** JSON laid out and packed by its own tokens, so that no number, order or repeated name changes. */

const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gs

/** Characters that show nothing, or turn the direction of what follows: never as themselves. */
const UNSEEN =
  /[\u007f-\u00a0\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]/g

/** A JSON text without a blank between its tokens. */
export const packJson = (text: string): string => (text.match(TOKENS) ?? []).join('')

/**
 * A JSON text over several lines, each name and value as it stood but for escapes of what can be read.
 *
 * Escaped letters are shown as letters (many servers escape all but ASCII), and what cannot be seen stays escaped.
 */
export function layOutJson(text: string, depth = 0): string {
  const lines: string[] = []
  let line = ''
  const indent = () => '  '.repeat(depth)
  const tokens = text.match(TOKENS) ?? []
  for (const [i, token] of tokens.entries()) {
    if (token === '{' || token === '[') {
      const empty = /^[}\]]$/.test(tokens[i + 1] ?? '')
      line += token
      if (empty) continue
      lines.push(line)
      depth++
      line = indent()
    } else if (token === '}' || token === ']') {
      const empty = /^[{[]$/.test(tokens[i - 1] ?? '')
      if (!empty) {
        depth--
        lines.push(line)
        line = indent()
      }
      line += token
    } else if (token === ',') {
      lines.push(`${line},`)
      line = indent()
    } else if (token === ':') line += ': '
    else line += token.startsWith('"') ? legible(token) : token
  }
  return [...lines, line].join('\n')
}

/** A JSON string spelt to be read. */
function legible(literal: string): string {
  const text = JSON.stringify(JSON.parse(literal))
  return text.replace(
    UNSEEN,
    (unseen) => `\\u${unseen.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
