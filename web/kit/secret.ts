/** A secret, or a text with secrets in it, as it may be shown now. */

import { html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { Masking } from './masking.ts'
import { hideAll } from './secrets.ts'

@customElement('bp-secret')
export class Secret extends LitElement {
  private readonly masking = new Masking(this)

  @property({ attribute: false }) text = ''
  /** What the text is with its secrets hidden: all of it, unless said otherwise. */
  @property({ attribute: false }) hide: (text: string) => string = hideAll

  override render() {
    return html`<span>${this.masking.shown(this.text, this.hide)}</span>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-secret': Secret
  }
}
