/** What proves the tasks of lesson 1 done, and the wrong turns people take in it. */

import { parseAuthorization } from '../../server/security/index.ts'
import type { Detector, Exchange } from '../lesson.ts'

type Check = (exchange: Exchange) => boolean

/** The value of a request header as it was sent; undefined when there is none. */
const sent = ({ request }: Exchange, wanted: string): string | undefined =>
  request.headers.find(([name]) => name.toLowerCase() === wanted)?.[1].trim() || undefined

const schemeOf = (exchange: Exchange): string =>
  parseAuthorization(sent(exchange, 'authorization') ?? '').scheme

const tokenOf = (exchange: Exchange): string =>
  parseAuthorization(sent(exchange, 'authorization') ?? '').parameter

const pathOf = ({ request }: Exchange): string => request.path.split('?')[0] ?? ''

const answered =
  (status: number): Check =>
  ({ response }) =>
    response.status === status

const all =
  (...checks: Check[]): Check =>
  (exchange) =>
    checks.every((check) => check(exchange))

const getsItems: Check = (exchange) =>
  exchange.request.method === 'GET' && /^\/items\/?$/.test(pathOf(exchange))

export const asksWithoutHeader = all(getsItems, (exchange) => !sent(exchange, 'authorization'))

export const asksForToken: Check = (exchange) =>
  exchange.request.method === 'POST' && pathOf(exchange) === '/token'

/** A token nobody printed in the lesson, so it was made up. */
const SHOWN_TOKENS = ['foobar', '']

export const passesWithOwnToken = all(
  getsItems,
  answered(200),
  (exchange) => !SHOWN_TOKENS.includes(tokenOf(exchange)),
)

export const refusedWithHeader = all(getsItems, answered(401), (exchange) =>
  Boolean(sent(exchange, 'authorization')),
)

/** How many spellings of the scheme got through. */
export const spellingsThatPassed = (journal: readonly Exchange[]): number =>
  new Set(journal.filter(all(getsItems, answered(200))).map(schemeOf)).size

export const readsDescription = all(
  ({ request }) => request.method === 'GET',
  (exchange) => pathOf(exchange) === '/openapi.json',
  answered(200),
)

export const asksTokenUrlOf =
  (server: string): Check =>
  (exchange) =>
    exchange.server === server && pathOf(exchange) === '/token'

export const fromDocs: Check = ({ origin }) => origin === 'docs'

export const both = all

export const detectors: Detector[] = [
  { id: 'bearer-twice', fits: (exchange) => /^bearer\b/i.test(tokenOf(exchange)) && isBearer(exchange) },
  {
    id: 'quotes-around-token',
    fits: (exchange) => isBearer(exchange) && /^(["'“‘`]).*|["'”’`]$/.test(tokenOf(exchange)),
  },
  { id: 'space-missing', fits: (exchange) => /^bearer[^ ]+/i.test(schemeOf(exchange)) },
  { id: 'scheme-token', fits: (exchange) => /^(token|jwt|apikey)$/i.test(schemeOf(exchange)) },
  {
    id: 'scheme-missing',
    fits: (exchange) =>
      Boolean(sent(exchange, 'authorization')) &&
      tokenOf(exchange) === '' &&
      !/^(bearer|basic|digest)$/i.test(schemeOf(exchange)),
  },
  {
    id: 'token-in-query',
    fits: (exchange) => /[?&]access_token=/.test(exchange.request.path),
  },
]

function isBearer(exchange: Exchange): boolean {
  return schemeOf(exchange).toLowerCase() === 'bearer'
}
