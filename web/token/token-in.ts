/** The token an exchange is about. */

import { receivedHeaders, sentHeaders } from '../../lessons/exchange/headers.ts'
import type { Exchange } from '../../lessons/exchange/exchange.ts'
import { accessToken } from '../../lessons/exchange/access-token.ts'
import { bearerToken, cookieToken, tokenOf } from './token-of.ts'

/**
 * The newest token of an exchange: what the server gave out, else what the request carried, else what one
 * server said to another on the way.
 */
export function tokenIn(exchange: Exchange): string | undefined {
  const { request, response, trace } = exchange
  const received = receivedHeaders(exchange)
  const sent = sentHeaders(exchange)
  const hops = trace.filter((event) => event.kind === 'called').toReversed()
  return (
    accessToken(response.body) ??
    bearerToken(received) ??
    bearerToken(request.headers) ??
    cookieToken(sent) ??
    cookieToken(received) ??
    firstOf(hops, (hop) => hop.response && tokenOf(hop.response.headers, hop.response.body)) ??
    firstOf(hops, (hop) => tokenOf(hop.request.headers, hop.request.body))
  )
}

function firstOf<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | null | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== null && found !== undefined) return found
  }
  return undefined
}
