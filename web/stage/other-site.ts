/** What a request of another site's page carries: what a browser would decide, said in headers. */

import type { RequestDraft } from '../../lessons/exchange/exchange.ts'
import type { Cookie } from './cookie-jar.ts'

/** An attack to be sent and recorded. */
export interface Attack {
  draft: RequestDraft
  /** Id of the server whose page is attacked. */
  attacked: string
}

/**
 * Gives a draft that says `Sec-Fetch-Site: cross-site` the cookies that would go along, unless it brings its own.
 *
 * `Lax` and `Strict` stay at home when another site's page embeds or posts (RFC 6265bis section 5.6.7.1). A
 * cookie without `SameSite` goes, as it does in browsers that do not fill in `Lax` by themselves.
 *
 * @param cookies those for the draft's URL.
 */
export function asOtherSite(draft: RequestDraft, cookies: readonly Cookie[]): RequestDraft {
  const valueOf = (wanted: string) =>
    draft.headers.find(([name]) => name.toLowerCase() === wanted)?.[1]
  if (valueOf('sec-fetch-site') !== 'cross-site' || valueOf('cookie') !== undefined) return draft
  const along = cookies.filter(({ sameSite }) => sameSite === undefined || sameSite === 'None')
  const line = along.map(({ name, value }) => `${name}=${value}`).join('; ')
  return { ...draft, headers: [...draft.headers, ['Cookie', line]] }
}
