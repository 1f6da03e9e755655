/** The requests of other sites' pages, written short. */

import type { RequestDraft } from '../exchange/exchange.ts'
import { form } from '../5-two-servers/requests.ts'

/** A request to whichever server is attacked. */
export type Draft = Omit<RequestDraft, 'server'>

/** A request of another site's page, as a browser says so in its headers: it opens a page, or fills a frame of one. */
export const fromOtherSite = (
  { method, path, headers, body }: Draft,
  destination: 'document' | 'iframe',
  origin?: string,
): Draft => {
  const said: RequestDraft['headers'] = [
    ...(origin === undefined ? [] : [['Origin', origin] satisfies RequestDraft['headers'][0]]),
    ['Sec-Fetch-Site', 'cross-site'],
    ['Sec-Fetch-Dest', destination],
  ]
  return { method, path, headers: [...headers, ...said], body }
}

/** The login form, sent by a page of somebody else's that opens the answer in place of itself. */
export const foreignLogin = (origin: string): Draft =>
  fromOtherSite(form('faithful', 'username=johndoe&password=secret'), 'document', origin)
