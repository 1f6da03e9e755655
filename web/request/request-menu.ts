/** Requests at hand: those the lesson offers, and those sent last. It stands in a fold of the request's form. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Exchange, RequestDraft } from '../../lessons/exchange/exchange.ts'
import type { Lesson, LessonPage } from '../../lessons/lesson.ts'
import { base } from '../kit/base.ts'
import { Masking } from '../kit/masking.ts'
import { hideInHeader, hideSecrets } from '../kit/secrets.ts'
import { tell } from '../kit/tell.ts'
import { asksTheSame, draftOf } from '../state/draft-edits.ts'
import { lastSent } from '../state/request-history.ts'
import type { Words } from '../words/en.ts'
import { requestsWords } from '../words/requests.ts'
import { offeredRequests } from './offered-requests.ts'

/** A part of the form. */
type Next = '.send' | '.requests summary'

/**
 * @fires use-request with a request's id, to put it on the bench
 * @fires use-sent with an exchange's id, to put what it asked on the bench
 * @fires send-again with an exchange's id
 */
@customElement('bp-request-menu')
export class RequestMenu extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: absolute;
        /* Above the answer, and below the bar that a phone has at the bottom. */
        z-index: 2;
        top: 100%;
        left: 0;
        width: min(100%, 34rem);
        max-height: min(26rem, 60vh);
        padding: var(--space-2) 0;
        border: 1px solid var(--edge);
        border-radius: var(--radius);
        background: var(--sheet);
        box-shadow: 0 8px 24px rgb(0 0 0 / 18%);
        overflow: auto;
        overscroll-behavior: contain;
      }
      h2 {
        padding: var(--space-2) var(--space-3) var(--space-1);
      }
      section + section {
        margin-top: var(--space-2);
        border-top: 1px solid var(--line);
      }
      ul {
        list-style: none;
      }
      li {
        display: flex;
        align-items: stretch;
      }
      li button {
        min-height: 32px;
        border: 0;
        border-radius: 0;
        background: none;
      }
      .take {
        display: grid;
        flex: 1;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 var(--space-3);
        align-items: center;
        min-width: 0;
        padding: var(--space-1) var(--space-3);
        font: var(--code) / 1.5 var(--mono);
        text-align: start;
      }
      li button:is(:hover, :focus-visible) {
        background: var(--accent-soft);
      }
      button:focus-visible {
        outline-offset: -2px;
      }
      .asked {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-3);
        min-width: 0;
      }
      .line {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .rest {
        min-width: 0;
        max-width: 100%;
        color: var(--ink-2);
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .status {
        color: var(--pass);
        font-weight: 650;
      }
      .bad {
        color: var(--stop);
      }
      .again {
        flex: none;
        color: var(--accent);
        font-size: var(--small);
      }
      [aria-current='true'] {
        box-shadow: inset 3px 0 var(--accent);
      }
      .note {
        padding: var(--space-1) var(--space-3);
      }
      /* A finger has no arrow keys. */
      @media (pointer: coarse) {
        .keys {
          display: none;
        }
      }
    `,
  ]

  @property({ attribute: false }) lesson!: Lesson
  @property({ attribute: false }) page!: LessonPage
  /** Of the lesson, oldest first. */
  @property({ attribute: false }) exchanges: readonly Exchange[] = []
  /** The request on the bench. */
  @property({ attribute: false }) draft!: RequestDraft
  @property({ attribute: false }) words!: Words

  private readonly masking = new Masking(this)

  override render() {
    const { lesson, page, own } = this
    const { ofPage, others } = offeredRequests(lesson, page)
    return html`
      ${this.renderOffered(own.page, ofPage)} ${this.renderSent()}
      ${this.renderOffered(own.lesson, others)}
    `
  }

  private renderOffered(title: string, ids: readonly string[]) {
    if (ids.length === 0) return nothing
    return html`<section>
      <h2 class="label">${title}</h2>
      <ul>
        ${ids.map(
          (id) => html`<li>${this.renderTake(this.lesson.requests[id]!, 'use-request', id)}</li>`,
        )}
      </ul>
    </section>`
  }

  private renderSent() {
    const { own } = this
    const sent = lastSent(this.exchanges)
    return html`<section>
      <h2 class="label">${own.sent}</h2>
      ${
        sent.length === 0
          ? html`<p class="small note">${own.none}</p>`
          : html`<ul>
                ${sent.map((exchange) => this.renderExchange(exchange))}
              </ul>
              <p class="small note keys">${own.recall}</p>`
      }
    </section>`
  }

  private renderExchange(exchange: Exchange) {
    const { own } = this
    const { id, request, response } = exchange
    const draft = draftOf(exchange)
    const status = html`<span class="status ${response.status < 400 ? '' : 'bad'}"
      >${response.status}</span
    >`
    return html`<li>
      ${this.renderTake(draft, 'use-sent', id, status)}
      <button
        type="button"
        class="again"
        aria-label="${own.again}: ${request.method} ${this.shown(request.path)}"
        @click=${() => this.choose('send-again', id, '.requests summary')}
      >
        ${own.again}
      </button>
    </li>`
  }

  private renderTake(
    draft: RequestDraft,
    event: 'use-request' | 'use-sent',
    detail: string | number,
    status: unknown = nothing,
  ) {
    return html`<button
      type="button"
      class="take"
      translate="no"
      aria-current=${asksTheSame(draft, this.draft)}
      @click=${() => this.choose(event, detail, '.send')}
    >
      <span class="asked">
        <span class="line">${draft.method} ${this.place(draft)}</span>
        <span class="rest">${this.rest(draft)}</span>
      </span>
      ${status}
    </button>`
  }

  /** The path, below its server where the lesson has more than one. */
  private place({ server, path }: RequestDraft): string {
    const { servers } = this.lesson
    const below = Object.keys(servers).length > 1 ? `…/${servers[server]?.path ?? server}` : ''
    return below + this.shown(path)
  }

  /** What tells a request from others to the same place: its headers, then its body. */
  private rest({ headers, body }: RequestDraft): string {
    const lines = headers
      .filter(([name]) => !/^(accept|content-type)$/i.test(name))
      .map(([name, value]) => {
        const shown = this.masking.shown(value, (text) => hideInHeader(name, text))
        return /^authorization$/i.test(name) ? shown : `${name}: ${shown}`
      })
    return [...lines, this.shown(body)].filter(Boolean).join(' · ')
  }

  private shown(text: string): string {
    return this.masking.shown(text, hideSecrets)
  }

  private choose(event: string, detail: string | number, next: Next) {
    tell(this, event, detail)
    this.leave(next)
  }

  /** Folds, and gives the focus to what a person needs next. */
  private leave(next: Next) {
    const { fold } = this
    if (!fold) return
    fold.open = false
    fold.closest('form')?.querySelector<HTMLElement>(next)?.focus()
  }

  // It folds like every menu: by Escape, and when a person is elsewhere.

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('pointerdown', this.onElsewhere)
    addEventListener('focusin', this.onElsewhere)
    addEventListener('keydown', this.onKeydown, { capture: true })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('pointerdown', this.onElsewhere)
    removeEventListener('focusin', this.onElsewhere)
    removeEventListener('keydown', this.onKeydown, { capture: true })
  }

  /** What it unfolds in. */
  private get fold(): HTMLDetailsElement | null {
    return this.assignedSlot?.closest('details') ?? null
  }

  private readonly onElsewhere = (event: Event) => {
    const { fold } = this
    if (fold && !event.composedPath().includes(fold)) fold.open = false
  }

  private readonly onKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !this.fold?.open) return
    // It would end the waiting for an answer too.
    event.stopPropagation()
    this.leave('.requests summary')
  }

  private get own() {
    return requestsWords[this.words.id]
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-request-menu': RequestMenu
  }
}
