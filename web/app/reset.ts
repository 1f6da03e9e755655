/** Everything of the last group is forgotten, here and in the open tabs, and the page begins as it first did. */

import { endCookies } from '../stage/end-cookies.ts'
import { PRESENTER, readRoute, routeHash } from '../state/route.ts'
import type { Playground } from '../state/playground.ts'
import { resetChannel, RESET } from '../kit/reset-channel.ts'
import { BASE_PATH } from '../kit/base-url.ts'
import { SINGLE_KEYS } from './single-keys.ts'

/**
 * Forgets progress, choices, own servers, journal, tokens and cookies.
 *
 * @param base URL of the playground, with a slash at its end.
 */
export async function resetAll(playground: Playground, base: string): Promise<void> {
  if (playground.responder.realServer) await endCookies(base)
  playground.saved.reset()
  playground.own.clear()
  const channel = resetChannel(base)
  channel.postMessage(RESET)
  channel.close()
  beginAnew(playground)
}

/** What another tab does when it hears of it: what it still has in its memory ends with the page. */
export function beginAnew(playground: Playground): void {
  // Whatever this tab still knows is not to be written again while it is left.
  playground.saved.reset()
  playground.own.clear()
  // Votes and places of a lesson that was shown to a room.
  sessionStorage.removeItem(`bearer-playground-present:${BASE_PATH}`)
  localStorage.removeItem(SINGLE_KEYS)
  const language = document.documentElement.lang === 'ko' ? 'ko' : 'en'
  const { lesson } = readRoute(location.hash) ?? {}
  // The presenter's window goes on for the next group.
  const stays = lesson === PRESENTER && { lesson }
  history.replaceState(null, '', routeHash({ language, ...stays }))
  location.reload()
}
