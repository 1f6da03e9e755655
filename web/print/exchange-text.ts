/** A request and its answer as text for paper: what a reader needs of the headers, and the bodies laid out. */

import type { Exchange } from '../../lessons/exchange/exchange.ts'
import { sentHeaders } from '../../lessons/exchange/headers.ts'
import type { HeaderList } from '../../server/security/trace.ts'
import { layOutBody } from '../exchange/lay-out-body.ts'
import { reasonPhrase } from '../exchange/reason-phrases.ts'

/** Headers that the lessons speak of. */
const TOLD = /^(authorization|content-type|cookie|set-cookie|www-authenticate|location|allow)$/i

/** Both as they stand in the raw messages, without what only machines read. */
export function exchangeText(exchange: Exchange): { request: string; response: string } {
  const { request, response } = exchange
  const lines = (headers: HeaderList) =>
    headers.filter(([name]) => TOLD.test(name)).map(([name, value]) => `${name}: ${value}`)
  const whole = (head: string[], body: string) =>
    [...head, ...(body ? ['', layOutBody(body) ?? body] : [])].join('\n')
  return {
    request: whole(
      [`${request.method} ${request.path} HTTP/1.1`, ...lines(request.headers)],
      request.body,
    ),
    response: whole(
      [
        `HTTP/1.1 ${response.status} ${reasonPhrase(response.status)}`.trimEnd(),
        ...lines(sentHeaders(exchange)),
      ],
      response.body,
    ),
  }
}
