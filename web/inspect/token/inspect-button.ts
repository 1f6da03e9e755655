/** A small button beside a token on the bench: it opens the token inspector. */

import { html, nothing } from 'lit'
import type { Words } from '../../words/en.ts'

/** Fires a composed `show-token` with the token as detail; nothing where there is no token. */
export function inspectButton(token: string | false | undefined, words: Words) {
  if (!token) return nothing
  return html`<button
    class="inspect"
    @click=${({ target }: Event) =>
      target!.dispatchEvent(
        new CustomEvent('show-token', { detail: token, bubbles: true, composed: true }),
      )}
  >
    ${words.anatomy.inspect}
  </button>`
}
