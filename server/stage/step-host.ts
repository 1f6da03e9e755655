/** What stands around a step app: FastAPI's routing manners, its description and its docs page. */

import { type Context, Hono, type MiddlewareHandler, type Next } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { matchedRoutes } from 'hono/route'
import type { RouterRoute } from 'hono/types'
import { getPath } from 'hono/utils/url'
import type { Reason, RefusalReason } from '../security/codes.ts'
import { isStopped } from '../security/depends.ts'
import { openapi } from '../security/openapi.ts'
import { Refusal } from '../security/refusal.ts'
import { decided, type Stage } from '../security/trace.ts'
import { docsPage } from './docs-page.ts'
import { lengthForHead } from './length-for-head.ts'
import { headersOf, POLICIES } from './policies.ts'

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any app, whatever its variables
export type AnyApp = Hono<any>

interface StepHostOptions {
  title: string
  /** The title in the description, if another. */
  apiTitle?: string
  /** Path under which the app answers, without a slash at its end; empty at the root. */
  prefix?: string
  /** URL of the docs page's script, relative to that page. */
  docsScript: string
  /** Whether nobody frames the docs page: where there is no playground around it. */
  alone?: boolean
  /** The same routes put another way, where those of the app itself are not to answer. */
  routes?: AnyApp
  /** What the app finds as the binding `SECRET_KEY`. */
  secretKey?: string
  /** Told of each error that becomes an answer. */
  refused?: (error: unknown) => void
}

/** A step app with its host around it. */
export type StepHost = Hono<{ Bindings: Stage }>

/**
 * Puts a step app under `prefix` as FastAPI would serve it: `openapi.json` and `docs` beside its routes,
 * 307 to the spelling of a path that exists with or without its last slash, `{"detail": …}` for 404,
 * 405 (with `Allow`) and every error.
 *
 * @param app the step's own app, which stays as it is.
 */
export function stepHost(app: AnyApp, { secretKey, ...options }: StepHostOptions): StepHost {
  const host = hostAround(app, options)
  let forHead: StepHost | undefined
  const { fetch } = host
  // A layer before the routes costs each request a promise: what few need is not one.
  host.fetch = (request, env = {}, context) => {
    if (secretKey !== undefined) Object.assign(env, { SECRET_KEY: secretKey })
    if (request.method !== 'HEAD') return fetch(request, env, context)
    forHead ??= hostAround(app, options, lengthForHead)
    return forHead.fetch(request, env, context)
  }
  return host
}

function hostAround(
  app: AnyApp,
  {
    title,
    apiTitle = title,
    prefix = '',
    docsScript,
    alone = false,
    routes = app,
    refused,
  }: Omit<StepHostOptions, 'secretKey'>,
  layer?: MiddlewareHandler,
): StepHost {
  const host: StepHost = new Hono(
    prefix === ''
      ? {}
      : // The prefix goes before the path is decoded: decoded, it may be shorter.
        { getPath: ({ url }) => getPath({ url: url.replace(prefix, '') } as Request) },
  )
  const description = openapi(app, { title: apiTitle, version: '0.1.0' }, prefix)
  const docsHeaders = headersOf(alone ? POLICIES.docsAlone : POLICIES.docs)

  if (layer) host.use(layer)
  // An app served alone has no playground that could show a trace.
  if (!alone) host.use((c, next) => (c.env?.trace ? found(c, next) : next()))
  async function found(c: Context<{ Bindings: Stage }>, next: Next): Promise<void> {
    const route = routesOf(c)[0]
    if (route) {
      decided(c, {
        by: 'router',
        gate: 'route',
        pass: true,
        because: 'route-found',
        facts: { route: `${route.method} ${route.path}` },
      })
    }
    await next()
    // Hono would take the request's context for the answer.
    if (!c.finalized) throw new Error('a dependency did not call next()')
    if (route && !c.error) handled(c, 'handler-answered')
  }
  host.get('/openapi.json', (c) => c.json(description))
  host.get('/docs', async (c) => {
    // Spelled in lower case, as Starlette spells it.
    c.header('content-type', 'text/html; charset=utf-8')
    for (const [name, value] of Object.entries(docsHeaders)) c.header(name, value)
    return c.body((await docsPage({ title, script: docsScript })).toString())
  })
  host.route('/', routes)
  host.notFound((c) => noRoute(c, host))
  host.onError((error, c) => {
    refused?.(error)
    const isHandlers = reachedHandler(c)
    if (isHandlers) handled(c, 'handler-refused')
    if (!(error instanceof HTTPException)) {
      // The client learns nothing of what broke; the host's log does.
      console.error(error)
      return refuse(c, 500, 'Internal Server Error', [
        isHandlers ? 'handler-failed' : 'dependency-failed',
      ])
    }
    const { because, facts } = error instanceof Refusal ? error : { because: ['refused'] }
    c.env?.trace?.push({
      kind: 'refused',
      status: error.status,
      detail: error.message,
      because,
      ...(facts && { facts }),
    })
    // Through `c`, so that it has the headers that guards set before.
    if (error instanceof Refusal) {
      return c.json({ detail: error.detail }, error.status, error.headers)
    }
    // A plain HTTPException would answer in text/plain; one that brings its own response keeps it.
    if (error.res) return error.getResponse()
    return c.json({ detail: error.message }, error.status)
  })
  return host
}

