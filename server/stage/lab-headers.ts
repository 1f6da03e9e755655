/** Headers a browser lets no page set, sent under other names: what curl can try, a learner can try in the page. */

import type { HeaderList } from '../security/trace.ts'

/** Stands before the real name; only the playground honours it. */
const PREFIX = 'x-playground-header-'

/** The headers that can be set so, in lower case. An empty value means: none of it, whatever the browser sends. */
const SETTABLE = ['cookie', 'origin', 'sec-fetch-site', 'sec-fetch-dest']

/** How a browser names where a request comes from. */
const SOURCE = ['origin', 'sec-fetch-site']

/** Whether a page may not set the header, and the lab can. */
export function isLabHeader(name: string): boolean {
  return SETTABLE.includes(name.toLowerCase())
}

/** The name a page sends such a header under. */
export function labName(name: string): string {
  return PREFIX + name.toLowerCase()
}

/**
 * Gives a request the headers it brings under other names, and the same for its field lines.
 *
 * Where it brings one of the two that name its source, the browser's own of both are left out: they would
 * contradict each other.
 */
export function withLabHeaders(
  request: Request,
  lines: HeaderList,
): { request: Request; lines: HeaderList } {
  const brought = SETTABLE.filter((name) => request.headers.has(labName(name)))
  if (brought.length === 0) return { request, lines }
  const headers = new Headers(request.headers)
  const replaced = brought.some((name) => SOURCE.includes(name)) ? [...brought, ...SOURCE] : brought
  for (const name of replaced) headers.delete(name)
  const gone = [...replaced, ...brought.map(labName)]
  const changedLines = lines.filter(([name]) => !gone.includes(name.toLowerCase()))
  for (const name of brought) {
    const value = headers.get(labName(name))!
    headers.delete(labName(name))
    if (value === '') continue
    headers.set(name, value)
    changedLines.push([name, value])
  }
  // A request made anew in a browser would lose what browsers forbid, and a clone the method TRACE.
  const changed = request.clone()
  Object.defineProperties(changed, {
    headers: { value: headers },
    method: { value: request.method },
    // A clone's own signal follows this one only until it is garbage-collected.
    signal: { value: request.signal },
  })
  return { request: changed, lines: changedLines }
}
