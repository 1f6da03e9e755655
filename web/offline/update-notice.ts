/** A quiet notice that a newer version of the page is there: nothing of the open one ends before the learner wants it. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { base } from '../kit/base.ts'
import type { Journal } from '../state/journal.ts'
import type { Words } from '../words/en.ts'
import { offlineWords } from '../words/offline.ts'
import { renew } from './hand-over.ts'
import { CopyWatch } from './this-copy.ts'
import { BASE } from '../kit/base-url.ts'

@customElement('bp-update-notice')
export class UpdateNotice extends LitElement {
  static override styles = [
    base,
    css`
      p {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-3);
        align-items: center;
        padding: var(--space-2) var(--space-4);
        border-bottom: 1px solid var(--line);
        background: var(--accent-soft);
        font-size: var(--small);
      }
    `,
  ]

  /** What comes along to the newer version. */
  @property({ attribute: false }) journal!: Journal
  @property({ attribute: false }) words!: Words

  /** Whether the learner goes on with the open version for now. */
  @state() private isLater = false

  private readonly watch = new CopyWatch(this)

  override render() {
    if (!this.watch.copy.isOutdated || this.isLater) return nothing
    const { update } = offlineWords[this.words.id]
    return html`<p>
      <span>${update.says}</span>
      <button @click=${this.onRenew}>${update.now}</button>
      <button class="plain" @click=${this.onLater}>${update.later}</button>
    </p>`
  }

  private readonly onRenew = () => renew(this.journal, BASE)

  private readonly onLater = () => {
    this.isLater = true
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-update-notice': UpdateNotice
  }
}
