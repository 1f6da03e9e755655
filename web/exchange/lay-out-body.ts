/** Bodies that are JSON, over several lines. */

/** Bodies of more characters are shown as they came: laid out, they would fill many screens. */
export const MAX_LAID_OUT = 20_000

/**
 * A JSON text over several lines; undefined for a text that is none, or is too long.
 *
 * Only blanks may differ: what JSON reads in another way (a long number, a key that occurs twice) is not laid out.
 */
export function layOutBody(body: string): string | undefined {
  if (body.length > MAX_LAID_OUT) return undefined
  try {
    const laidOut = JSON.stringify(JSON.parse(body), null, 2)
    return withoutBlanks(laidOut) === withoutBlanks(body) ? laidOut : undefined
  } catch {
    return undefined
  }
}

const withoutBlanks = (text: string) => text.replaceAll(/\s/g, '')
