/** What the code task of this lesson asks of the learner's client server: the attacks as they were played, and honest logins. */

import { cookieSet, hasCookie } from '../5-two-servers/checks.ts'
import { form, get } from '../5-two-servers/requests.ts'
import { all, answered, type Check, headerOf, not } from '../checks.ts'
import type { Exchange, RequestDraft } from '../exchange/exchange.ts'
import type { CodeCheck } from '../lesson.ts'
import { cookieAttributes } from './checks.ts'
import { foreignLogin } from './requests.ts'

type Headers = RequestDraft['headers']

const RIGHT = 'username=johndoe&password=secret'
const WRONG = 'username=johndoe&password=incorrect'
// More than one, for who escapes the first alone; the last without its end, for who only takes whole tags out: the
// page's next one closes it.
const MARKUP = `username=${encodeURIComponent('<b>you</b><img src=x onerror=alert(1)//')}&password=incorrect`

/** The login form with what a browser says of where it comes from. */
const sent = (body: string, ...source: Headers): RequestDraft => {
  const draft = form('faithful', body)
  return { ...draft, headers: [...draft.headers, ...source] }
}

/** The copy's own origin: that of an earlier exchange. */
const originOf = (exchange: Exchange | undefined) =>
  new URL(exchange?.request.url ?? 'http://none').origin

const fromOwnPage: Headers = [['Sec-Fetch-Site', 'same-origin']]

/** The token of an earlier login, as a script of the page can read it; empty where it cannot. */
const readByScript = (login: Exchange | undefined): string =>
  login && !cookieAttributes(login).has('httponly') ? (cookieSet(login) ?? '') : ''

/** The cookie of an earlier login, as a browser sends it with another site's form (RFC 10025 section 5.6.7). */
function sentAlong(login: Exchange | undefined): Headers {
  const token = login && cookieSet(login)
  if (!token || /^(lax|strict)$/i.test(cookieAttributes(login).get('samesite') ?? '')) return []
  return [['Cookie', `jwt_token=${token}`]]
}

/** The stranger's form as it was played on the page before, with the cookie that would go along. */
const played = (login: Exchange | undefined): RequestDraft => {
  const draft = foreignLogin('https://prize.example')
  return { ...draft, server: 'faithful', headers: [...draft.headers, ...sentAlong(login)] }
}

const logsIn = all(answered(200), (exchange) => (cookieSet(exchange) ?? '') !== '')

const isRefused = all(answered(403), (exchange) => cookieSet(exchange) === undefined)

const isPage: Check = ({ response }) => /html/i.test(headerOf(response.headers, 'content-type'))

const defend: CodeCheck[] = [
  {
    id: 'form',
    ask: get('faithful', '/'),
    holds: all(answered(200), ({ response }) => /<form\b/i.test(response.body)),
  },
  {
    id: 'login',
    ask: ({ form: page }) => sent(RIGHT, ['Origin', originOf(page)], ...fromOwnPage),
    holds: logsIn,
  },
  {
    id: 'data',
    ask: ({ login }) => ({
      ...get('faithful', '/test-users-me'),
      headers: [['Cookie', `jwt_token=${(login && cookieSet(login)) ?? ''}`]],
    }),
    holds: all(answered(200), ({ response }) => response.body.includes('johndoe@example.com')),
  },
  {
    id: 'older',
    ask: ({ form: page }) => sent(RIGHT, ['Origin', originOf(page)]),
    holds: logsIn,
  },
  {
    id: 'refused',
    ask: sent(WRONG, ...fromOwnPage),
    holds: all(answered(401), (exchange) => cookieSet(exchange) === undefined),
  },
  {
    id: 'thief',
    ask: ({ login }) => ({
      ...get('auth', '/users/me/'),
      headers: [['Authorization', `Bearer ${readByScript(login)}`.trim()]],
    }),
    holds: answered(401),
  },
  {
    id: 'markup',
    ask: sent(MARKUP, ...fromOwnPage),
    holds: not(all(isPage, ({ response }) => /<img/i.test(response.body))),
  },
  { id: 'along', ask: ({ login }) => played(login), holds: not(hasCookie) },
  { id: 'forged', ask: ({ login }) => played(login), holds: isRefused },
  {
    id: 'nameless',
    ask: { ...foreignLogin('null'), server: 'faithful' },
    holds: isRefused,
  },
  // Another port of this machine: the same site, and another origin.
  {
    id: 'neighbour',
    ask: sent(RIGHT, ['Origin', 'http://localhost:9'], ['Sec-Fetch-Site', 'same-site']),
    holds: isRefused,
  },
  {
    id: 'older-stranger',
    ask: sent(RIGHT, ['Origin', 'https://prize.example']),
    holds: isRefused,
  },
]

export default { defend } satisfies Record<string, CodeCheck[]>
