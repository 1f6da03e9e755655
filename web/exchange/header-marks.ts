/** The headers of an exchange that matter most, and those that are in their way. */

import type { Exchange } from '../../lessons/exchange/exchange.ts'
import { headerValue } from '../../lessons/exchange/headers.ts'
import type { HeaderList } from '../../server/security/trace.ts'
import type { MarkedHeader } from './raw-message.ts'

/** Headers that every browser adds to a request by itself: they hide the one that matters. */
const ADDED_BY_BROWSERS =
  /^(sec-.*|x-playground-.*|user-agent|accept|accept-.*|connection|pragma|cache-control|referer|origin|content-length|dnt|priority)$/i

/** Whether a browser added the header of that name; one that the learner wrote is the learner's. */
export function isAddedByBrowser(name: string, written: HeaderList): boolean {
  return ADDED_BY_BROWSERS.test(name) && headerValue(written, name) === undefined
}

/** What is marked in each response. */
export const MARKED_IN_RESPONSE: MarkedHeader = { name: 'www-authenticate', tone: 'accent' }

/** `Authorization`: red where it or its token stopped the request, green where the request passed both, else neither. */
export function markedInRequest({ trace, response }: Exchange): MarkedHeader {
  const decided = trace.filter((event) => event.kind === 'decided')
  const decisions = ['header', 'scheme'].map((gate) => decided.find((event) => event.gate === gate))
  const isStopped = decisions.some((decision) => decision?.pass === false)
  const isPassed = decisions.every((decision) => decision?.pass)
  // Behind a header that is right, 401 is about the token in it.
  const isTokenRefused = isPassed && response.status === 401
  const tone = isStopped || isTokenRefused ? 'stop' : isPassed ? 'pass' : 'accent'
  return { name: 'authorization', tone }
}
