/** Copies a request as curl or fetch; its token stays masked unless asked for. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import type { RequestDraft } from '../../lessons/exchange/exchange.ts'
import { base } from '../kit/base.ts'
import { copyText } from '../kit/copy-text.ts'
import { tell } from '../kit/tell.ts'
import type { Shell } from '../state/stored.ts'
import { readRoute } from '../state/route.ts'
import { keepForScript } from './keep-for-script.ts'
import { scriptWords } from '../words/script.ts'
import { copyWords } from '../words/copy.ts'
import type { Words } from '../words/en.ts'
import { sharedText } from '../stage/shared-request.ts'
import { asCurl, asFetch, leftOut } from './as-command.ts'

const SHELL_NAMES: Shell[] = ['posix', 'powershell', 'cmd']

/** @fires shell-change with the shell that commands are to be copied for */
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
      select {
        min-height: 28px;
        padding: 0 26px 0 var(--space-2);
        border: 1px solid var(--edge);
        border-radius: var(--radius-small);
        background-color: var(--sheet);
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
  @property() shell: Shell = 'posix'
  @property({ attribute: false }) words!: Words

  @state() private revealed = false
  @state() private announcement = ''
  /** What could not be copied, to be selected by hand. */
  @state() private leftOver = ''

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.get('draft')) return
    // It was said of another request.
    this.announcement = ''
    this.leftOver = ''
  }

  private readonly onReveal = (event: Event) => {
    this.revealed = (event.target as HTMLInputElement).checked
  }

  override render() {
    const { own } = this
    return html`
      <div class="row" role="group" aria-label=${this.words.form.copy}>
        <button type="button" @click=${() => this.copy(asCurl)}>${own.curl}</button>
        <label>
          ${own.shell}
          <select @change=${this.onShell}>
            ${SHELL_NAMES.map(
              (shell) =>
                html`<option value=${shell} .selected=${live(shell === this.shell)}>
                  ${own.shells[shell]}
                </option>`,
            )}
          </select>
        </label>
        <button type="button" @click=${() => this.copy(asFetch)}>${own.fetch}</button>
        <button type="button" @click=${this.copyLink}>${own.link}</button>
        <button type="button" @click=${this.keep}>${scriptWords[this.words.id].keep}</button>
        <label>
          <input
            type="checkbox"
            .checked=${this.revealed}
            @change=${this.onReveal}
          />
          ${own.revealed}
        </label>
      </div>
      <p class="small" role="status">${this.announcement}</p>
      ${
        this.leftOver
          ? html`<textarea class="secret" readonly translate="no" aria-label=${this.words.form.copy} .value=${this.leftOver}></textarea>`
          : nothing
      }
    `
  }

  private readonly onShell = (event: Event) => {
    tell(this, 'shell-change', (event.target as HTMLSelectElement).value)
  }

  private async copy(as: typeof asCurl) {
    const { own, draft, url, revealed, shell } = this
    const secrets = revealed ? [] : leftOut(draft, url).map((secret) => own.secrets[secret])
    const said = secrets.length > 0 ? own.masked(secrets.join(own.and)) : own.copied
    await this.give(as(draft, { url, revealed, shell }), said)
  }

  /** An address that puts the request on somebody else's bench. */
  private readonly copyLink = async () => {
    const { own, draft } = this
    const text = sharedText(draft)
    if (text !== undefined) return this.give(`${location.href}?request=${text}`, own.linked)
    this.leftOver = ''
    this.announcement = own.tooLong
  }

  /** Copies a text, or has it there to be selected. @param said where it is copied */
  private async give(text: string, said: string) {
    const isCopied = await copyText(text)
    this.leftOver = isCopied ? '' : text
    this.announcement = isCopied ? said : this.own.failed
  }

  /** Puts the request at the end of the script. */
  private readonly keep = async () => {
    const { lesson = '', page = '' } = readRoute(location.hash) ?? {}
    this.leftOver = ''
    this.announcement = await keepForScript({ lesson, page, draft: this.draft }, this.words.id)
  }

  private get own() {
    return copyWords[this.words.id]
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-copy-request': CopyRequest
  }
}
