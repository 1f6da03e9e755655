/** Keeps pages of lessons' servers out of other people's frames, the weak servers' too. */

import { POLICIES, saysWhoFrames, withPolicy } from './policies.ts'

/**
 * Says of an answer that nobody may frame it, where it is a page and says nothing about frames itself.
 *
 * @param request as it came over the wire. A script's `fetch` frames nothing and shows what the lesson's server
 *   sent, so its answer stays as it is.
 */
export function framedByNobody(request: Request, response: Response): Response {
  const isPage = response.headers.get('content-type')?.startsWith('text/html')
  if (!isPage || saysWhoFrames(response)) return response
  if (request.headers.get('sec-fetch-dest') === 'empty') return response
  return withPolicy(response, POLICIES.lessonPage)
}