/** Answers what no route answers; decided before any guard runs, as in Starlette. */
function noRoute(c: Context<{ Bindings: Stage }>, host: StepHost): Response {
  const allowed = methodsAt(host, c.req.path)
  if (allowed.length > 0) {
    missed(c, 'method-not-allowed', { method: c.req.method })
    const response = refuse(c, 405, 'Method Not Allowed', ['method-not-allowed'])
    response.headers.set('allow', allowed.join(', '))
    return response
  }
  const other = c.req.path.endsWith('/') ? c.req.path.slice(0, -1) : `${c.req.path}/`
  // A doubled slash makes another path, and not another spelling of one.
  if (other !== '' && !c.req.path.endsWith('//') && methodsAt(host, other).length > 0) {
    missed(c, 'slash-differs', { path: other })
    const { pathname, search } = new URL(c.req.url)
    const target = pathname.endsWith('/') ? pathname.slice(0, -1) : `${pathname}/`
    // Relative, because the Host header is the client's word (RFC 9110 section 10.2.2).
    const headers = { location: target + search, 'content-length': '0' }
    return new Response(null, { status: 307, headers })
  }
  missed(c, 'route-missing', { path: c.req.path })
  return refuse(c, 404, 'Not Found', ['route-missing'])
}

/** Whether the route's own code was started, and not only a guard before it or inside `returns`. */
function reachedHandler(c: Context<{ Bindings: Stage }>): boolean {
  const routes = matchedRoutes(c)
  const isLast = routes.at(-1)?.method !== 'ALL' && c.req.routeIndex === routes.length - 1
  return isLast && !isStopped(c.env)
}

function handled(c: Context<{ Bindings: Stage }>, because: 'handler-answered' | 'handler-refused') {
  const pass = because === 'handler-answered'
  decided(c, { by: 'handler', gate: 'handler', pass, because })
}

function missed(c: Context<{ Bindings: Stage }>, because: Reason, facts: Record<string, string>) {
  decided(c, { by: 'router', gate: 'route', pass: false, because, facts })
}

function refuse(
  c: Context<{ Bindings: Stage }>,
  status: 404 | 405 | 500,
  detail: string,
  because: RefusalReason[],
): Response {
  c.env?.trace?.push({ kind: 'refused', status, detail, because })
  return c.json({ detail }, status)
}

/** The methods some route answers at `path`, in the order of the routes. */
function methodsAt(host: StepHost, path: string): string[] {
  const methods = new Set(host.routes.map(({ method }) => method).filter((m) => m !== 'ALL'))
  return [...methods].filter((method) =>
    host.router.match(method, path)[0].some(([[, route]]) => route.method !== 'ALL'),
  )
}

/** The routes that match this request, guards and handler each counted, middleware not. */
function routesOf(c: Context): RouterRoute[] {
  return matchedRoutes(c).filter(({ method }) => method !== 'ALL')
}
