/** What proves the tasks of lesson 1 done, and the wrong turns people take in it. */

import type { Exchange } from '../exchange/exchange.ts'
import type { Detector } from '../lesson.ts'
import {
  all,
  answered,
  asks,
  type Check,
  hasHeader,
  hasInQuery,
  isBearer,
  isQuoted,
  lacksScheme,
  lacksSpace,
  not,
  pathOf,
  saysBearerTwice,
  schemeOf,
  tokenOf,
} from '../checks.ts'

const getsItems = asks('GET', '/items/')

export const asksWithoutHeader = all(getsItems, not(hasHeader))

export const asksForToken = asks('POST', '/token')

/** What was on the bench already, behind whichever scheme, so that sending it is no invention. */
const SHOWN_TOKENS = ['foobar', 'am9obmRvZTpzZWNyZXQ=', '']

/** What got into a token by accident is nobody's invention. */
export const passesWithOwnToken = all(
  getsItems,
  answered(200),
  (exchange) => !SHOWN_TOKENS.includes(tokenOf(exchange).trim()),
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

/** The paths that the lesson's servers are mounted at, by id. */
const PATHS: Record<string, string> = { api: 'api', v1: 'api/v1' }

/**
 * Whether the token URL of a server was asked, and answered by a server that has no such route.
 *
 * The whole URL decides and not what the form was set to: `/v1/token` on `api` is the same place, and a path
 * that only ends like it is another.
 */
export const asksTokenUrlOf = (wanted: string): Check =>
  all(answered(404), ({ server, request }) => {
    const here = `lessons/first-steps/${PATHS[server]}${request.path}`
    if (!request.url.endsWith(here)) return false
    const playground = request.url.slice(0, -here.length)
    const asked = new URL(request.url)
    const tokenUrl = new URL(`lessons/first-steps/${PATHS[wanted]}/token`, playground)
    return asked.origin === tokenUrl.origin && asked.pathname === tokenUrl.pathname
  })

/** Whether a scheme has the letters of Bearer, and not in its order: the token behind it shows what was meant. */
const isMisspelt: Check = (exchange) =>
  tokenOf(exchange) !== '' && /^(?!bearer$)b[aer]{4,6}$/i.test(schemeOf(exchange))

/** Wrong turns are taken before the guarded route; elsewhere nobody looks at the header. */
const atTheGuard = (id: string, check: Check): Detector => ({ id, fits: all(getsItems, check) })

export const detectors: Detector[] = [
  atTheGuard('bearer-twice', all(isBearer, saysBearerTwice)),
  atTheGuard('quotes-around-token', all(isBearer, isQuoted)),
  atTheGuard('space-missing', lacksSpace),
  atTheGuard('scheme-misspelt', isMisspelt),
  atTheGuard('scheme-token', (exchange) => /^(token|jwt|api-?key)$/i.test(schemeOf(exchange))),
  atTheGuard('scheme-missing', lacksScheme),
  atTheGuard(
    'token-empty',
    all(isBearer, answered(200), (exchange) => tokenOf(exchange) === ''),
  ),
  atTheGuard('token-in-query', hasInQuery('access_token')),
]
