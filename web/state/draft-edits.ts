/** Pure edits of a draft: what a token, a cookie or a link makes of the request being written. */

import type { Exchange, RequestDraft } from '../../lessons/exchange/exchange.ts'

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
