/** What proves the tasks of lesson 6 done: attacks that were played, and cookies that were there to be stolen. */

import {
  cookieSet,
  hasCookie,
  logsIn,
  received,
  sendsLogin,
  staysAlone,
} from '../5-two-servers/checks.ts'
import {
  all,
  answered,
  asks,
  type Check,
  headerOf,
  inModeOf,
  isBearer,
  not,
  passed,
  sentTo,
  stoppedAt,
  tokenOf,
} from '../checks.ts'
import type { Exchange } from '../exchange/exchange.ts'

type Journal = readonly Exchange[]

/** The attributes of the cookie that was set, by name in lower case; empty where none was (RFC 10025 section 4.1.1). */
export function cookieAttributes(exchange: Exchange): Map<string, string> {
  const said = cookieLine(exchange).split(';').slice(1)
  const pairs = said.map((text) => /^([^=]*)=?(.*)$/s.exec(text.trim())!)
  return new Map(pairs.map(([, name = '', value = '']) => [name.trim().toLowerCase(), value]))
}

function cookieLine({ trace }: Exchange): string {
  const sent = trace.findLast(({ kind }) => kind === 'sent')
  return sent?.kind === 'sent' ? headerOf(sent.headers, 'set-cookie') : ''
}

/** Whether a cookie was set, with these attributes and no others. */
export const cookieSays =
  (...attributes: string[]): Check =>
  (exchange) =>
    cookieLine(exchange) !== '' &&
    [...cookieAttributes(exchange).keys()].join() === attributes.join()

/** Whether the browser had a server's cookie when an exchange of the journal was sent. */
const hadCookie = (journal: Journal, server: string, exchange: Exchange): boolean => {
  const before = journal
    .slice(0, journal.indexOf(exchange))
    .filter(all(sentTo(server), inModeOf(exchange)))
  const last = before.findLast((earlier) => cookieSet(earlier) !== undefined)
  return last !== undefined && logsIn(server)(last)
}

const attackOn =
  (server: string): Check =>
  ({ origin, attacked }) =>
    origin === 'attack' && attacked === server

/** What a script read on a server's page, tried at the auth server. */
const thiefOf = (server: string): Check =>
  all(attackOn(server), sentTo('auth'), asks('GET', '/users/me/'))

export const tokenStolen = all(
  thiefOf('faithful'),
  isBearer,
  (exchange) => tokenOf(exchange) !== '',
  answered(200),
)

const nothingToRead = all(thiefOf('client'), (exchange) => tokenOf(exchange) === '', answered(401))

/** An empty hand shows something only where there was a cookie to read. */
export const scriptHeld = (journal: Journal): boolean =>
  journal.some(all(nothingToRead, (attack) => hadCookie(journal, 'client', attack)))

/** A page of somebody else's has sent the login form. */
const forgeryOn = (server: string): Check =>
  all(
    attackOn(server),
    sentTo(server),
    sendsLogin,
    (exchange) => received(exchange, 'sec-fetch-site') === 'cross-site',
  )

/** The form was taken as a login of the learner's own: the browser is somebody else's from then on. */
export const forgeryObeyed = all(forgeryOn('faithful'), logsIn('faithful'))

const stoppedByOrigin = all(stoppedAt('origin'), answered(403), staysAlone)

const forgeryRefused = all(forgeryOn('client'), not(hasCookie), stoppedByOrigin)

/** A forgery shows that a login was safe only where there was one. */
export const forgeryHeld = (journal: Journal): boolean =>
  journal.some(all(forgeryRefused, (attack) => hadCookie(journal, 'client', attack)))

/** A form that asks `client` to do something, sent by hand. */
const formByHand: Check = all(
  sentTo('client'),
  ({ origin }) => origin === 'bench',
  (exchange) => sendsLogin(exchange) || asks('POST', '/logout')(exchange),
)

export const strangersFormRefused = all(formByHand, stoppedByOrigin)

/** The same from the server's own page, and the browser had to say so. */
export const ownFormTaken = all(
  formByHand,
  ({ request }) => headerOf(request.headers, 'sec-fetch-site') === 'same-origin',
  passed('origin'),
  answered(200),
)
