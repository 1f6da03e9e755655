/** Leads on where a server is not served to a network: the same one runs in this browser. */

import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '../kit/base.ts'
import { tell } from '../kit/tell.ts'
import type { Words } from '../words/en.ts'
import { withheldWords } from '../words/withheld.ts'

/** @fires mode-change with `browser` when the learner goes on there */
@customElement('bp-withheld')
export class Withheld extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: var(--space-2);
        justify-items: start;
        padding: var(--space-2) var(--space-3) var(--space-3);
        border-left: 3px solid var(--wait);
        border-radius: var(--radius-small);
        background: var(--wait-soft);
      }
    `,
  ]

  @property({ attribute: false }) words!: Words

  override render() {
    const { words } = this
    return html`<p>${withheldWords[words.id]}</p>
      <button type="button" @click=${() => tell(this, 'mode-change', 'browser')}>
        ${words.failed.switch}
      </button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-withheld': Withheld
  }
}
