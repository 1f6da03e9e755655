/** Where a lesson's servers are: the same URL in every mode. */

import type { RequestDraft } from '../../lessons/exchange/exchange.ts'
import type { Lesson } from '../../lessons/lesson.ts'

/** The absolute URL of a server's root, with a slash at its end. */
export function serverUrl(lesson: Lesson, server: string, base: string): string {
  return new URL(`lessons/${lesson.slug}/${lesson.servers[server]?.path ?? server}/`, base).href
}

/** A draft whose path is below its server, also where the server's own path was written in front of it. */
export function belowServer(lesson: Lesson, draft: RequestDraft, base: string): RequestDraft {
  const { pathname } = new URL(serverUrl(lesson, draft.server, base))
  // A copy may stand below a folder, of which the lessons know nothing.
  const own = [pathname, pathname.slice(pathname.lastIndexOf('/lessons/'))]
  const prefix = own.find((start) => draft.path.startsWith(start))
  return prefix === undefined ? draft : { ...draft, path: draft.path.slice(prefix.length - 1) }
}

/** The absolute URL a draft goes to, as typed below its server. */
export function draftUrl(lesson: Lesson, draft: RequestDraft, base: string): string {
  const { server, path } = belowServer(lesson, draft, base)
  return serverUrl(lesson, server, base).replace(/\/$/, '') + path
}
