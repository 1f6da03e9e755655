/** Redirects within the stage, followed here: a browser's own following loses what marks a request, or its body. */

import type { Responder, WireRequest, WireResponse } from '../../server/stage/wire.ts'

/** The redirects a browser follows before it gives up (Fetch standard, HTTP-redirect fetch). */
const REDIRECT_LIMIT = 20

/** Header by which the service worker says where an answer came from, when that is not where it was asked for. */
export const FINAL_URL_HEADER = 'x-playground-final-url'

/**
 * Asks, and asks again where the answer points with a redirect that keeps method and body.
 *
 * @returns the last answer, and its URL where it was redirected to.
 * @throws TypeError after too many redirects.
 */
export async function follow(
  wire: WireRequest,
  responder: Responder,
): Promise<{ answer: WireResponse; finalUrl?: string }> {
  let current = wire
  for (let redirects = 0; redirects <= REDIRECT_LIMIT; redirects++) {
    const answer = await responder(current)
    const location = answer.headers.find(([name]) => name.toLowerCase() === 'location')?.[1]
    if ((answer.status !== 307 && answer.status !== 308) || !location) {
      return redirects > 0 ? { answer, finalUrl: current.url } : { answer }
    }
    current = { ...current, url: new URL(location, current.url).href }
  }
  throw new TypeError('too many redirects')
}
