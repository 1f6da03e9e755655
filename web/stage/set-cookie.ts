/** A `Set-Cookie` line read into its parts: for the jar that keeps it, and for who shows it. */

/** What a line says (RFC 10025 section 5.6); attribute names in lower case, an empty text for a bare one. */
export interface SetCookie {
  name: string
  value: string
  /** In their order: a name may occur twice. */
  attributes: [name: string, value: string][]
}

/** Reads a line; undefined for one without a name. */
export function readSetCookie(line: string): SetCookie | undefined {
  const [pair = '', ...attributes] = line.split(';')
  const [name, value] = halves(pair)
  if (!name || value === undefined) return undefined
  return {
    name,
    value,
    attributes: attributes.map((text) => {
      const [attribute, attributeValue = ''] = halves(text)
      return [attribute.toLowerCase(), attributeValue]
    }),
  }
}

/** What stands before the first equals sign and what behind it, without the blanks around. */
function halves(text: string): [name: string, value?: string] {
  const equals = text.indexOf('=')
  if (equals < 0) return [text.trim()]
  return [text.slice(0, equals).trim(), text.slice(equals + 1).trim()]
}
