/** A request that is under way, and the button to wait for it no more. */

import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** After so many milliseconds without an answer, there is the button. */
const DELAY = 600

/** Offers the button late: it takes the place of the one just pressed, and must not stand under a double click. */
export class Cancelling implements ReactiveController {
  private readonly host: ReactiveControllerHost
  private timer: ReturnType<typeof setTimeout> | undefined
  isOffered = false

  constructor(host: ReactiveControllerHost) {
    this.host = host
    host.addController(this)
  }

  hostDisconnected(): void {
    clearTimeout(this.timer)
  }

  /** Starts the time until the button is offered, or ends it. */
  begin(isSending: boolean): void {
    clearTimeout(this.timer)
    this.isOffered = false
    if (!isSending) return
    this.timer = setTimeout(() => {
      this.isOffered = true
      this.host.requestUpdate()
    }, DELAY)
  }
}
