/** Forms from other origins: a browser says where a request comes from, and here that counts. */

import type { Context, MiddlewareHandler } from 'hono'
import type { Reason } from './codes.ts'
import { Refusal } from './refusal.ts'
import { decided, type Stage } from './trace.ts'

/**
 * Makes a guard that lets through what the server's own pages send, and what no browser sent.
 *
 * `Sec-Fetch-Site` (W3C Fetch Metadata) decides where it is present: `same-origin` and `none` pass, and nothing
 * else does, for another port of this machine is the same site and still another origin. Where it is absent,
 * `Origin` (RFC 6454 section 7.3) decides: the URL's own passes, and that of a host in the binding `allowedHosts`.
 * A client that sends neither is no browser, and nobody's cookies come with it.
 *
 * @throws Refusal 403 for a request of another origin.
 *
 * @example
 * const app = new Hono().post('/logout', sameOriginOnly(), (c) => c.text('Logged out'))
 * const from = (site: string) => ({ method: 'POST', headers: { 'sec-fetch-site': site } })
 * expect((await app.request('/logout', from('same-origin'))).status).toBe(200)
 * expect((await app.request('/logout', from('cross-site'))).status).toBe(403)
 */
export function sameOriginOnly(): MiddlewareHandler<{ Bindings: Stage }> {
  return async function sameOriginOnly(c, next) {
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    const decide = (pass: boolean, because: Reason) =>
      decided(c, { by: 'SameOrigin', gate: 'origin', pass, because })
    // A page may withhold its origin, and a proxy rewrite the host: then Origin is not what the URL says.
    const own =
      site !== undefined
        ? site === 'same-origin' || site === 'none'
        : origin === undefined || isOwn(origin, c.req.url, c.env?.allowedHosts)
    if (!own) {
      decide(false, 'origin-foreign')
      throw new Refusal(403, 'Sent from another origin', { because: 'origin-foreign' })
    }
    decide(true, site === undefined && origin === undefined ? 'origin-unsaid' : 'origin-own')
    await next()
  }
}

function isOwn(origin: string, url: string, allowedHosts: readonly string[] = []): boolean {
  if (origin === new URL(url).origin) return true
  // A proxy that ends TLS speaks http to this server and https to people.
  return allowedHosts.some((host) => [`https://${host}`, `http://${host}`].includes(origin))
}

/**
 * Whether whoever sent a request speaks TLS, to this server or to a proxy before it: only then can a cookie be
 * `Secure` (RFC 10025 section 4.1.2.5).
 *
 * The URL knows, and behind a proxy the `Origin` that browsers send with each form. Who sends another one than it
 * has gets a cookie that does not come back.
 *
 * @example
 * const app = new Hono().get('/', (c) => c.json(sentOverTls(c)))
 * expect(await (await app.request('https://example.org/')).json()).toBe(true)
 * expect(await (await app.request('http://example.org/')).json()).toBe(false)
 */
export function sentOverTls({ req }: Context): boolean {
  return [req.url, req.header('origin')].some((url) => url?.startsWith('https:'))
}
