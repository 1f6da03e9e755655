/** Times in claims, and how long until they come (RFC 7519 section 2, NumericDate). */

export type TimeClaim = 'exp' | 'nbf' | 'iat' | 'auth_time'

export const isTimeClaim = (name: string): name is TimeClaim =>
  /^(exp|nbf|iat|auth_time)$/.test(name)

/** What a claim's value says as a time; `meant` is the time it would be in milliseconds, where that is likelier. */
export type ClaimTime =
  | { kind: 'time'; at: Date; meant?: Date }
  | { kind: 'no-number' }
  | { kind: 'no-date' }

/** In seconds the year 5138, in milliseconds 1973: whoever writes as much counted in milliseconds. */
const SURELY_MILLISECONDS = 1e11

export function claimTime(value: unknown): ClaimTime {
  if (typeof value !== 'number') return { kind: 'no-number' }
  const at = new Date(value * 1000)
  if (Number.isNaN(at.getTime())) return { kind: 'no-date' }
  if (value < SURELY_MILLISECONDS) return { kind: 'time', at }
  return { kind: 'time', at, meant: new Date(value) }
}

export type Unit = 'years' | 'days' | 'hours' | 'minutes' | 'seconds'

const UNITS: [Unit, seconds: number][] = [
  ['years', 365 * 24 * 3600],
  ['days', 24 * 3600],
  ['hours', 3600],
  ['minutes', 60],
  ['seconds', 1],
]

/** A span in its largest unit and the one below it: 1798 seconds are 29 minutes and 58 seconds. */
export function spanOf(seconds: number): [count: number, unit: Unit][] {
  const largest = UNITS.findIndex(([, size]) => seconds >= size)
  if (largest === -1) return [[0, 'seconds']]
  let rest = seconds
  return UNITS.slice(largest, largest + 2).map(([unit, size]) => {
    const count = Math.floor(rest / size)
    rest -= count * size
    return [count, unit]
  })
}
