/** An exchange as a diagram: who takes part, and an arrow for each request and response. */

import { type Call, callsOf } from '../../lessons/checks.ts'
import type { Exchange } from '../../lessons/exchange/exchange.ts'
import { headerValue, receivedHeaders, sentHeaders } from '../../lessons/exchange/headers.ts'
import type { Masking } from '../kit/masking.ts'
import { hideInHeader, hideSecrets } from '../kit/secrets.ts'
import type { Words } from '../words/en.ts'
import { pathBelowLesson } from './answer.ts'
import { reasonPhrase } from './reason-phrases.ts'
import type { Message, Participant } from './sequence-diagram.ts'

/** What the server that answered is in its lesson. */
export type Answerer = 'api' | 'client' | 'auth'

/** Who takes part, from left to right: `asking`, `asked`, and `called` where the server that was asked called another. */
export function participantsOf(
  exchange: Exchange,
  answerer: Answerer,
  { exchange: labels }: Words,
): Participant[] {
  // What was taken from a page is used by who took it, and by no browser of yours.
  const isThief = exchange.attacked !== undefined && exchange.attacked !== exchange.server
  if (callsOf(exchange).length === 0) {
    return [
      { id: 'asking', label: isThief ? labels.thief : labels.you },
      { id: 'asked', label: labels[answerer] },
    ]
  }
  return [
    { id: 'asking', label: labels.you },
    { id: 'asked', label: labels.client },
    { id: 'called', label: labels.auth },
  ]
}

/** From and to `asking`, `asked` and `called`; each opens the part of the exchange that has its bytes. */
export function messagesOf(
  exchange: Exchange,
  words: Words,
  masking: Pick<Masking, 'shown'>,
): Message[] {
  const { request, response } = exchange
  const path = masking.shown(request.path, hideSecrets)
  const authorization = masking.shown(
    headerValue(receivedHeaders(exchange), 'authorization') ?? '',
    (value) => hideInHeader('authorization', value),
  )
  const challenge = headerValue(sentHeaders(exchange), 'www-authenticate')
  const status = `${response.status} ${reasonPhrase(response.status)}`
  return [
    {
      from: 'asking',
      to: 'asked',
      label: `${request.method} ${path}${authorization ? ` · ${brief(authorization)}` : ''}`,
      tone: 'accent',
      state: 'now',
      opens: 'request',
    },
    ...callsOf(exchange).flatMap(hops),
    {
      from: 'asked',
      to: 'asking',
      label: challenge ? `${status} · ${words.exchange.challenge}: ${challenge}` : status,
      tone: response.status < 400 ? 'pass' : 'stop',
      state: 'now',
      opens: 'response',
    },
  ]
}

/** The arrows of a hop between two servers. */
function hops({ request, response }: Call, index: number): Message[] {
  const opens = `hop-${index}`
  const there: Message = {
    from: 'asked',
    to: 'called',
    label: `${request.method} ${pathBelowLesson(request.url)}`,
    tone: 'accent',
    state: 'now',
    opens,
  }
  if (!response) return [there]
  const { status } = response
  const label = `${status} ${reasonPhrase(status)}`
  const tone = status < 400 ? 'pass' : 'stop'
  return [there, { from: 'called', to: 'asked', label, tone, state: 'now', opens }]
}

/** A header value short enough for an arrow: the raw message below has all of it. */
function brief(value: string): string {
  return value.length > 32 ? `${value.slice(0, 24)}…` : value
}
