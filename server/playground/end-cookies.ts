/** The end of every cookie that a lesson's server sets: only a server can end one that no script sees. */

import type { MiddlewareHandler } from 'hono'
import { deleteCookie } from 'hono/cookie'
import { course } from '../../lessons/index.ts'

/**
 * Answers 204 with a `Set-Cookie` for each name and path (RFC 6265 section 5.3), also for the servers that have a port
 * of their own: ports count for nothing in cookies.
 *
 * Another site's page cannot ask for it: the header that it has to send makes a browser ask first (Fetch section 3.3).
 */
export const endCookies: MiddlewareHandler = async (c) => {
  if (!c.req.header('x-playground-reset')) {
    return c.json({ detail: 'Forbidden: x-playground-reset is missing' }, 403)
  }
  for (const { load, slug } of course) {
    const { servers } = await load()
    for (const { cookie, path } of Object.values(servers)) {
      if (cookie === undefined) continue
      // A cookie without a path has that of its request, without the slash at its end.
      for (const at of ['/', `/lessons/${slug}/${path}/`, `/lessons/${slug}/${path}`]) {
        deleteCookie(c, cookie, { path: at })
      }
    }
  }
  return c.body(null, 204)
}
