/** One HTTP message as it stood on the wire, its decisive line marked. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { ifDefined } from 'lit/directives/if-defined.js'
import type { HeaderList } from '../../server/security/trace.ts'
import { base } from '../kit/base.ts'
import '../kit/secret.ts'
import { hideInHeader, hideSecrets } from '../kit/secrets.ts'
import type { Words } from '../words/en.ts'
import { layOutBody, MAX_LAID_OUT } from './lay-out-body.ts'
import './long-text.ts'

/** The header that decided, in lower case, and how it looks. */
export interface MarkedHeader {
  name: string
  tone: 'stop' | 'accent' | 'pass'
}

/** The longest JSON body that stays on one line, in characters: a longer one is easier to read over several. */
const MAX_ONE_LINE_CHARACTERS = 120

@customElement('bp-raw-message')
export class RawMessage extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--sheet);
        overflow: hidden;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-3);
        justify-content: space-between;
        align-items: baseline;
        padding: var(--space-2) var(--space-3);
        border-bottom: 1px solid var(--line);
      }
      h3 {
        font-size: var(--small);
        color: var(--ink-2);
      }
      .wire {
        padding: var(--space-3) 0;
        font: var(--code) / 1.65 var(--mono);
        font-variant-ligatures: none;
      }
      .wire > div {
        padding: 0 var(--space-3);
        border-left: 3px solid transparent;
        overflow-wrap: anywhere;
        word-break: normal;
        /* Blanks count on the wire. */
        white-space: pre-wrap;
        min-height: 1.65em;
      }
      .fold {
        padding: 0 var(--space-3);
      }
      .fold button {
        min-height: 24px;
        padding: 0 var(--space-2);
        border-color: var(--line);
        font: 500 var(--small) / 1.4 var(--sans);
        color: var(--ink-2);
      }
      .name {
        color: var(--ink-2);
        white-space: nowrap;
      }
      .first {
        font-weight: 650;
      }
      .good {
        color: var(--pass);
      }
      .bad {
        color: var(--stop);
      }
      .mark-stop {
        border-color: var(--stop) !important;
        background: var(--stop-soft);
      }
      .mark-accent {
        border-color: var(--accent) !important;
        background: var(--accent-soft);
      }
      .mark-pass {
        border-color: var(--pass) !important;
        background: var(--pass-soft);
      }
      .empty {
        color: var(--ink-2);
        font-family: var(--sans);
      }
    `,
  ]

  /** What the message is, as its heading. */
  @property() heading = ''
  /** A short remark at the right of the heading. */
  @property() aside = ''
  @property() firstLine = ''
  @property() tone: 'good' | 'bad' | 'none' = 'none'
  @property({ attribute: false }) headers: HeaderList = []
  @property() body = ''
  /** The header that decided, in lower case, and the colour of its mark. */
  @property({ attribute: false }) marked: MarkedHeader | undefined
  /** Whether a header of this name is folded away until asked for. */
  @property({ attribute: false }) folded: (name: string) => boolean = () => false
  @property({ attribute: false }) words!: Words

  @state() private unfolded = false
  @state() private asSent = false

  /** Not needed before the first answer. */
  override willUpdate(): void {
    void import('../token/token-link.ts')
  }

  override render() {
    const { words } = this
    const shown = this.headers.filter(([name]) => !this.folded(name))
    const hidden = this.headers.filter(([name]) => this.folded(name))
    return html`
      <header>
        <h3>${this.heading}</h3>
        <span class="small">${this.aside}</span>
        <bp-token-link .headers=${this.headers} body=${this.body} .words=${words}></bp-token-link>
      </header>
      <div class="wire" translate="no">
        <div class="first ${this.tone}">${this.long(this.firstLine)}</div>
        ${shown.map(([name, value]) => this.renderHeader(name, value))}
        ${
          hidden.length === 0
            ? nothing
            : html`<p class="fold">
              <button aria-expanded=${this.unfolded} @click=${this.onFold}>
                ${this.unfolded ? words.exchange.less : words.exchange.ownHeaders(hidden.length)}
              </button>
            </p>`
        }
        ${this.unfolded ? hidden.map(([name, value]) => this.renderHeader(name, value)) : nothing}
        <div></div>
        ${
          this.body === ''
            ? html`<div class="empty" translate="yes">${words.exchange.noBody}</div>`
            : this.renderBody()
        }
      </div>
    `
  }

  /** A long JSON body is laid out to be read; the one line it was on the wire is a click away. */
  private renderBody() {
    const { words } = this
    const laidOut = this.body.length > MAX_ONE_LINE_CHARACTERS ? overLines(this.body) : undefined
    if (laidOut === undefined) return html`<div class="body">${this.long(this.body)}</div>`
    return html`<div class="body">${
      this.asSent
        ? this.long(this.body)
        : html`<bp-secret .text=${laidOut} .hide=${hideSecrets}></bp-secret>`
    }</div>
      <p class="fold">
        <button aria-pressed=${!this.asSent} @click=${this.onLayOut}>${words.exchange.laidOut}</button>
      </p>`
  }

  private onLayOut() {
    this.asSent = !this.asSent
  }

  private onFold() {
    this.unfolded = !this.unfolded
  }

  private renderHeader(name: string, value: string) {
    const mark = this.marked?.name === name.toLowerCase() ? `mark-${this.marked.tone}` : undefined
    return html`<div class=${ifDefined(mark)}><span class="name">${name}:</span> ${this.long(
      value,
      (text) => hideInHeader(name, text),
    )}</div>`
  }

  private long(text: string, hide = hideSecrets) {
    const { more, less } = this.words.exchange
    return html`<bp-long-text .text=${text} .hide=${hide} .moreLabel=${more} lessLabel=${less}></bp-long-text>`
  }
}

/** A JSON text of one line over several; undefined when it is none, or would not fit a screen. */
function overLines(body: string): string | undefined {
  if (body.includes('\n')) return undefined
  const laidOut = layOutBody(body)
  return laidOut?.includes('\n') && laidOut.length <= MAX_LAID_OUT ? laidOut : undefined
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-raw-message': RawMessage
  }
}
