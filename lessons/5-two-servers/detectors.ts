/** The wrong turns people take in lesson 5. */

import {
  all,
  answered,
  asks,
  type Check,
  fieldsOf,
  hasHeader,
  headerOf,
  isJson,
  not,
  pathOf,
  sentTo,
} from '../checks.ts'
import type { Detector } from '../lesson.ts'
import { asksData, cookieIn, foundNobody, hasCookie, sendsLogin, staysAlone } from './checks.ts'

const atClients: Check = ({ server }) => server === 'client' || server === 'faithful'

const played: Check = ({ origin }) => origin === 'attack'

/** Wrong turns are taken by hand, at a server with pages. */
const atTheClients = (id: string, ...checks: Check[]): Detector => ({
  id,
  fits: all(not(played), atClients, ...checks),
})

const tokenInCookie =
  (pattern: RegExp): Check =>
  (exchange) =>
    pattern.test(cookieIn(exchange))

const asksPathOf =
  (...paths: string[]): Check =>
  (exchange) =>
    paths.includes(pathOf(exchange).replace(/\/$/, ''))

export const detectors: Detector[] = [
  atTheClients('upstream-late', foundNobody, answered(504)),
  atTheClients('still-stopped', sendsLogin, foundNobody, ({ page }) => page !== 'stopped'),
  atTheClients('cookie-without-name', asksData, ({ request }) =>
    /^(?!jwt_token$)[^=\s][^=]*$/.test(headerOf(request.headers, 'cookie').trim()),
  ),
  atTheClients('bearer-in-cookie', asksData, tokenInCookie(/^"?bearer( |%20|$)/i)),
  atTheClients('cookie-no-token', asksData, hasCookie, answered(401), staysAlone),
  atTheClients('header-to-client', asksData, hasHeader, not(hasCookie), answered(401)),
  atTheClients('login-as-json', sendsLogin, isJson),
  atTheClients('unknown-user', sendsLogin, answered(401), ({ request }) => {
    const name = fieldsOf(request.body).get('username')
    return name !== null && name !== 'johndoe'
  }),
  atTheClients('logout-by-get', asks('GET', '/logout'), answered(405)),
  atTheClients('path-of-auth', asksPathOf('/token', '/users/me', '/users/me/items'), answered(404)),
  {
    id: 'path-of-client',
    fits: all(
      not(played),
      sentTo('auth'),
      asksPathOf('/get-token', '/logout', '/test-users-me', '/test-users-me-items'),
      answered(404),
    ),
  },
]
