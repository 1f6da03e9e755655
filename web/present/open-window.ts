/** Opens the presenter's window: one, beside the room's, to be put on the screen that nobody else sees. */

import { PRESENTER, routeHash } from '../state/route.ts'

export function openPresenter(language: 'en' | 'ko'): void {
  const address = new URL(routeHash({ language, lesson: PRESENTER }), location.href).href
  window.open(address, 'bp-presenter', 'popup,width=1040,height=780')
}
