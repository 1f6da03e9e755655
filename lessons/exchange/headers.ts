/** Headers as they crossed the wire: what a server received and sent, and one line of them. */

import type { HeaderList } from '../../server/security/trace.ts'
import type { Exchange } from './exchange.ts'

/** The value of a header line, whatever case its name is in; undefined where there is none. */
export function headerValue(headers: HeaderList, wanted: string): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === wanted.toLowerCase())?.[1]
}

/** What the server received; what was written on the bench where no record came back. */
export function receivedHeaders({ trace, request }: Pick<Exchange, 'trace' | 'request'>) {
  return trace.find((event) => event.kind === 'received')?.headers ?? request.headers
}

type Answered = Pick<Exchange, 'trace'> & { response: Pick<Exchange['response'], 'headers'> }

/** What the server sent, cookies included; what a script may see of it where no record came back. */
export function sentHeaders({ trace, response }: Answered): HeaderList {
  return trace.find((event) => event.kind === 'sent')?.headers ?? response.headers
}

/** The `Set-Cookie` lines among headers, in their order. */
export function setCookieLines(headers: HeaderList): string[] {
  return headers.filter(([name]) => name.toLowerCase() === 'set-cookie').map(([, line]) => line)
}
