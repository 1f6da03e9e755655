/** What a request of another site's page carries: what a browser would decide, said in headers. */

import type { RequestDraft } from '../../lessons/exchange/exchange.ts'
import { type Cookie, cookieHeader } from './cookie-jar.ts'

/** An attack to be sent and recorded. */
export interface Attack {
  draft: RequestDraft
  /** Id of the server whose page is attacked. */
  attacked: string
}

/** How long Chromium lets a new cookie without `SameSite` go along with a POST that opens a page, in milliseconds. */
const NEW = 120_000

/** RFC 9110 section 9.2.1. */
const SAFE = ['GET', 'HEAD', 'OPTIONS', 'TRACE']

/**
 * Gives a draft that says `Sec-Fetch-Site: cross-site` the cookies that would go along, unless it brings its own.
 *
 * A request opens a page where it says `Sec-Fetch-Dest: document`; any other is a part of the other site's page, as
 * in a frame. The rules are those of Chromium (RFC 10025 section 5.6.7), tried in three browsers: Firefox goes by
 * the same ones, but sends a cookie without `SameSite` with a POST however old it is. WebKitGTK sends it into frames too.
 *
 * @param cookies those for the draft's URL.
 * @param now milliseconds since 1970.
 */
export function asOtherSite(
  draft: RequestDraft,
  cookies: readonly Cookie[],
  now = Date.now(),
): RequestDraft {
  const valueOf = (wanted: string) =>
    draft.headers.find(([name]) => name.toLowerCase() === wanted)?.[1]
  if (valueOf('sec-fetch-site') !== 'cross-site' || valueOf('cookie') !== undefined) return draft
  const opensPage = valueOf('sec-fetch-dest') === 'document'
  const isSafe = SAFE.includes(draft.method)
  const goes = ({ sameSite, created }: Cookie) => {
    if (sameSite === 'None') return true
    if (sameSite === 'Strict' || !opensPage) return false
    return isSafe || (sameSite === undefined && now - created < NEW)
  }
  return { ...draft, headers: [...draft.headers, ['Cookie', cookieHeader(cookies.filter(goes))]] }
}
