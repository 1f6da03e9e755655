/** Where a person goes from a page in the small browser: by a link, a form, or the browser's own buttons. */

import type { RequestDraft } from '../../lessons/exchange/exchange.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { serverUrl } from '../stage/addresses.ts'

export interface Navigation {
  method: 'GET' | 'POST'
  url: string
  /** A form's fields as `application/x-www-form-urlencoded`; empty for a link. */
  body: string
}

/** A navigation as a draft, which asks for a page as browsers do; undefined where it leaves the lesson's servers. */
export function draftForNavigation(
  lesson: Lesson,
  { method, url, body }: Navigation,
  base: string,
): RequestDraft | undefined {
  const isOn = (id: string) => url.startsWith(serverUrl(lesson, id, base))
  const server = Object.keys(lesson.servers).find(isOn)
  if (!server) return undefined
  const path = url.slice(serverUrl(lesson, server, base).length - 1)
  const headers: RequestDraft['headers'] = [['Accept', 'text/html']]
  if (body !== '') headers.push(['Content-Type', 'application/x-www-form-urlencoded'])
  return { server, method, path, headers, body }
}
