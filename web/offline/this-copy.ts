/** The offline copy of this page's build, one for all elements that show it. */

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { OfflineCopy } from './offline-copy.ts'
import { BASE, BASE_PATH } from '../kit/base-url.ts'

/** The page's first script: the module that the document names. */
const first = document.querySelector<HTMLScriptElement>('script[type=module][src]')

export const thisCopy = new OfflineCopy({
  base: BASE_PATH,
  entry: first ? first.src.slice(BASE.length) : '',
  serviceWorker: navigator.serviceWorker,
  savesData: (navigator as { connection?: { saveData?: boolean } }).connection?.saveData ?? false,
  storage: () => localStorage,
})

/** Has an element rendered again when something becomes of the copy. */
export class CopyWatch implements ReactiveController {
  readonly copy = thisCopy
  private readonly host: ReactiveControllerHost

  constructor(host: ReactiveControllerHost) {
    this.host = host
    host.addController(this)
  }

  hostConnected(): void {
    thisCopy.addEventListener('change', this.onChange)
  }

  hostDisconnected(): void {
    thisCopy.removeEventListener('change', this.onChange)
  }

  private readonly onChange = () => this.host.requestUpdate()
}
