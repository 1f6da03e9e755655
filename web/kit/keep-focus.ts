/** Where somebody goes on by keys when what had the focus goes away. */

import type { LitElement } from 'lit'
import { focusOn } from './focus-on.ts'

/**
 * Gives the focus on when an update takes away the element that has it, or disables it.
 *
 * @param heirOf what is to have the focus then.
 */
export function keepFocus(host: LitElement, heirOf: () => HTMLElement | null | undefined): void {
  let held: Element | null | undefined
  host.addController({
    hostUpdate() {
      // Whoever points has no place that could be lost, and must not have things move under the hand.
      held = host.renderRoot?.querySelector(':focus-visible')
    },
    hostUpdated() {
      if (!held || (held.isConnected && !held.matches(':disabled'))) return
      const heir = heirOf()
      if (heir) focusOn(heir)
    },
  })
}
