/** The learner's clock: lessons about time move it, and nobody waits. */

/** Header that says what time it is for one request, as a date-time of RFC 3339. Only the playground honours it. */
export const CLOCK_HEADER = 'x-playground-now'

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

/**
 * Reads the clock a request brings along.
 *
 * @returns the time, undefined without the header, and null when it holds no date-time.
 */
export function timeOf(request: Request): Date | null | undefined {
  const text = request.headers.get(CLOCK_HEADER)
  if (text === null) return undefined
  const time = new Date(text)
  return DATE_TIME.test(text) && !Number.isNaN(time.getTime()) ? time : null
}
