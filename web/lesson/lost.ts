/** What a task builds on and the page no longer has, and the request to begin with. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '../kit/base.ts'
import { tell } from '../kit/tell.ts'
import type { Words } from '../words/en.ts'
import { lostWords } from '../words/lost.ts'
import type { PageProse } from './prose.ts'
import type { Lost } from './task-card.ts'

/** @fires use-request with the id of the request to begin with */
@customElement('bp-lost')
export class LostView extends LitElement {
  static override styles = [
    base,
    css`
      button {
        margin-top: var(--space-2);
      }
    `,
  ]

  @property({ attribute: false }) lost!: Lost
  @property({ attribute: false }) prose!: PageProse
  @property({ attribute: false }) words!: Words

  override render() {
    const { part, request, line } = this.lost
    const words = lostWords[this.words.id]
    return html`
      <p>
        ${part === undefined ? words.login : html`${words.part} <q>${this.prose.parts[part]}</q>`}
      </p>
      ${
        request
          ? html`<button @click=${() => tell(this, 'use-request', request)}>
            ${words.begin} <code>${line}</code>
          </button>`
          : nothing
      }
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-lost': LostView
  }
}
