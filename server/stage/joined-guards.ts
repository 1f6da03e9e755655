/** The routes of an app with bearer guards and what stands behind them as one handler: Hono waits for a promise at each of several. */

import { type Handler, Hono } from 'hono'
import { partOf } from '../security/openapi-part.ts'
import type { AnyApp } from './step-host.ts'

/**
 * Gives an app that answers as `app` does, which stays as it is.
 *
 * A bearer guard, and each dependency on one, throws or gives back what came from behind it, and does nothing
 * afterwards: nobody can tell whether Hono or the guard called the next. Other middleware is left to Hono.
 */
export function withJoinedGuards(app: AnyApp): AnyApp {
  const joined: AnyApp = new Hono()
  let behind: Handler[] = []
  app.routes.forEach(({ method, path, handler }, at) => {
    behind.push(handler as Handler)
    const next = app.routes[at + 1]
    if (next?.method === method && next.path === path && isBearerGuard(handler)) return
    joined.on(method, path, behind.reduceRight(join))
    behind = []
  })
  return joined
}

function isBearerGuard(handler: unknown): boolean {
  const { security, form, response } = partOf(handler) ?? {}
  return security !== undefined && form === undefined && response === undefined
}

/** One handler out of a guard, and of the handler behind it. */
const join =
  (handler: Handler, guard: Handler): Handler =>
  (c, next) =>
    guard(c, () => handler(c, next))
