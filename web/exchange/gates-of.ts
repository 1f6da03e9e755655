/** Which gates a request goes through: as the manifest says for the route that was found, or will be. */

import type { Exchange, RequestDraft } from '../../lessons/exchange/exchange.ts'
import type { Gate, Lesson } from '../../lessons/lesson.ts'
import type { Trace } from '../../server/security/trace.ts'
import { hideScheme } from '../kit/secrets.ts'

/** The gates a request of this exchange would go through, all the way; none where no route fits. */
export function gatesFor(lesson: Lesson, exchange: Exchange): Gate[] {
  const found = exchange.trace.find(
    (event) => event.kind === 'decided' && event.because === 'route-found',
  )
  const route = found?.kind === 'decided' ? String(found.facts?.['route']) : ''
  const gates = lesson.servers[exchange.server]?.gates ?? {}
  // The trace crossed the wire: what it calls a route may be a name every object knows.
  return Object.hasOwn(gates, route) ? gates[route]! : []
}

/** The gates that stand before a request that is still to be sent; none where its route is not known. */
export function gatesAhead(lesson: Lesson, { server, method, path }: RequestDraft): Gate[] {
  return lesson.servers[server]?.gates[`${method} ${path.split('?')[0]}`] ?? []
}

/** A trace whose decisions name no scheme that may be a token. */
export const hideInTrace = (trace: Trace): Trace =>
  trace.map((event) => {
    if (event.kind !== 'decided' || event.facts?.['scheme'] === undefined) return event
    return {
      ...event,
      facts: { ...event.facts, scheme: hideScheme(String(event.facts['scheme'])) },
    }
  })
