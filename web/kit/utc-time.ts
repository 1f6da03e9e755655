/** A time as the lessons show it, in UTC to the second; who shows it says that it is UTC. */

/** Such as `2026-01-02 03:04:05`; a year beyond 9999 has a sign and six digits (ECMA-262, Date Time String Format). */
export const utcTime = (time: Date | number): string =>
  new Date(time).toISOString().replace('T', ' ').slice(0, -5)

/** Such as `03:04:05`. */
export const utcTimeOfDay = (time: Date | number): string => utcTime(time).slice(-8)
