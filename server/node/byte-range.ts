/** Which bytes of a file a client asks for. */

interface Bytes {
  first: number
  /** Of the last byte, not the one behind it. */
  last: number
}

/**
 * Reads a `Range` field for one range of bytes (RFC 9110 section 14.1.2).
 *
 * @returns undefined for the whole file: several ranges, other units and what is no range may be answered so.
 * @throws RangeError where no byte of the file is in the range.
 */
export function byteRange(field: string | undefined, size: number): Bytes | undefined {
  const [known, from, to] = /^bytes=(\d*)-(\d*)$/.exec(field ?? '') ?? []
  if (known === undefined || (!from && !to)) return undefined
  if (from && to && Number(to) < Number(from)) return undefined
  // A number alone behind the dash counts from the end.
  const first = from ? Number(from) : Math.max(size - Number(to), 0)
  const last = from && to ? Math.min(Number(to), size - 1) : size - 1
  if (first > last) throw new RangeError(`no byte from ${first} of ${size}`)
  return { first, last }
}
