/** A text that may be very long, folded until asked for. */

import { css, html, LitElement } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { base } from '../kit/base.ts'
import { breakable } from '../kit/breakable.ts'
import { Masking } from '../kit/masking.ts'
import { hideSecrets } from '../kit/secrets.ts'

/** How many characters stand before the fold. */
const FOLD = 240

@customElement('bp-long-text')
export class LongText extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: inline;
      }
      button {
        min-height: 24px;
        padding: 0 var(--space-2);
        font: 500 var(--small) / 1.4 var(--sans);
      }
    `,
  ]

  @property() text = ''
  /** What the text is while secrets are hidden. */
  @property({ attribute: false }) hide: (text: string) => string = hideSecrets
  @property({ attribute: false }) moreLabel: (characters: number) => string = String
  @property() lessLabel = ''

  @state() private open = false

  private readonly masking = new Masking(this)

  override render() {
    const all = this.masking.shown(this.text, this.hide)
    const hidden = all.length - FOLD
    // A fold that hides a few characters would only be in the way.
    if (hidden < 40) return html`<span translate="no">${breakable(all)}</span>`
    const text = this.open ? all : `${all.slice(0, FOLD)}…`
    // One blank between them, as messages keep every one.
    return html`<span translate="no">${breakable(text)}</span> <button @click=${this.onToggle} aria-expanded=${this.open}
      >${this.open ? this.lessLabel : this.moreLabel(hidden)}</button
    >`
  }

  private onToggle() {
    this.open = !this.open
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-long-text': LongText
  }
}
