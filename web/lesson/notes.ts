/** The presenter's notes at the foot of a page: closed, and not loaded before somebody opens them. */

import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { base } from '../kit/base.ts'
import { prose as proseStyles } from '../kit/prose-styles.ts'
import type { Words } from '../words/en.ts'
import type { Prose } from './prose.ts'

@customElement('bp-notes')
export class Notes extends LitElement {
  static override styles = [
    base,
    proseStyles,
    css`
      summary {
        cursor: pointer;
        color: var(--ink-2);
      }
      div {
        margin: var(--space-2) 0 var(--space-3);
      }
    `,
  ]

  @property({ attribute: false }) load!: Prose['notes']
  @property({ attribute: false }) words!: Words

  @state() private open = false
  @state() private loaded: { from: Prose['notes']; notes: TemplateResult } | undefined

  override willUpdate() {
    if (this.open && this.loaded?.from !== this.load) void this.fetch(this.load)
  }

  private async fetch(from: Prose['notes']) {
    // Whoever opens them is told where they do not come, as of any part of the page.
    const notes = await from()
    if (from === this.load) this.loaded = { from, notes }
  }

  override render() {
    const { load, loaded, words } = this
    return html`<details @toggle=${this.onToggle}>
      <summary>${words.notes}</summary>
      <div>${loaded?.from === load ? loaded.notes : nothing}</div>
    </details>`
  }

  private onToggle({ target }: Event) {
    this.open = (target as HTMLDetailsElement).open
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-notes': Notes
  }
}
