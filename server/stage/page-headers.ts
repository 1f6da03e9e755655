/** What is said with each file of the built page: by our server, and in `_headers` by a host of a static copy. */

import { headersOf, pagePolicy, POLICIES, type Policy } from './policies.ts'

const PAGE = pagePolicy()

/** The policy of what is found at a path, or is not. */
export function policyAt(path: string): Policy {
  if (isPart(path)) return POLICIES.part
  // The built docs page is for the docs panel; nothing else is shown in a frame.
  return path === '/docs.html' ? POLICIES.docs : PAGE
}

/** How long a file may be kept unasked: below `assets` a name has a hash of what is in it, and no other name has. */
export function cachingAt(path: string): string {
  return isPart(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
}

/** All that is said with the file at a path. */
export function headersAt(path: string): Record<string, string> {
  return { ...headersOf(policyAt(path)), 'Cache-Control': cachingAt(path) }
}

const isPart = (path: string) => path.startsWith('/assets/')
