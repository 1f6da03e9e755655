/** What proves the tasks of lesson 2 done, and the wrong turns people take in it. */

import type { Exchange } from '../exchange/exchange.ts'
import type { Detector } from '../lesson.ts'
import {
  all,
  answered,
  asks,
  authorizationOf,
  type Check,
  claimsOf,
  hasHeader,
  hasInQuery,
  isBearer,
  isQuoted,
  joseHeaderOf,
  lacksScheme,
  lacksSpace,
  not,
  objectOf,
  onPage,
  pathOf,
  saysBearerTwice,
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
  (exchange) => tokenOf(exchange).trim() !== 'testtoken',
  (exchange) => !isQuoted(exchange) && !saysBearerTwice(exchange),
)

/** How many people the learner has been by tokens of their own. */
export const usersMadeUp = (journal: readonly Exchange[]): number =>
  new Set(journal.filter(isOwnUser).map((exchange) => usernameOf(exchange)?.trim())).size

export const stoppedByGuardAt = (gate: string): Check => all(getsMe, stoppedAt(gate))

/** What the decoder puts behind every token. */
const SUFFIX = 'fakedecoded'

export const isNobody = all(getsMe, (exchange) => usernameOf(exchange) === SUFFIX)

const atTheGuard = (id: string, check: Check): Detector => ({ id, fits: all(getsMe, check) })

const isBasic: Check = (exchange) => schemeOf(exchange).toLowerCase() === 'basic'

/** Whether it is a JWT with a name inside: three parts, the first of which names an algorithm. */
const namesSomebody = (token: string): boolean => {
  const { sub, name, username } = claimsOf(token) ?? {}
  const isJwt = token.split('.').length === 3 && joseHeaderOf(token)?.['alg'] !== undefined
  return isJwt && [sub, name, username].some((value) => typeof value === 'string')
}

const wrongTurns: Detector[] = [
  {
    id: 'name-in-path',
    fits: all((exchange) => /^\/users\/(?!me\/?$)[^/]+\/?$/.test(pathOf(exchange)), answered(404)),
  },
  { id: 'no-login-yet', fits: asks('POST', '/token') },
  atTheGuard('name-in-query', hasInQuery('user', 'user_?name', 'name', 'id')),
  atTheGuard('token-in-query', hasInQuery('token', 'access_token')),
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
    all(isBearer, (exchange) => namesSomebody(tokenOf(exchange))),
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
