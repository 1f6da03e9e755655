/** What the code task of this lesson asks of the learner's client server. */

import { all, answered, callsOf, type Check, headerOf } from '../checks.ts'
import type { Exchange, RequestDraft } from '../exchange/exchange.ts'
import type { CodeCheck } from '../lesson.ts'
import { cookieIn, cookieSet, staysAlone } from './checks.ts'
import { form, get, spoilt } from './requests.ts'

/** A question for data, with a `Cookie` header. */
const withCookie = (path: string, cookie: string): RequestDraft => ({
  ...get('client', path),
  headers: [['Cookie', cookie]],
})

/** The cookie that an earlier login set. */
const cookieOf = (login: Exchange | undefined) => `jwt_token=${(login && cookieSet(login)) ?? ''}`

/** Whether the auth server was asked for a path, with the token of the cookie as bearer token (RFC 6750 section 2.1). */
const brings =
  (path: string): Check =>
  (exchange) =>
    callsOf(exchange).some(({ request }) => {
      const [scheme = '', token] = headerOf(request.headers, 'authorization').split(/ +/)
      return (
        request.url.endsWith(path) &&
        scheme.toLowerCase() === 'bearer' &&
        token === cookieIn(exchange)
      )
    })

const shows =
  (text: string): Check =>
  ({ response }) =>
    response.body.includes(text)

const keepsCookies: Check = (exchange) =>
  callsOf(exchange).length > 0 &&
  callsOf(exchange).every(({ request }) => headerOf(request.headers, 'cookie') === '')

const failsBehind: Check = ({ response }) => response.status >= 502 && response.status <= 504

const hop: CodeCheck[] = [
  {
    id: 'login',
    ask: form('client', 'username=johndoe&password=secret'),
    holds: all(answered(200), (exchange) => (cookieSet(exchange) ?? '') !== ''),
  },
  {
    id: 'data',
    ask: ({ login }) => withCookie('/test-users-me', cookieOf(login)),
    holds: all(answered(200), brings('/users/me/'), shows('johndoe@example.com')),
  },
  {
    id: 'items',
    ask: ({ login }) => withCookie('/test-users-me-items', cookieOf(login)),
    holds: all(answered(200), brings('/users/me/items/'), shows('Foo')),
  },
  {
    id: 'cookies',
    ask: ({ login }) => withCookie('/test-users-me', `theme=dark; ${cookieOf(login)}`),
    holds: keepsCookies,
  },
  {
    id: 'no-cookie',
    ask: get('client', '/test-users-me'),
    holds: all(answered(401), staysAlone),
  },
  // A line break, which no header can have: whoever only looks whether there is a cookie cannot ask with it.
  {
    id: 'no-token',
    ask: withCookie('/test-users-me', 'jwt_token=a%0Ab'),
    holds: all(answered(401), staysAlone),
  },
  { id: 'spoilt', ask: spoilt('client'), holds: all(answered(401), brings('/users/me/')) },
  {
    id: 'stopped',
    stopped: true,
    ask: ({ login }) => withCookie('/test-users-me', cookieOf(login)),
    holds: failsBehind,
  },
]

export default { hop } satisfies Record<string, CodeCheck[]>
