/** What proves the tasks of lesson 2 done, and the wrong turns people take in it. */

import type { Detector, Exchange } from '../lesson.ts'
import {
  all,
  answered,
  asks,
  authorizationOf,
  type Check,
  claimsOf,
  hasHeader,
  isBearer,
  isQuoted,
  lacksScheme,
  lacksSpace,
  not,
  objectOf,
  onPage,
  pathOf,
  schemeOf,
  stoppedAt,
  tokenOf,
} from '../checks.ts'

const getsMe = asks('GET', '/users/me')

export const asksWithoutHeader = all(getsMe, not(hasHeader))

export const asksWith = (authorization: string): Check =>
  all(getsMe, (exchange) => authorizationOf(exchange) === authorization)

/** The name of the user that came back; undefined where none did. */
export function usernameOf(exchange: Exchange): string | undefined {
  const { username } = objectOf(exchange)
  return exchange.response.status === 200 && typeof username === 'string' ? username : undefined
}

export const givesTokenBack: Check = (exchange) => 'token' in objectOf(exchange)

/** Whether the user's name was made from the request's own token. */
export const isMadeFromToken: Check = (exchange) =>
  tokenOf(exchange) !== '' && (usernameOf(exchange)?.startsWith(tokenOf(exchange)) ?? false)

/** What was on the bench already is no invention, and what got into a token by accident is nobody's. */
const isOwnUser = all(
  getsMe,
  isMadeFromToken,
  (exchange) => tokenOf(exchange) !== 'testtoken',
  (exchange) => !isQuoted(exchange),
)

/** How many people the learner has been by tokens of their own. */
export const usersMadeUp = (journal: readonly Exchange[]): number =>
  new Set(journal.filter(isOwnUser).map(usernameOf)).size

export const stoppedByGuardAt = (gate: string): Check => all(getsMe, stoppedAt(gate))

/** What the decoder puts behind every token. */
const SUFFIX = 'fakedecoded'

export const isNobody: Check = (exchange) => usernameOf(exchange) === SUFFIX

const atTheGuard = (id: string, check: Check): Detector => ({ id, fits: all(getsMe, check) })

const isBasic: Check = (exchange) => schemeOf(exchange).toLowerCase() === 'basic'

const wrongTurns: Detector[] = [
  {
    id: 'name-in-path',
    fits: (exchange) => /^\/users\/(?!me\/?$)[^/]+\/?$/.test(pathOf(exchange)),
  },
  { id: 'no-login-yet', fits: asks('POST', '/token') },
  atTheGuard('name-in-query', ({ request }) =>
    /[?&](user|user_?name|name|id)=/i.test(request.path),
  ),
  atTheGuard('token-in-query', ({ request }) => /[?&](access_)?token=/i.test(request.path)),
  atTheGuard('password-brought', isBasic),
  atTheGuard('space-missing', lacksSpace),
  atTheGuard('scheme-missing', lacksScheme),
  atTheGuard('quotes-around-token', all(isBearer, isQuoted)),
  atTheGuard(
    'suffix-typed',
    all(isBearer, (exchange) => tokenOf(exchange).endsWith(SUFFIX)),
  ),
  atTheGuard(
    'jwt-unread',
    all(isBearer, (exchange) => claimsOf(tokenOf(exchange)) !== undefined),
  ),
  // Elsewhere the empty token is what a task is about, or what a gate is asked with.
  atTheGuard(
    'token-empty',
    all(onPage('anybody'), answered(200), isBearer, (exchange) => tokenOf(exchange) === ''),
  ),
]

/** On one page being stopped is the task: there no way to it is wrong. */
export const detectors: Detector[] = wrongTurns.map(({ id, fits }) => ({
  id,
  fits: all(not(onPage('gates')), fits),
}))
