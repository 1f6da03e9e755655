/** What checks of tasks are made of: questions to an exchange, for every lesson. */

import { parseAuthorization } from '../server/security/authorization.ts'
import type { HeaderList, Trace, TraceEvent } from '../server/security/trace.ts'
import { headerValue } from './exchange/headers.ts'
import type { Exchange } from './exchange/exchange.ts'

export type Check = (exchange: Exchange) => boolean

/** What one server asked another. */
export type Call = Extract<TraceEvent, { kind: 'called' }>

export const all =
  (...checks: Check[]): Check =>
  (exchange) =>
    checks.every((check) => check(exchange))

export const not =
  (check: Check): Check =>
  (exchange) =>
    !check(exchange)

/** Whether some exchange of a journal is such a one: the check of most parts of tasks. */
export const some =
  (check: Check) =>
  (journal: readonly Exchange[]): boolean =>
    journal.some(check)

export const answered =
  (status: number): Check =>
  ({ response }) =>
    response.status === status

/** Whether it was sent to the lesson's server of that id. */
export const sentTo =
  (server: string): Check =>
  (exchange) =>
    exchange.server === server

/** The path below the server, without its query. */
export const pathOf = ({ request }: Exchange): string => request.path.split('?')[0] ?? ''

/** Whether it asks for a path, with or without a slash at its end: the server sends one to the other. */
export const asks = (method: string, path: string): Check => {
  const bare = path.replace(/\/$/, '')
  return (exchange) =>
    exchange.request.method === method && pathOf(exchange).replace(/\/$/, '') === bare
}

/** The value of a header line; empty where there is none. */
export const headerOf = (headers: HeaderList, wanted: string): string =>
  headerValue(headers, wanted) ?? ''

/**
 * The value of the `Authorization` header as the server gets it; empty when there is none.
 *
 * Only spaces and tabs around it go: `trim` would take a no-break space too, which is part of a token.
 */
export const authorizationOf = ({ request }: Exchange): string =>
  headerOf(request.headers, 'authorization').replace(/^[ \t]+|[ \t]+$/g, '')

export const schemeOf = (exchange: Exchange): string =>
  parseAuthorization(authorizationOf(exchange)).scheme

export const tokenOf = (exchange: Exchange): string =>
  parseAuthorization(authorizationOf(exchange)).parameter

export const hasHeader: Check = (exchange) => authorizationOf(exchange) !== ''

export const isBearer: Check = (exchange) => schemeOf(exchange).toLowerCase() === 'bearer'

/** Whether the token begins with the scheme a second time. */
export const saysBearerTwice: Check = (exchange) => /^bearer( |$)/i.test(tokenOf(exchange))

/** Whether quotation marks around the token went along. */
export const isQuoted: Check = (exchange) => /^["'`]|["'`]$/.test(tokenOf(exchange))

/** Whether the scheme runs on into what should be the token. */
export const lacksSpace: Check = (exchange) => /^bearer./i.test(schemeOf(exchange))

/** Whether the header is one word that names no scheme: a token by itself. */
export const lacksScheme: Check = (exchange) =>
  hasHeader(exchange) &&
  tokenOf(exchange) === '' &&
  !/^(bearer|basic|digest)$/i.test(schemeOf(exchange))

/** Whether it was sent while one of these pages was open. */
export const onPage =
  (...pages: string[]): Check =>
  ({ page }) =>
    pages.includes(page)

export const fromDocs: Check = ({ origin }) => origin === 'docs'

/** The decision a gate came to, if the request reached it. */
export const decisionAt = (trace: Trace, gate: string) =>
  trace.filter((event) => event.kind === 'decided').find((event) => event.gate === gate)

/** Whether the request got through a gate. */
export const passed =
  (gate: string): Check =>
  ({ trace }) =>
    decisionAt(trace, gate)?.pass === true

/** Whether a gate stopped the request, and for that reason if one is given. */
export const stoppedAt =
  (gate: string, because?: string): Check =>
  ({ trace }) => {
    const decision = decisionAt(trace, gate)
    return decision?.pass === false && (because === undefined || decision.because === because)
  }

/** Whether a refusal names a reason, nearest or further. */
export const refusedBecause =
  (reason: string): Check =>
  ({ trace }) =>
    trace.some((event) => event.kind === 'refused' && event.because.includes(reason))

/** Whether the query has a field of one of these names, with something in it. */
export const hasInQuery = (...names: string[]): Check => {
  const pattern = new RegExp(`[?&](${names.join('|')})=[^&#]`, 'i')
  return ({ request }) => pattern.test(request.path)
}

/** Whether the body is JSON, or was meant to be: an object that begins with a name. */
export const isJson: Check = ({ request }) => {
  if (/^\s*\{\s*["']?\w+["']?\s*:/.test(request.body)) return true
  try {
    const value: unknown = JSON.parse(request.body)
    return typeof value === 'object' && value !== null
  } catch {
    return false
  }
}

/** Whether the token is the answer of a login, or the part of it around the token. */
export const isAnswer = (text: string): boolean => /["']?access_token["']?\s*:/.test(text)

/** Whether it was answered by the same servers: those in the browser share no key and no cookie with the real ones. */
export const inModeOf =
  ({ mode }: Exchange): Check =>
  (exchange) =>
    exchange.mode === mode

/** The hops behind an exchange: what its server asked another. */
export const callsOf = ({ trace }: Exchange): Call[] =>
  trace.filter((event) => event.kind === 'called')

/** The fields of a form body (WHATWG URL, application/x-www-form-urlencoded). */
export const fieldsOf = (body: string): URLSearchParams => new URLSearchParams(body)

/** A JSON answer's object; empty where the body is none. */
export function objectOf({ response }: Exchange): Record<string, unknown> {
  try {
    return Object(JSON.parse(response.body)) as Record<string, unknown>
  } catch {
    return {}
  }
}

export { claimsOf, joseHeaderOf } from './exchange/read-token.ts'
