/** Pure edits of a draft: what a token, a cookie or a link makes of the request being written. */

import type { Exchange, RequestDraft } from '../../lessons/exchange/exchange.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { serverUrl } from '../stage/addresses.ts'

type Headers = RequestDraft['headers']

const isCalled =
  (wanted: string) =>
  ([name]: Headers[0]): boolean =>
    name.toLowerCase() === wanted

const isAuthorization = isCalled('authorization')

/** The first Authorization line, which has a row of its own; a second one stays where it was written. */
export function authorizationLines({ headers }: RequestDraft): Headers {
  return headers.filter(isAuthorization).slice(0, 1)
}

/** All header lines but the first Authorization. */
export function otherHeaders({ headers }: RequestDraft): Headers {
  const first = headers.find(isAuthorization)
  return headers.filter((line) => line !== first)
}

/** What a form brings along, and what a page asks for: nobody has to look at it. */
const USUAL = /^(accept:.*|content-type:\s*application\/x-www-form-urlencoded)$/i

/** Whether a draft has headers that are worth a look, besides the first Authorization. */
export function hasUnusualHeaders(draft: RequestDraft): boolean {
  return otherHeaders(draft).some(([name, value]) => !USUAL.test(`${name}:${value}`))
}

/** Puts a token on a draft as Bearer, in the place of every Authorization that stood there. */
export function withBearer(draft: RequestDraft, token: string): RequestDraft {
  const others = draft.headers.filter((line) => !isAuthorization(line))
  return { ...draft, headers: [['Authorization', `Bearer ${token}`], ...others] }
}

/** Writes a cookie as a header, where it can be spoilt: sent so, it counts instead of the browser's own. */
export function withCookieHeader(draft: RequestDraft, cookie: string): RequestDraft {
  const others = draft.headers.filter((line) => !isCalled('cookie')(line))
  return { ...draft, headers: [...others, ['Cookie', cookie]] }
}

/** Where a person goes from a page in the small browser: by a link, a form, or the browser's own buttons. */
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
  const headers: Headers = [['Accept', 'text/html']]
  if (body !== '') headers.push(['Content-Type', 'application/x-www-form-urlencoded'])
  return { server, method, path, headers, body }
}

/** What an exchange asked, as a draft. */
export function draftOf({ server, request }: Pick<Exchange, 'server' | 'request'>): RequestDraft {
  const { method, path, headers, body } = request
  return { server, method, path, headers, body }
}

/** Whether two drafts ask the same, in whatever form the answer is wanted. */
export function asksTheSame(one: RequestDraft, other: RequestDraft): boolean {
  const inShort = ({ server, method, path, headers, body }: RequestDraft) =>
    JSON.stringify([
      server,
      method,
      path,
      body,
      headers.filter((line) => !isCalled('accept')(line)),
    ])
  return inShort(one) === inShort(other)
}
