/** What became of the last request: an exchange, a failure, or nothing yet. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Exchange, RequestDraft } from '../../lessons/exchange/exchange.ts'
import type { Gate, Lesson } from '../../lessons/lesson.ts'
import { base } from '../kit/base.ts'
import { keepFocus } from '../kit/keep-focus.ts'
import type { ExchangeView } from './exchange.ts'
import { gatesAhead, gatesFor } from './gates-of.ts'
import type { Busy } from '../stage/busy-server.ts'
import type { Words } from '../words/en.ts'
import { type Failed, isOfOwn, type OwnFailed } from '../state/failure.ts'
import { tell } from '../kit/tell.ts'

/**
 * @fires send-in-browser when the learner goes on without the real server
 * @fires cancel-request when the learner gives up on a server that is busy
 */
@customElement('bp-result')
export class Result extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      .empty {
        display: grid;
        gap: var(--space-2);
        justify-items: center;
        max-width: 26rem;
        margin: var(--space-7) auto;
        color: var(--ink-2);
        text-align: center;
      }
      .empty svg {
        width: 160px;
        fill: none;
        stroke: var(--edge);
        stroke-width: 1.2;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .empty h2 {
        color: var(--ink);
      }
      .empty ol {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-5);
        justify-content: center;
        list-style: none;
      }
      .empty li {
        position: relative;
        padding: 0 var(--space-3);
        border: 1px dashed var(--edge);
        border-radius: 14px;
        font-size: var(--small);
        line-height: 26px;
      }
      /* Behind each: a line of them that begins with a dash looks as if one were missing. */
      .empty li:not(:last-child)::after {
        content: '';
        position: absolute;
        top: 50%;
        left: calc(100% + 5px);
        width: 14px;
        border-top: 1px solid var(--edge);
      }
      .failed,
      .busy {
        display: grid;
        gap: var(--space-2);
        justify-items: start;
        padding: var(--space-4);
        border-left: 3px solid var(--stop);
        background: var(--stop-soft);
      }
      .busy {
        border-color: var(--wait);
        background: var(--wait-soft);
      }
    `,
  ]

  @property({ attribute: false }) lesson!: Lesson
  /** The request on the bench, whose checks are shown before it is sent. */
  @property({ attribute: false }) draft: RequestDraft | undefined
  @property({ attribute: false }) exchange: Exchange | undefined
  /** Id of the server whose source is on screen. */
  @property() server = ''
  /** Why there is no answer. */
  @property() failed: Failed | undefined
  /** Why a learner's own copy gives no answer, in words; undefined until it gave none. */
  @state() private ownFailures: Record<OwnFailed, string> | undefined
  /** The exchange before the one that is shown. */
  @property({ attribute: false }) previous: Exchange | undefined
  /** Whether a later draft could not be sent. */
  @property({ type: Boolean }) earlier = false
  /** Where something of the lesson was sent: on another page, before the page was loaded, or not yet. */
  @property() begun: 'not' | 'elsewhere' | 'before' = 'not'
  /** What the server is too busy with to answer, for now. */
  @property({ attribute: false }) busy: Busy | undefined
  @property({ attribute: false }) words!: Words

  @query('bp-exchange') private view!: ExchangeView | null

  /** Brings what came into view, by as little as it takes. */
  async showAnswer(): Promise<void> {
    await this.updateComplete
    if (!this.view) return this.scrollIntoView({ block: 'nearest' })
    await import('./exchange.ts')
    // The page may have been left meanwhile.
    if (this.isConnected) await this.view?.showAnswer()
  }

  constructor() {
    super()
    // The button that sends once more goes with the failure that it stands in.
    keepFocus(this, () => this.view ?? this.parentNode?.querySelector('bp-request-form'))
  }

  /** Moves the focus to the answer, or to what can be done where none came. */
  override focus(): void {
    const place =
      this.view ?? this.renderRoot.querySelector<HTMLElement>('.failed button, .busy button')
    place?.focus()
  }

  override firstUpdated(): void {
    // It is not needed before there is an answer, and reading can begin without it.
    void import('./exchange.ts')
  }

  override willUpdate(): void {
    if (this.failed && isOfOwn(this.failed)) void this.loadOwnFailures()
  }

  private async loadOwnFailures(): Promise<void> {
    const { ownWords } = await import('../words/own.ts')
    this.ownFailures = ownWords[this.words.id].failed
  }

  override render() {
    const { exchange, words } = this
    if (this.busy) return this.renderBusy(this.busy)
    if (this.failed) return this.renderFailed(this.failed)
    if (!exchange) return this.renderEmpty()
    return html`<bp-exchange
      .exchange=${exchange}
      .answerer=${answererOf(this.lesson, exchange)}
      .expectedGates=${this.gates(exchange)}
      .previous=${this.previous}
      ?earlier=${this.earlier}
      .words=${words}
    ></bp-exchange>`
  }

  /** The source on screen is that of the server which is asked next: only there can regions be pointed at. */
  private gates(exchange: Exchange): Gate[] {
    const { servers } = this.lesson
    // Another lesson's server of this name may go through other gates.
    if (exchange.lesson !== this.lesson.slug) return []
    const gates = gatesFor(this.lesson, exchange)
    const onScreen = servers[exchange.server]?.app === servers[this.server]?.app
    return onScreen ? gates : gates.map(({ id }) => ({ id }))
  }

  private renderFailed(why: Failed) {
    const { failed } = this.words
    return html`<div class="failed" role="alert">
      <h2>${failed.titles[why] ?? failed.title}</h2>
      <p>${isOfOwn(why) ? this.ownFailures?.[why] : failed[why]}</p>
      ${
        why === 'real' || why === 'real-late'
          ? html`<button @click=${() => tell(this, 'send-in-browser')}>
            ${failed.switch}
          </button>`
          : nothing
      }
    </div>`
  }

  private renderBusy({ logins, seconds }: Busy) {
    const { busy } = this.words
    return html`<div class="busy">
      <p role="status">${busy.waiting(logins, seconds)}</p>
      <button @click=${() => tell(this, 'cancel-request')}>
        ${busy.stop}
      </button>
    </div>`
  }

  private renderEmpty() {
    const { empty, gates } = this.words
    const ahead = this.draft ? gatesAhead(this.lesson, this.draft) : []
    return html`<div class="empty">
      <svg viewBox="0 0 120 40" aria-hidden="true">
        <rect x="1" y="8" width="30" height="24" rx="5" />
        <rect x="89" y="8" width="30" height="24" rx="5" />
        <path d="M38 16h44m-6-4 6 4-6 4M82 26H38m6-4-6 4 6 4" />
      </svg>
      <h2>${empty.titles[this.begun]}</h2>
      <p>${this.begun === 'before' ? empty.gone : empty.text}</p>
      ${
        ahead.length > 0
          ? html`<p class="label" id="ahead">${empty.ahead}</p>
            <ol aria-labelledby="ahead">
              ${ahead.map(({ id }) => html`<li>${gates[id] ?? id}</li>`)}
            </ol>`
          : nothing
      }
    </div>`
  }
}

/** What the server that answered is called: in a lesson of two, by its part in it. */
function answererOf({ servers }: Lesson, { server }: Exchange) {
  return servers[server]?.role ?? 'api'
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-result': Result
  }
}
