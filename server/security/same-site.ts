/** Forms from other sites: a browser says where a request comes from, and here that counts. */

import type { MiddlewareHandler } from 'hono'
import { Refusal } from './refusal.ts'
import { decided, type Stage } from './trace.ts'

/**
 * Makes a guard that lets through what the server's own pages send, and what no browser sent.
 *
 * Refuses with 403 when `Sec-Fetch-Site` (W3C Fetch Metadata) names another place, or `Origin` (RFC 6454
 * section 7.3; `null` included) is not this server's. A client that sends neither is no browser, and
 * nobody's cookies come with it.
 */
export function sameSiteOnly(): MiddlewareHandler<{ Bindings: Stage }> {
  return async function sameSiteOnly(c, next) {
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    const foreign =
      (site !== undefined && site !== 'same-origin' && site !== 'none') ||
      (origin !== undefined && origin !== ownOrigin(c.req.url))
    const decide = (pass: boolean, because: string) =>
      decided(c, { by: 'SameSite', gate: 'site', pass, because })
    if (foreign) {
      decide(false, 'site-foreign')
      throw new Refusal(403, 'Sent from another site', { because: 'site-foreign' })
    }
    decide(true, site === undefined && origin === undefined ? 'site-unsaid' : 'site-own')
    await next()
  }
}

const ownOrigin = (url: string) => new URL(url).origin
