/** A row of tabs; the panels are the owner's. Arrow keys move, as the ARIA pattern has it. */

import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from './base.ts'
import { tell } from './tell.ts'

export interface Tab {
  id: string
  label: string
}

/**
 * @fires tab-change with the chosen tab's id as detail
 * @slot actions - what else stands in the row
 */
@customElement('bp-tabs')
export class Tabs extends LitElement {
  static override styles = [
    base,
    css`
      /* Always in sight, below whatever else stays there. */
      .strip {
        position: sticky;
        top: var(--stuck, 0px);
        z-index: 1;
        display: flex;
        align-items: center;
        border-bottom: 1px solid var(--line);
        background: var(--paper);
      }
      .tabs {
        display: flex;
        flex-wrap: wrap;
        flex: 1;
      }
      button {
        min-height: 44px;
        padding: 0 var(--space-2);
        border: 0;
        border-bottom: 2px solid transparent;
        border-radius: 0;
        background: none;
        color: var(--ink-2);
        white-space: nowrap;
      }
      button:focus-visible {
        outline-offset: -2px;
      }
      [aria-selected='true'] {
        border-color: var(--accent);
        color: var(--ink);
        font-weight: 600;
      }
      .panel {
        padding-top: var(--space-4);
      }
    `,
  ]

  @property({ attribute: false }) tabs: Tab[] = []
  @property() selected = ''
  @property() label = ''

  /** Moves the focus to the chosen tab. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('[aria-selected=true]')?.focus()
  }

  override render() {
    return html`
      <div class="strip"><div class="tabs" role="tablist" aria-label=${this.label} @keydown=${this.onKeydown}>
        ${this.tabs.map(
          ({ id, label }) =>
            html`<button
              role="tab"
              id="tab-${id}"
              aria-controls="panel"
              aria-selected=${id === this.selected}
              tabindex=${id === this.selected ? 0 : -1}
              @click=${() => this.select(id)}
            >
              ${label}
            </button>`,
        )}
      </div><slot name="actions"></slot></div>
      <div class="panel" id="panel" role="tabpanel" aria-labelledby="tab-${this.selected}">
        <slot></slot>
      </div>
    `
  }

  private onKeydown(event: KeyboardEvent) {
    const at = this.tabs.findIndex(({ id }) => id === this.selected)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: this.tabs.length - 1 }[
      event.key
    ]
    if (to === undefined) return
    event.preventDefault()
    const tab = this.tabs[(to + this.tabs.length) % this.tabs.length]
    if (!tab) return
    this.select(tab.id)
    this.renderRoot.querySelector<HTMLElement>(`#tab-${tab.id}`)?.focus()
  }

  private select(id: string) {
    tell(this, 'tab-change', id)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-tabs': Tabs
  }
}
