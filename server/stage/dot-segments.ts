/** Paths that a URL parser would shorten. */

/** Whether a path has `.` or `..` as a segment: no route does, and what they are resolved to is not what was asked. */
export function hasDotSegments(target: string): boolean {
  // Most targets have neither, and are not looked at piece by piece.
  if (!/[.%]/.test(target)) return false
  const [path = ''] = target.split('?')
  return path.split('/').some((segment) => /^(\.|%2e){1,2}$/i.test(segment))
}
