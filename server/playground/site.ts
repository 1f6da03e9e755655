/** The playground as one plain app: every lesson's servers, the health check and the built page. */

import { Hono, type MiddlewareHandler } from 'hono'
import type { Audience } from './audience.ts'
import { endCookies } from './end-cookies.ts'
import { lessonHosts, upstreamOf } from './lesson-hosts.ts'
import { hasDotSegments } from '../stage/dot-segments.ts'
import { framedByNobody } from '../stage/framed-by-nobody.ts'
import { lengthForHead } from '../stage/length-for-head.ts'
import { performWithTraceHeader } from '../stage/perform.ts'
import { policyAt } from '../stage/page-headers.ts'
import { withPolicy } from '../stage/policies.ts'
import type { SiteBindings } from '../stage/site-bindings.ts'

interface SiteOptions {
  /** Whom lessons' servers that are weak on purpose answer; nobody where nothing is said. */
  weak?: Audience
  /** Whom lessons' servers that sign with a published key answer; as the weak ones where nothing is said. */
  publishedKey?: Audience
  /** Answers what is not a server's: the built page's files. */
  files?: MiddlewareHandler
}

/** Makes the playground's app. */
export function createSite({ files, weak = false, publishedKey = weak }: SiteOptions = {}): Hono<{
  Bindings: SiteBindings
}> {
  const site = new Hono<{ Bindings: SiteBindings }>()
  const findHost = lessonHosts({ weak, publishedKey })

  site.use(lengthForHead)
  site.get('/healthz', (c) => c.json({ status: 'ok' }))
  // A static copy of the page has a file of this name that says false.
  site.get('/playground.json', (c) => {
    c.header('cache-control', 'no-store')
    return c.json({ realServer: true })
  })

  site.post('/end-cookies', endCookies)

  site.all('/lessons/*', async (c) => {
    const { pathname } = new URL(c.req.url)
    const host = await findHost(pathname, c.env?.fromNetwork)
    if (!host || hasDotSegments(c.env?.target ?? '')) return c.notFound()
    const { headers, allowedHosts, origin } = c.env ?? {}
    const upstream = await upstreamOf(pathname)
    const response = await performWithTraceHeader(host, c.req.raw, {
      ...(headers && { headers }),
      ...(allowedHosts && { allowedHosts }),
      ...(origin !== undefined && upstream && { authServerUrl: origin + upstream }),
    })
    return framedByNobody(c.req.raw, response)
  })

  site.use(async (c, next) => {
    await next()
    withPolicy(c.res, policyAt(c.req.path))
  })
  if (files) site.get('*', files)

  site.notFound((c) => c.json({ detail: 'Not Found' }, 404))
  site.onError((error, c) => {
    console.error(error)
    return c.json({ detail: 'Internal Server Error' }, 500)
  })
  return site
}
