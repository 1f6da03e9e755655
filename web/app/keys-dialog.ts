/** The keys of the page, in a dialog. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { base } from '../kit/base.ts'
import { dialogStyles } from '../kit/dialog-styles.ts'
import { tell } from '../kit/tell.ts'
import type { Words } from '../words/en.ts'
import { keysWords } from '../words/keys.ts'
import { areSingleKeysOn, SINGLE_KEYS } from './single-keys.ts'

/** @fires present when the lesson is to be shown to a room */
@customElement('bp-keys-dialog')
export class KeysDialog extends LitElement {
  static override styles = [
    base,
    dialogStyles,
    css`
      dialog {
        width: min(420px, calc(100vw - 32px));
        padding: var(--space-5);
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: var(--space-2) var(--space-4);
        margin: var(--space-4) 0;
      }
      /* Beside each other, all of them are seen at once. */
      @media (min-width: 760px) {
        dialog {
          width: min(820px, calc(100vw - 32px));
        }
        dl {
          grid-template-columns: max-content 1fr max-content 1fr;
        }
      }
      .single {
        margin-top: var(--space-3);
      }
      .single input {
        margin-right: var(--space-2);
      }
      form {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
    `,
  ]

  @property({ attribute: false }) words!: Words
  @state() private isRefused = false
  @query('dialog') private dialog!: HTMLDialogElement

  /** Opens the dialog; Escape closes it and gives the focus back. */
  open(): void {
    if (!this.dialog.open) this.dialog.showModal()
  }

  /** What can be focused stands first: from there the list is read from its top. */
  override render() {
    const keys = keysWords[this.words.id]
    return html`<dialog aria-labelledby="title">
      <h2 id="title">${keys.title}</h2>
      <div class="single">
        <label>
          <input type="checkbox" .checked=${live(areSingleKeysOn())} @change=${this.onSingle} />
          ${keys.single}
        </label>
        <p class="small">${keys.singleNote}</p>
        ${this.isRefused ? html`<p role="alert">${keys.singleRefused}</p>` : nothing}
      </div>
      <dl>
        ${keys.list.map(
          ([key, meaning]) =>
            html`<dt>${key.split(' ').map((part) => html`<kbd>${part}</kbd> `)}</dt>
              <dd>${meaning}</dd>`,
        )}
      </dl>
      <form method="dialog">
        <button>${keys.close}</button>
        <button @click=${() => tell(this, 'present')}>${keys.present}</button>
      </form>
    </dialog>`
  }

  private onSingle({ target }: Event) {
    try {
      if ((target as HTMLInputElement).checked) localStorage.removeItem(SINGLE_KEYS)
      else localStorage.setItem(SINGLE_KEYS, 'off')
      this.isRefused = false
    } catch {
      this.isRefused = true
    }
    this.requestUpdate()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-keys-dialog': KeysDialog
  }
}
