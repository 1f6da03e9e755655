/** The learner's clock: lessons about time move it, and nobody waits. */

/** Header that says what time it is for one request, as a date-time of RFC 3339. Only the playground honours it. */
export const CLOCK_HEADER = 'x-playground-now'

const DATE_TIME =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i

/**
 * Reads the clock a request brings along.
 *
 * @returns the time, undefined without the header, and null when it holds no date-time.
 */
export function timeOf(request: Request): Date | null | undefined {
  const text = request.headers.get(CLOCK_HEADER)
  if (text === null) return undefined
  const [, year, month, day] = DATE_TIME.exec(text) ?? []
  // Engines make the first of March of a 30th of February.
  if (!day || Number(day) > daysIn(Number(year), Number(month))) return null
  const time = new Date(text.toUpperCase())
  return Number.isNaN(time.getTime()) ? null : time
}

/** Days of a month, from 1 for January. */
function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
