/** Whether secrets are hidden on this page: the `masked` attribute of its root hides all of them at once. */

import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** The root's attribute. */
export const MASKED = 'masked'

const hosts = new Set<ReactiveControllerHost>()

const observer = new MutationObserver(() => {
  for (const host of hosts) host.requestUpdate()
})

/** Has an element rendered again when secrets are hidden, or shown. */
export class Masking implements ReactiveController {
  private readonly host: ReactiveControllerHost

  constructor(host: ReactiveControllerHost) {
    this.host = host
    host.addController(this)
  }

  hostConnected(): void {
    if (hosts.size === 0) {
      observer.observe(document.documentElement, { attributeFilter: [MASKED] })
    }
    hosts.add(this.host)
    this.host.requestUpdate()
  }

  hostDisconnected(): void {
    hosts.delete(this.host)
    if (hosts.size === 0) observer.disconnect()
  }

  get isOn(): boolean {
    return document.documentElement.hasAttribute(MASKED)
  }

  /** A text as it may be shown now. */
  shown(text: string, hide: (text: string) => string): string {
    return this.isOn ? hide(text) : text
  }
}
