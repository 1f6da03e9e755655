/** Data as TypeScript that people read: what is short on one line, a long run of one character as a `repeat`. */

const WIDTH = 100

/** A run of one character that nobody would count. */
const RUN = /(.)\1{63,}/su

/**
 * Writes a value as an expression of TypeScript.
 *
 * @param value of JSON's kinds.
 * @param indent the blanks before the line that it begins on.
 */
export function literal(value: unknown, indent = ''): string {
  if (typeof value === 'string') return text(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const isList = Array.isArray(value)
  const [open, close] = isList ? ['[', ']'] : ['{', '}']
  const parts = (deeper: string) =>
    isList
      ? value.map((each) => literal(each, deeper))
      : Object.entries(value).map(([key, each]) => `${keyOf(key)}: ${literal(each, deeper)}`)
  if (parts('').length === 0) return open + close
  const inner = parts('').join(', ')
  const line = isList ? `[${inner}]` : `{ ${inner} }`
  if (!line.includes('\n') && indent.length + line.length <= WIDTH) return line
  const deeper = `${indent}  `
  const lines = parts(deeper).map((part) => `${deeper}${part},\n`)
  return `${open}\n${lines.join('')}${indent}${close}`
}

const keyOf = (key: string): string => (/^[a-z_]\w*$/i.test(key) ? key : quoted(key))

function text(value: string): string {
  const run = RUN.exec(value)
  if (!run) return quoted(value)
  const { 0: all, 1: character, index } = run
  const before = value.slice(0, index)
  const after = value.slice(index + all.length)
  return [
    ...(before ? [quoted(before)] : []),
    `${quoted(character!)}.repeat(${all.length / character!.length})`,
    ...(after ? [text(after)] : []),
  ].join(' + ')
}

/** In single quotes, and in ASCII where a character cannot be seen. */
function quoted(value: string): string {
  const escaped = JSON.stringify(value)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll(/[\x7f-\xa0\u2028\u2029\ufeff]/g, hex)
  if (!escaped.includes("'")) return `'${escaped}'`
  return escaped.includes('"') ? `'${escaped.replaceAll("'", "\\'")}'` : `"${escaped}"`
}

const hex = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
