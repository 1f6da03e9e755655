/** Two exchanges side by side, in a dialog: the journal's own column is too narrow for both. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { Exchange } from '../../lessons/exchange/exchange.ts'
import './comparison.ts'
import { base } from '../kit/base.ts'
import { dialogStyles } from '../kit/dialog-styles.ts'
import { comparisonWords } from '../words/comparison.ts'
import type { Words } from '../words/en.ts'

@customElement('bp-comparison-dialog')
export class ComparisonDialog extends LitElement {
  static override styles = [
    base,
    dialogStyles,
    css`
      dialog {
        width: min(1120px, calc(100vw - 16px));
        max-width: none;
        padding: 0;
      }
      header {
        position: sticky;
        top: 0;
        z-index: 1;
        display: flex;
        gap: var(--space-3);
        justify-content: space-between;
        align-items: center;
        padding: var(--space-3) var(--space-5);
        border-bottom: 1px solid var(--line);
        background: var(--sheet);
      }
      bp-comparison {
        padding: var(--space-4) var(--space-5) var(--space-5);
      }
      @media (max-width: 759px) {
        header,
        bp-comparison {
          padding: var(--space-3);
        }
        button {
          min-height: 44px;
        }
      }
    `,
  ]

  /** The earlier one and the later one. */
  @property({ attribute: false }) pair: readonly [Exchange, Exchange] | undefined
  @property({ attribute: false }) words!: Words
  @query('dialog') private dialog!: HTMLDialogElement

  /** Opens the dialog; Escape closes it and gives the focus back. */
  open(): void {
    if (!this.dialog.open) this.dialog.showModal()
  }

  override render() {
    const own = comparisonWords[this.words.id]
    const { pair } = this
    return html`<dialog aria-labelledby="title">
      <header>
        <h2 id="title">${pair ? own.title(pair[0].id, pair[1].id) : nothing}</h2>
        <form method="dialog"><button>${own.close}</button></form>
      </header>
      ${pair ? html`<bp-comparison .pair=${pair} .words=${this.words}></bp-comparison>` : nothing}
    </dialog>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-comparison-dialog': ComparisonDialog
  }
}
