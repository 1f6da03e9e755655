/** Two exchanges part by part, line beside line. */

import { headerValue, receivedHeaders, sentHeaders } from '../../lessons/exchange/headers.ts'
import type { Exchange } from '../../lessons/exchange/exchange.ts'
import { claimsOf, joseHeaderOf } from '../../lessons/exchange/read-token.ts'
import { mediaTypeOf, URLENCODED } from '../../server/security/media-type.ts'
import type { HeaderList, Trace } from '../../server/security/trace.ts'
import { CLOCK_HEADER } from '../../server/stage/clock.ts'
import { hideAll, hideInHeader, hideSecrets } from '../kit/secrets.ts'
import { utcTime } from '../kit/utc-time.ts'
import { comparisonWords } from '../words/comparison.ts'
import type { Words } from '../words/en.ts'
import { hopWords } from '../words/hop.ts'
import { byLine, byName, type Named, type Row } from './diff.ts'
import { gateName, gatesOf, SIGNS } from './gates.ts'
import { reasonPhrase } from './reason-phrases.ts'
import { accessToken } from '../../lessons/exchange/access-token.ts'
import { layOutBody } from './lay-out-body.ts'
import { bearerToken, cookieToken } from '../token/token-of.ts'

type PartId = keyof (typeof comparisonWords)['en']['sections']

export interface Part {
  id: PartId
  rows: Row[]
}

/** Every part of two exchanges, in the order they are read; one that neither has is left out. */
export function compare(left: Exchange, right: Exchange, words: Words): Part[] {
  const parts = [left, right].map((exchange) => partsOf(exchange, words))
  return (Object.keys(parts[0]!) as PartId[])
    .map((id) => {
      const [a, b] = [parts[0]![id], parts[1]![id]]
      return { id, rows: isLines(id) ? byLine(a.map(textOf), b.map(textOf)) : byName(a, b) }
    })
    .filter(({ rows }) => rows.length > 0)
}

/** What a row of a part says, its secrets hidden. */
export function hideInRow(text: string, name: string, id: PartId): string {
  if (id === 'requestHeaders' || id === 'responseHeaders') return hideInHeader(name, text)
  const isOpaque = (id === 'token' || id === 'issued') && (name === '' || name === 'signature')
  return isOpaque ? hideAll(text) : hideSecrets(text)
}

const isLines = (id: PartId) => id === 'requestBody' || id === 'responseBody'

const textOf = ([, text]: Named) => text

function partsOf(exchange: Exchange, words: Words): Record<PartId, Named[]> {
  const { request, response, trace, mode, now, lesson } = exchange
  const own = comparisonWords[words.id]
  const received = receivedHeaders(exchange)
  const sent = sentHeaders(exchange)
  const status = statusLine(response.status)
  return {
    asked: [['', `${request.method} ${pathOf(request.url)}`]],
    circumstances: [
      [own.lesson, lesson],
      [own.mode, words.mode[mode]],
      ...(now === undefined ? [] : [[own.clock, `${utcTime(now)} UTC`] satisfies Named]),
    ],
    // The clock is told above.
    requestHeaders: received.filter(([name]) => name.toLowerCase() !== CLOCK_HEADER),
    requestBody: linesOf(request.body, received),
    token: tokenParts(bearerToken(received) ?? cookieToken(received)),
    decisions: decisionsOf(trace, words),
    hop: hopsOf(trace, words),
    status: [['', status]],
    responseHeaders: [...sent],
    responseBody: linesOf(response.body, sent),
    issued: tokenParts(accessToken(response.body)),
  }
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url)
  return pathname + search
}

const statusLine = (status: number) => `${status} ${reasonPhrase(status)}`.trim()

function decisionsOf(trace: Trace, words: Words): Named[] {
  return gatesOf(trace, [], words).map(({ id, state, because }) => [
    gateName(id, words),
    `${SIGNS[state]} ${because}`,
  ])
}

/** What this server asked another, and what was decided there. */
function hopsOf(trace: Trace, words: Words): Named[] {
  return trace.flatMap((event): Named[] => {
    if (event.kind !== 'called') return []
    const { request, response } = event
    const answer = response ? statusLine(response.status) : hopWords[words.id].none
    return [
      [`${request.method} ${pathOf(request.url)}`, answer],
      ...decisionsOf(event.trace, words),
    ]
  })
}

/** A body as lines: JSON laid out, a form field by field. */
function linesOf(body: string, headers: HeaderList): Named[] {
  return split(body, headerValue(headers, 'content-type') ?? '').map((line) => ['', line])
}

function split(body: string, contentType: string): string[] {
  if (body === '') return []
  if (mediaTypeOf(contentType) === URLENCODED) return body.split('&')
  return (layOutBody(body) ?? body).split('\n')
}

/** A JWT claim by claim, read and not verified; another token as it is. */
function tokenParts(token: string | undefined): Named[] {
  if (token === undefined) return []
  const [header, claims] = [joseHeaderOf(token), claimsOf(token)]
  if (!header || !claims) return [['', token]]
  const read = (part: string, object: Record<string, unknown>) =>
    Object.entries(object).map(([name, value]): Named => [`${part}.${name}`, claim(name, value)])
  return [
    ...read('header', header),
    ...read('payload', claims),
    ['signature', token.split('.').slice(2).join('.')],
  ]
}

function claim(name: string, value: unknown): string {
  const text = JSON.stringify(value)
  const isDate = ['exp', 'nbf', 'iat'].includes(name) && typeof value === 'number'
  return isDate && Math.abs(value) < 1e11 ? `${text} (${utcTime(value * 1000)} UTC)` : text
}
