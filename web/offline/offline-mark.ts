/** A small mark in the top bar: this page works without a network from now on. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '../kit/base.ts'
import type { Words } from '../words/en.ts'
import { offlineWords, sizeText } from '../words/offline.ts'
import { CopyWatch } from './this-copy.ts'

@customElement('bp-offline-mark')
export class OfflineMark extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: contents;
      }
      a {
        display: inline-flex;
        align-items: center;
        padding: var(--space-1);
        color: var(--pass);
      }
      svg {
        width: 1.125rem;
        height: 1.125rem;
      }
    `,
  ]

  /** Where there is more about it. */
  @property() href = ''
  @property({ attribute: false }) words!: Words

  private readonly watch = new CopyWatch(this)

  override render() {
    const { state } = this.watch.copy
    if (state.kind !== 'ready') return nothing
    const says = offlineWords[this.words.id].mark(sizeText(state.bytes))
    return html`<a href=${this.href} title=${says} aria-label=${says}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path
          fill="none"
          stroke="currentColor"
          stroke-width="1.6"
          stroke-linecap="round"
          stroke-linejoin="round"
          d="M10 3v8m-3.2-3 3.2 3.2L13.2 8M4 13.5v1.2a1.8 1.8 0 0 0 1.8 1.8h8.4a1.8 1.8 0 0 0 1.8-1.8v-1.2"
        />
      </svg>
    </a>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-offline-mark': OfflineMark
  }
}
