/** What proves the tasks of lesson 1 done, and the wrong turns people take in it. */

import { parseAuthorization } from '../../server/security/authorization.ts'
import type { Detector, Exchange } from '../lesson.ts'

type Check = (exchange: Exchange) => boolean

/**
 * The value of the `Authorization` header as the server gets it; empty when there is none.
 *
 * Only spaces and tabs around it go: `trim` would take a no-break space too, which is part of a token.
 */
const authorizationOf = ({ request }: Exchange): string =>
  request.headers
    .find(([name]) => name.toLowerCase() === 'authorization')?.[1]
    .replace(/^[ \t]+|[ \t]+$/g, '') ?? ''

const schemeOf = (exchange: Exchange): string =>
  parseAuthorization(authorizationOf(exchange)).scheme

const tokenOf = (exchange: Exchange): string =>
  parseAuthorization(authorizationOf(exchange)).parameter

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

const hasHeader: Check = (exchange) => authorizationOf(exchange) !== ''

const isBearer: Check = (exchange) => schemeOf(exchange).toLowerCase() === 'bearer'

export const asksWithoutHeader = all(getsItems, (exchange) => !hasHeader(exchange))

export const asksForToken: Check = (exchange) =>
  exchange.request.method === 'POST' && pathOf(exchange) === '/token'

/** What was on the bench already, so that sending it is no invention. */
const SHOWN_TOKENS = ['foobar', '']

const saysBearerTwice: Check = (exchange) => /^bearer( |$)/i.test(tokenOf(exchange))

const isQuoted: Check = (exchange) => /^["'`]|["'`]$/.test(tokenOf(exchange))

/** What got into a token by accident is nobody's invention. */
export const passesWithOwnToken = all(
  getsItems,
  answered(200),
  (exchange) => !SHOWN_TOKENS.includes(tokenOf(exchange)),
  (exchange) => !saysBearerTwice(exchange) && !isQuoted(exchange),
)

export const refusedWithHeader = all(getsItems, answered(401), hasHeader)

/** How many spellings of the scheme got through. */
export const spellingsThatPassed = (journal: readonly Exchange[]): number =>
  new Set(journal.filter(all(getsItems, answered(200))).map(schemeOf)).size

/** The docs page reads the description too, but that is not the learner reading it. */
export const readsDescription = all(
  ({ origin, request }) => origin === 'bench' && request.method === 'GET',
  (exchange) => pathOf(exchange) === '/openapi.json',
  answered(200),
)

/**
 * Whether the token URL of the server at `path` was asked.
 *
 * The absolute URL decides and not what the form was set to: `/v1/token` on `api` is the same place.
 */
export const asksTokenUrlOf =
  (path: string): Check =>
  ({ request }) =>
    new URL(request.url).pathname.endsWith(`/lessons/first-steps/${path}/token`)

export const fromDocs: Check = ({ origin }) => origin === 'docs'

export const both = all

/** Wrong turns are taken before the guarded route; elsewhere nobody looks at the header. */
const atTheGuard = (id: string, check: Check): Detector => ({ id, fits: all(getsItems, check) })

export const detectors: Detector[] = [
  atTheGuard('bearer-twice', all(isBearer, saysBearerTwice)),
  atTheGuard('quotes-around-token', all(isBearer, isQuoted)),
  atTheGuard('space-missing', (exchange) => /^bearer./i.test(schemeOf(exchange))),
  atTheGuard('scheme-token', (exchange) => /^(token|jwt|api-?key)$/i.test(schemeOf(exchange))),
  atTheGuard(
    'scheme-missing',
    (exchange) =>
      hasHeader(exchange) &&
      tokenOf(exchange) === '' &&
      !/^(bearer|basic|digest)$/i.test(schemeOf(exchange)),
  ),
  atTheGuard(
    'token-empty',
    all(isBearer, (exchange) => tokenOf(exchange) === ''),
  ),
  atTheGuard('token-in-query', ({ request }) => /[?&]access_token=/.test(request.path)),
]
