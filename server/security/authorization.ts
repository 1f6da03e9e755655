/** The value of an `Authorization` or `WWW-Authenticate` header, split in two. */

/**
 * Splits a field value at its first space into scheme and parameter (RFC 9110 section 11.4).
 *
 * Spaces and tabs around the parameter go; any other character stays, a no-break space too, since a
 * token that differs by one byte is another token.
 *
 * @example
 * expect(parseAuthorization('Bearer abc')).toEqual({ scheme: 'Bearer', parameter: 'abc' })
 */
export function parseAuthorization(value: string): { scheme: string; parameter: string } {
  const space = value.indexOf(' ')
  if (space === -1) return { scheme: value, parameter: '' }
  return { scheme: value.slice(0, space), parameter: withoutBlanksAround(value.slice(space + 1)) }
}

/** Goes in from both ends: a pattern for the last blanks would try every run of blanks on its way. */
function withoutBlanksAround(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isBlank(text[start])) start++
  while (end > start && isBlank(text[end - 1])) end--
  return text.slice(start, end)
}

const isBlank = (character: string | undefined) => character === ' ' || character === '\t'
