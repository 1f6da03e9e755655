/** Everything that crossed the wire, newest first. */

import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Exchange } from '../../lessons/lesson.ts'
import { reasonPhrase } from '../inspect/reason-phrases.ts'
import { base } from '../kit/base.ts'
import type { Words } from '../words/en.ts'

/**
 * @fires show-exchange with an exchange's id as detail
 * @fires clear-journal
 */
@customElement('bp-journal')
export class Journal extends LitElement {
  static override styles = [
    base,
    css`
      ol {
        margin-bottom: var(--space-3);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--sheet);
        list-style: none;
        overflow: hidden;
      }
      li + li {
        border-top: 1px solid var(--line);
      }
      li button {
        display: grid;
        grid-template-columns: 2em minmax(0, 1fr) auto;
        gap: 0 var(--space-2);
        width: 100%;
        padding: var(--space-2) var(--space-3);
        border: 0;
        border-left: 3px solid transparent;
        border-radius: 0;
        background: none;
        text-align: start;
      }
      li button:focus-visible {
        outline-offset: -2px;
      }
      [aria-current='true'] {
        border-color: var(--accent) !important;
        background: var(--accent-soft) !important;
      }
      .line {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .status {
        font-weight: 650;
      }
      .good {
        color: var(--pass);
      }
      .bad {
        color: var(--stop);
      }
      .note {
        grid-column: 2 / -1;
      }
    `,
  ]

  /** Oldest first. */
  @property({ attribute: false }) exchanges: readonly Exchange[] = []
  /** Id of the exchange on the bench. */
  @property({ type: Number }) shown = 0
  @property({ attribute: false }) words!: Words

  override render() {
    const { words } = this
    if (this.exchanges.length === 0) return html`<p class="small">${words.journal.empty}</p>`
    return html`
      <ol>
        ${this.exchanges.toReversed().map((exchange) => this.renderExchange(exchange))}
      </ol>
      <button @click=${() => this.dispatchEvent(new CustomEvent('clear-journal'))}>
        ${words.journal.clear}
      </button>
    `
  }

  private renderExchange({ id, lesson, request, response, mode, origin }: Exchange) {
    const { words } = this
    const authorization = request.headers.find(([name]) => /^authorization$/i.test(name))?.[1]
    return html`<li>
      <button
        aria-current=${id === this.shown}
        @click=${() => this.dispatchEvent(new CustomEvent('show-exchange', { detail: id }))}
      >
        <span class="mono small">${id}</span>
        <span class="mono line">${request.method} ${placeOf(request.url, lesson)}</span>
        <span class="mono status ${response.status < 400 ? 'good' : 'bad'}"
          >${response.status} ${reasonPhrase(response.status)}</span
        >
        <span class="small note line"
          >${authorization ?? words.form.noHeader} ·
          ${origin === 'docs' ? words.exchange.fromDocs : words.exchange.by[mode]}</span
        >
      </button>
    </li>`
  }
}

/** The path below the lesson's own, which tells its servers apart; elsewhere the whole path. */
function placeOf(url: string, lesson: string): string {
  const { pathname, search } = new URL(url)
  const root = `/lessons/${lesson}`
  const at = pathname.indexOf(`${root}/`)
  return (at < 0 ? pathname : pathname.slice(at + root.length)) + search
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-journal': Journal
  }
}
