/** Header lines as rows to write in. */

import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import type { HeaderList } from '../../server/security/trace.ts'
import { base } from '../kit/base.ts'
import { keepFocus } from '../kit/keep-focus.ts'
import { valueOf } from '../kit/value-of.ts'
import { hideInHeader } from '../kit/secrets.ts'
import type { Words } from '../words/en.ts'
import { tell } from '../kit/tell.ts'
import { submitRequest } from './submit-request.ts'

/** Names that are suggested whatever the server describes. */
const USUAL = [
  'Accept',
  'Accept-Language',
  'Authorization',
  'Content-Type',
  'Cookie',
  'Origin',
  'Referer',
  'Sec-Fetch-Dest',
  'Sec-Fetch-Mode',
  'Sec-Fetch-Site',
  'User-Agent',
]

/**
 * @fires headers-change with the new lines as detail
 * @fires submit-request when Enter is pressed in a field
 */
@customElement('bp-header-rows')
export class HeaderRows extends LitElement {
  static override styles = [
    base,
    css`
      .row {
        display: grid;
        /* A name as long as Sec-Fetch-Mode is read whole. */
        grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) auto;
        gap: var(--space-2);
        margin-bottom: var(--space-2);
      }
      input {
        min-width: 0;
        min-height: 36px;
        padding: 0 var(--space-2);
        border: 1px solid var(--edge);
        border-radius: var(--radius-small);
        background: var(--sheet);
        font: var(--code) / 1.4 var(--mono);
      }
      :host([invalid]) input {
        border-color: var(--stop);
      }
    `,
  ]

  @property({ attribute: false }) headers: HeaderList = []
  @property({ type: Boolean, reflect: true }) invalid = false
  /** Names that the server's description has, to be suggested first. */
  @property({ attribute: false }) names: readonly string[] | undefined
  @property({ attribute: false }) words!: Words

  private isAdding = false

  constructor() {
    super()
    keepFocus(this, () => this.renderRoot.querySelector<HTMLElement>('.add'))
  }

  /** A new line is there to be written: its name comes first. */
  override updated(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('headers') || !this.isAdding) return
    this.isAdding = false
    this.renderRoot.querySelector<HTMLElement>('.row:last-of-type input')?.focus()
  }

  override render() {
    const { form } = this.words
    return html`
      ${this.headers.map(
        ([name, value], index) =>
          html`<form class="row" autocomplete="off" @submit=${submitRequest}>
            <input
              aria-label=${form.headerName}
              placeholder=${form.headerName}
              aria-invalid=${this.invalid}
              spellcheck="false"
              list="names"
              .value=${live(name)}
              @input=${(event: InputEvent) => this.change(index, [valueOf(event), value])}
            />
            <input
              class=${hideInHeader(name, value) === value ? '' : 'secret'}
              aria-label=${form.headerValue}
              placeholder=${form.headerValue}
              aria-invalid=${this.invalid}
              spellcheck="false"
              .value=${live(value)}
              @input=${(event: InputEvent) => this.change(index, [name, valueOf(event)])}
            />
            <button
              type="button"
              class="plain"
              aria-label=${form.removeHeader(name)}
              @click=${() => this.emit(this.headers.toSpliced(index, 1))}
            >
              ✕
            </button>
            <button hidden></button>
          </form>`,
      )}
      <datalist id="names">
        ${[...new Set([...(this.names ?? []), ...USUAL])].map((name) => html`<option value=${name}></option>`)}
      </datalist>
      <button class="add" type="button" @click=${this.onAdd}>
        ${form.addHeader}
      </button>
    `
  }

  private onAdd() {
    this.isAdding = true
    this.emit([...this.headers, ['', '']])
  }

  private change(index: number, line: [string, string]) {
    this.emit(this.headers.with(index, line))
  }

  private emit(detail: HeaderList) {
    tell(this, 'headers-change', detail)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-header-rows': HeaderRows
  }
}
