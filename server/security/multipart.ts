/**
 * Forms with parts, `multipart/form-data` (RFC 7578), read alike wherever the server runs: platforms differ about names
 * without quotes, text around the parts and much more. What python-multipart takes of FastAPI's clients is taken here.
 */

/** One part of a form. */
export interface Part {
  name: string
  /** Name of the file; undefined for a plain field. */
  filename: string | undefined
  content: Uint8Array
}

/**
 * Reads the parts of a body, in order.
 *
 * Blank lines may come before the first part and anything after the last. Undefined for a body that is broken: another
 * boundary, no end, a header line that is none, a part that is no `form-data` or has no name.
 */
export function readParts(body: Uint8Array, contentType: string): Part[] | undefined {
  const boundary = readParameters(contentType)?.parameters.get('boundary')
  if (!boundary || /[^\x20-\x7e]/.test(boundary)) return undefined
  // One character a byte, so that places in the text are places in the body.
  const text = asLatin1(body)
  const delimiter = `\r\n--${boundary}`
  let at = /^[\r\n]*/.exec(text)![0].length
  if (!text.startsWith(delimiter.slice(2), at)) return undefined
  at += delimiter.length - 2

  const parts: Part[] = []
  // Two hyphens end the last part; what follows is to be ignored (RFC 2046 section 5.1.1, epilogue).
  while (!text.startsWith('--', at)) {
    const head = text.startsWith('\r\n', at) ? text.indexOf('\r\n\r\n', at) : -1
    const end = head < 0 ? -1 : nextDelimiter(text, delimiter, head + 4)
    if (end < 0) return undefined
    const field = readHead(new TextDecoder().decode(body.subarray(at + 2, head)))
    if (!field) return undefined
    parts.push({ ...field, content: body.subarray(head + 4, end) })
    at = end + delimiter.length
  }
  return parts
}

/** Where a part ends: before a delimiter that is a line of its own. Text that only begins like one is content. */
function nextDelimiter(text: string, delimiter: string, from: number): number {
  let at = text.indexOf(delimiter, from)
  while (at >= 0 && !/^(--|\r\n)/.test(text.substr(at + delimiter.length, 2))) {
    at = text.indexOf(delimiter, at + 1)
  }
  return at
}

/** A header line: its name is a token, and it is not folded (RFC 9110 sections 5.1 and 5.5). */
const LINE = /^([\w!#$%&'*+.^`|~-]+):([^\r\n\0]*)$/

/** Reads what a part's header says of its field, whatever else stands there; undefined where it does not. */
function readHead(head: string): Pick<Part, 'name' | 'filename'> | undefined {
  let disposition: string | undefined
  for (const line of head.split('\r\n')) {
    const [, name, value] = LINE.exec(line) ?? []
    if (name === undefined) return undefined
    if (name.toLowerCase() === 'content-disposition') disposition = value
  }
  const read = readParameters(disposition ?? '')
  const name = read?.parameters.get('name')
  if (read?.type !== 'form-data' || name === undefined) return undefined
  return { name, filename: read.parameters.get('filename') }
}

/**
 * Reads a value with parameters, in quotes or not, with blanks around them or not (RFC 9110 section 5.6.6).
 *
 * Of parameters given twice the last counts. Undefined where a quote stands that ends nowhere or amid a value.
 */
function readParameters(
  text: string,
): { type: string; parameters: Map<string, string> } | undefined {
  const [type = '', ...rest] = splitOutsideQuotes(text)
  const parameters = new Map<string, string>()
  for (const parameter of rest) {
    const equals = parameter.indexOf('=')
    if (equals < 0) continue
    const value = unquoted(parameter.slice(equals + 1).trim())
    if (value === undefined) return undefined
    parameters.set(parameter.slice(0, equals).trim().toLowerCase(), value)
  }
  return { type: type.trim().toLowerCase(), parameters }
}

/** Splits at each semicolon that stands in no quotes. */
function splitOutsideQuotes(text: string): string[] {
  const pieces: string[] = []
  let start = 0
  let isQuoted = false
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\' && isQuoted) i++
    else if (text[i] === '"') isQuoted = !isQuoted
    else if (text[i] === ';' && !isQuoted) {
      pieces.push(text.slice(start, i))
      start = i + 1
    }
  }
  return [...pieces, text.slice(start)]
}

/** Browsers escape quotes and backslashes alone: another backslash is one. */
function unquoted(value: string): string | undefined {
  if (!value.includes('"')) return value
  if (!/^"(?:[^"\\]|\\[^])*"$/.test(value)) return undefined
  return value.slice(1, -1).replace(/\\(["\\])/g, '$1')
}

/** Bytes as characters of the same numbers. `TextDecoder` knows no such encoding: its `latin1` is windows-1252. */
function asLatin1(bytes: Uint8Array): string {
  const PIECE = 8192
  let text = ''
  for (let i = 0; i < bytes.length; i += PIECE) {
    text += String.fromCharCode(...bytes.subarray(i, i + PIECE))
  }
  return text
}
