/** Copies a request as curl or fetch; its token stays masked unless asked for. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { RequestDraft } from '../../lessons/exchange/exchange.ts'
import { base } from '../kit/base.ts'
import { asCurl, asFetch } from './as-command.ts'
import type { Words } from '../words/en.ts'

@customElement('bp-copy-request')
export class CopyRequest extends LitElement {
  static override styles = [
    base,
    css`
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-2);
        align-items: center;
        font-size: var(--small);
      }
      button {
        min-height: 28px;
        padding: 0 var(--space-2);
        font: var(--small) / 1.4 var(--mono);
      }
      label {
        display: flex;
        gap: var(--space-2);
        align-items: center;
        min-height: 28px;
        color: var(--ink-2);
      }
      textarea {
        width: 100%;
        min-height: 96px;
        margin-top: var(--space-2);
        border: 1px solid var(--edge);
        border-radius: var(--radius-small);
        background: var(--sheet);
        font: var(--code) / 1.6 var(--mono);
      }
    `,
  ]

  @property({ attribute: false }) draft!: RequestDraft
  @property() url = ''
  @property({ attribute: false }) words!: Words

  @state() private revealed = false
  @state() private announcement = ''
  /** What could not be copied, to be selected by hand. */
  @state() private leftOver = ''

  private readonly onReveal = (event: Event) => {
    this.revealed = (event.target as HTMLInputElement).checked
  }

  override render() {
    const { form } = this.words
    return html`
      <div class="row" role="group" aria-label=${form.copy}>
        <span class="small">${form.copy}</span>
        <button type="button" @click=${() => this.copy(asCurl)}>${form.curl}</button>
        <button type="button" @click=${() => this.copy(asFetch)}>${form.fetch}</button>
        <label>
          <input
            type="checkbox"
            .checked=${this.revealed}
            @change=${this.onReveal}
          />
          ${form.withToken}
        </label>
      </div>
      <p class="small" role="status">${this.announcement}</p>
      ${
        this.leftOver
          ? html`<textarea class="secret" readonly aria-label=${form.copy} .value=${this.leftOver}></textarea>`
          : nothing
      }
    `
  }

  private async copy(as: typeof asCurl) {
    const { form } = this.words
    const text = as(this.draft, { url: this.url, revealed: this.revealed })
    try {
      await navigator.clipboard.writeText(text)
      this.leftOver = ''
      this.announcement = this.revealed ? form.copied : form.copiedMasked
    } catch {
      // No clipboard outside a secure context, or the person said no.
      this.leftOver = text
      this.announcement = form.copyFailed
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-copy-request': CopyRequest
  }
}
