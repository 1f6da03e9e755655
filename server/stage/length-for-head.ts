/** Answers to HEAD that say how long the answer to GET would be. */

import type { Context, MiddlewareHandler, Next } from 'hono'

/**
 * Sets `Content-Length` on answers to HEAD (RFC 9110 section 8.6); those to GET get it from the server.
 *
 * An answer that is written bit by bit has none.
 */
export const lengthForHead: MiddlewareHandler = (c, next) =>
  c.req.method === 'HEAD' ? withLength(c, next) : next()

async function withLength(c: Context, next: Next): Promise<void> {
  await next()
  if (hasNoLength(c.res)) return
  const { byteLength } = await c.res.arrayBuffer()
  c.res = new Response(null, c.res)
  c.res.headers.set('content-length', String(byteLength))
}

/** Whether the answer has a length already, may not have one, or has a body of unknown length. */
function hasNoLength({ headers, status }: Response): boolean {
  if (headers.has('content-length') || status === 204 || status === 304) return true
  const type = headers.get('content-type') ?? ''
  return headers.has('transfer-encoding') || type.startsWith('text/event-stream')
}
