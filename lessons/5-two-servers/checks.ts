/** What proves the tasks of lesson 5 done. */

import type { Exchange } from '../exchange/exchange.ts'
import {
  all,
  answered,
  asks,
  type Call,
  callsOf,
  type Check,
  fieldsOf,
  headerOf,
  inModeOf,
  not,
  sentTo,
  tokenOf,
} from '../checks.ts'

type Journal = readonly Exchange[]

const COOKIE = 'jwt_token'

/** A header as the server got it: what the browser adds by itself stands there too. */
export function received({ trace }: Exchange, name: string): string {
  const event = trace.find(({ kind }) => kind === 'received')
  return event?.kind === 'received' ? headerOf(event.headers, name) : ''
}

/** The token that came in the cookie; empty where none did. */
export function cookieIn(exchange: Exchange): string {
  const pairs = received(exchange, 'cookie').split(';')
  const pair = pairs.map((text) => text.trim()).find((text) => text.startsWith(`${COOKIE}=`))
  return pair?.slice(COOKIE.length + 1) ?? ''
}

/**
 * The token a server put into the cookie: empty where it cleared it, undefined where it set none.
 *
 * It is read in the trace, for browsers show no page a `Set-Cookie`.
 */
export function cookieSet({ trace }: Exchange): string | undefined {
  const sent = trace.findLast(({ kind }) => kind === 'sent')
  const lines = sent?.kind === 'sent' ? sent.headers : []
  const line = lines.find(
    ([name, value]) => name.toLowerCase() === 'set-cookie' && value.startsWith(`${COOKIE}=`),
  )
  return line?.[1].slice(COOKIE.length + 1).split(';')[0]
}

export const hasCookie: Check = (exchange) => cookieIn(exchange) !== ''

const clearsCookie: Check = (exchange) => cookieSet(exchange) === ''

export const staysAlone: Check = (exchange) => callsOf(exchange).length === 0

/** Whether some hop behind it was such a one. */
const hop =
  (check: (call: Call, exchange: Exchange) => boolean): Check =>
  (exchange) =>
    callsOf(exchange).some((call) => check(call, exchange))

export const sendsLogin = asks('POST', '/get-token')

export const asksData: Check = (exchange) =>
  asks('GET', '/test-users-me')(exchange) || asks('GET', '/test-users-me-items')(exchange)

/** Whether it asks for a user's data where they are kept. */
const asksUser: Check = (exchange) =>
  asks('GET', '/users/me/')(exchange) || asks('GET', '/users/me/items/')(exchange)

const passwordIn = (body: string): string => fieldsOf(body).get('password') ?? ''

/** The login whose password the first page asks after. */
export const logsInWithPassword = all(
  sentTo('client'),
  sendsLogin,
  answered(200),
  ({ request }) => passwordIn(request.body) !== '',
)

/** Whether the password came to the client server, and whether to the auth server. */
export const passwordSeenBy =
  (client: boolean, auth: boolean): Check =>
  (exchange) => {
    const password = passwordIn(exchange.request.body)
    const isThere = (body: string) => password !== '' && passwordIn(body) === password
    const passedOn = hop(({ request, response }) => response !== null && isThere(request.body))
    return isThere(exchange.request.body) === client && passedOn(exchange) === auth
  }

export const opensForm = all(sentTo('client'), asks('GET', '/'), answered(200))

/** A login that a server got a token for, and that the browser got the token of in a cookie. */
export const logsIn = (server: string): Check =>
  all(
    sentTo(server),
    sendsLogin,
    answered(200),
    (exchange) => (cookieSet(exchange) ?? '') !== '',
    hop(({ request, response }) => request.url.endsWith('/token') && response?.status === 200),
  )

/** The browser brings a cookie and no header; the server makes the header for its own request. */
export const turnsCookieIntoHeader = all(
  sentTo('client'),
  asksData,
  answered(200),
  hasCookie,
  (exchange) => received(exchange, 'authorization') === '',
  hop(
    ({ request }, exchange) =>
      headerOf(request.headers, 'authorization') === `Bearer ${cookieIn(exchange)}`,
  ),
)

export const refusedWithoutHeader = all(
  sentTo('auth'),
  asksUser,
  (exchange) => received(exchange, 'authorization') === '',
  answered(401),
)

/** A logout that carried the cookie it cleared: without one, nobody was logged in. */
export const logsOut = all(
  sentTo('client'),
  asks('POST', '/logout'),
  hasCookie,
  answered(200),
  clearsCookie,
)

/** Data asked without a cookie, and refused by the client server alone. */
const refusedAlone = all(sentTo('client'), asksData, not(hasCookie), answered(401), staysAlone)

/** Whether some exchange is such a one, and after it come others that are as they have to be for it. */
const someThen = (
  journal: Journal,
  first: Check,
  then: (after: Journal, it: Exchange) => boolean,
): boolean => journal.some((it, at) => first(it) && then(journal.slice(at + 1), it))

export const refusedAfterLogout = (journal: Journal): boolean =>
  someThen(journal, logsOut, (after, logout) => after.some(all(inModeOf(logout), refusedAlone)))

const hopRefused = hop(({ response }) => response?.status === 401)

/** The auth server refuses the token, and the client server says so and clears the cookie. */
export const refusedAndCleared = all(
  sentTo('client'),
  asksData,
  hasCookie,
  hopRefused,
  answered(401),
  clearsCookie,
)

export const refusedBehindFaithful = all(sentTo('faithful'), asksData, hopRefused)

export const foundNobody = hop(({ response }) => response === null)

export const logsInWithNobodyUpstream = all(sentTo('client'), sendsLogin, foundNobody)

/** The logout of a login: the cookie that it carried is the one that the login set. */
const logsOutOf = (login: Exchange): Check =>
  all(logsOut, (logout) => cookieIn(logout) === cookieSet(login))

export const logsOutAfterLogin = (journal: Journal): boolean =>
  someThen(journal, logsIn('client'), (after, login) => after.some(logsOutOf(login)))

/** Whether the very token of a login opened the auth server after the logout. */
export const tokenOutlivesLogout = (journal: Journal): boolean =>
  someThen(journal, logsIn('client'), (after, login) => {
    const opens = all(
      sentTo('auth'),
      asksUser,
      answered(200),
      (exchange) => tokenOf(exchange) === cookieSet(login),
    )
    return someThen(after, logsOutOf(login), (later) => later.some(opens))
  })
