/** An exchange the docs page made, in the form of the journal. */

import { headerValue } from '../../lessons/exchange/headers.ts'
import type { Mode } from '../../lessons/exchange/exchange.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { decodeTrace, TRACE_HEADER } from '../../server/stage/trace-header.ts'
import { isDocsExchange } from '../stage/docs-message.ts'
import { busyWith } from '../stage/busy-server.ts'
import { serverUrl } from '../stage/addresses.ts'
import type { Sent } from '../stage/send.ts'

/** Reads a message of the docs page; undefined when it is none, about another place, or of a server too busy to answer. */
export function docsToSent(
  data: unknown,
  { lesson, mode, base }: { lesson: Lesson; mode: Mode; base: string },
): Sent | undefined {
  if (!isDocsExchange(data)) return undefined
  const { request, response, milliseconds } = data
  const roots = Object.keys(lesson.servers)
    .map((id) => ({ id, root: serverUrl(lesson, id, base) }))
    .sort((a, b) => b.root.length - a.root.length)
  const server = roots.find(({ root }) => request.url.startsWith(root))
  if (!server) return undefined
  const sent: Sent = {
    lesson: lesson.slug,
    server: server.id,
    mode,
    origin: 'docs',
    request: { ...request, path: request.url.slice(server.root.length - 1) },
    response: {
      ...response,
      headers: response.headers.filter(([name]) => name !== TRACE_HEADER),
      redirected: response.url !== '' && response.url !== request.url,
    },
    trace: decodeTrace(headerValue(response.headers, TRACE_HEADER)),
    at: Date.now() - milliseconds,
    milliseconds,
  }
  return busyWith(sent) ? undefined : sent
}
