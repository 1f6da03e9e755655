/** In which encoding a client takes a file: the smallest that is there, and that it says it can read. */

/** By the ending of the file that the build writes beside the other; the smallest first. */
export const ENCODINGS = { br: '.br', gzip: '.gz' } as const

export type Encoding = keyof typeof ENCODINGS

/** Chooses among the encodings that are there by `Accept-Encoding`; undefined for the file as it is. */
export function acceptedEncoding(
  field: string | undefined,
  there: readonly Encoding[],
): Encoding | undefined {
  const weights = new Map(field?.toLowerCase().split(',').map(weighed))
  return there.find((encoding) => (weights.get(encoding) ?? weights.get('*') ?? 0) > 0)
}

/** One of the field's items, with its weight (RFC 9110 section 12.4.2). */
function weighed(item: string): [name: string, weight: number] {
  const [name = '', ...parameters] = item.split(';').map((part) => part.trim())
  const weight = parameters.find((each) => each.startsWith('q='))?.slice('q='.length)
  return [name, weight === undefined ? 1 : Number(weight)]
}
