/** One exchange on the bench: the answer in short, the decisions, the two messages, and what unfolds. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { callsOf } from '../../lessons/checks.ts'
import {
  headerValue,
  receivedHeaders,
  sentHeaders,
  setCookieLines,
} from '../../lessons/exchange/headers.ts'
import type { Exchange } from '../../lessons/exchange/exchange.ts'
import type { Gate } from '../../lessons/lesson.ts'
import { base } from '../kit/base.ts'
import { foldStyles, whenOpened } from '../kit/fold.ts'
import { focusOn } from '../kit/focus-on.ts'
import { Masking } from '../kit/masking.ts'
import { hideSecrets } from '../kit/secrets.ts'
import type { Words } from '../words/en.ts'
import { answerWords } from '../words/answer.ts'
import type { Answer } from './answer.ts'
import './answer.ts'
import { type Gates, gatesOf } from './gates.ts'
import { hideInTrace } from './gates-of.ts'
import { isAddedByBrowser, MARKED_IN_RESPONSE, markedInRequest } from './header-marks.ts'
import { isWithheld } from './is-withheld.ts'
import { type Answerer, messagesOf, participantsOf } from './messages.ts'
import { pairStyles } from './pair-styles.ts'
import './raw-message.ts'
import { reasonPhrase } from './reason-phrases.ts'

@customElement('bp-exchange')
export class ExchangeView extends LitElement {
  static override styles = [
    base,
    foldStyles,
    pairStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-4);
        container-type: inline-size;
      }
      .head {
        display: grid;
        gap: var(--space-2);
      }
      .head h3 {
        line-height: 1.25;
      }
      bp-answer {
        /* Room for what comes below, as far as Send stays in sight too. */
        scroll-margin: var(--space-4) 0 2.5rem;
      }
      @media (max-width: 759px) {
        bp-answer {
          /* The page's bar. */
          scroll-margin-bottom: 5rem;
        }
      }
      details > :last-child {
        padding-top: var(--space-2);
      }
      .earlier {
        color: var(--ink-2);
        font-size: var(--small);
      }
      h2 {
        margin-bottom: var(--space-2);
      }
      [data-opened] {
        outline: 2px solid var(--accent);
        outline-offset: 4px;
        border-radius: var(--radius-small);
      }
      .note {
        padding: var(--space-2) var(--space-3);
        border-left: 3px solid var(--wait);
        background: var(--wait-soft);
        font-size: var(--small);
      }
    `,
  ]

  @property({ attribute: false }) exchange!: Exchange
  /** The gates the route would have had, in order, and where they stand in the source on screen. */
  @property({ attribute: false }) expectedGates: readonly Gate[] = []
  /** What the server that answered is in this lesson. */
  @property({ attribute: false }) answerer: Answerer = 'api'
  /** The exchange before this one, to compare with. */
  @property({ attribute: false }) previous: Exchange | undefined
  /** Whether a later draft could not be sent, so that this is not its answer. */
  @property({ type: Boolean }) earlier = false
  @property({ attribute: false }) words!: Words

  /** Whether the comparison is open: what differs is not looked for while nobody looks. */
  @state() private isComparing = false

  @query('bp-answer') private answer!: Answer
  @query('.head bp-gates') private gates!: Gates | null

  private readonly masking = new Masking(this)

  override firstUpdated(): void {
    // It stands below all else that an answer has.
    void import('./header-anatomy.ts')
  }

  /** Only some lessons have two servers or cookies, so the elements for them are loaded when there are any. */
  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // What an arrow led to was of the exchange before.
    if (changed.get('exchange')) this.mark('')
    if (callsOf(this.exchange).length > 0) {
      void import('./hidden-hop.ts')
      void loadDiagram()
    }
    if (isWithheld(this.exchange)) void import('./withheld.ts')
    if (setCookieLines(sentHeaders(this.exchange)).length > 0) void import('./cookie-anatomy.ts')
  }

  override render() {
    const { exchange, words } = this
    const { request, response, trace } = exchange
    const received = trace.find((event) => event.kind === 'received')
    const cut = trace.find((event) => event.kind === 'cut')
    const calls = callsOf(exchange)
    const requestHeaders = receivedHeaders(exchange)
    const responseHeaders = sentHeaders(exchange)
    const status = `${response.status} ${reasonPhrase(response.status)}`
    const { pathname, search } = new URL(request.url)
    const target = received?.url ?? pathname + search

    const known = this.masking.isOn ? hideInTrace(trace) : trace
    const gates = gatesOf(known, this.expectedGates, words)
    const own = answerWords[words.id]
    return html`
      <div class="head">
        ${this.earlier ? html`<p class="earlier">${own.earlier}</p>` : nothing}
        <bp-answer
          .exchange=${exchange}
          .gates=${gates}
          .words=${words}
          @open-message=${this.onOpen}
        ></bp-answer>
        ${isWithheld(exchange) ? html`<bp-withheld .words=${words}></bp-withheld>` : nothing}
        ${
          trace.length > 0
            ? html`<h3 class="label">${words.decisions}</h3>
                <bp-gates
                  .gates=${gates}
                  .calls=${calls}
                  .words=${words}
                  @open-message=${this.onOpen}
                ></bp-gates>`
            : nothing
        }
      </div>
      ${
        response.redirected
          ? html`<p class="note">
            ${words.exchange.redirected(this.masking.shown(request.path, hideSecrets), new URL(response.url).pathname)}
          </p>`
          : nothing
      }
      <div class="pair">
        <bp-raw-message
          data-part="request"
          heading=${words.exchange.request}
          firstLine=${`${received?.method ?? request.method} ${target} HTTP/1.1`}
          .headers=${requestHeaders}
          .body=${request.body}
          .folded=${this.isFolded}
          .marked=${markedInRequest(exchange)}
          .words=${words}
        ></bp-raw-message>
        <bp-raw-message
          data-part="response"
          heading=${words.exchange.response}
          firstLine=${`HTTP/1.1 ${status}`}
          tone=${response.status < 400 ? 'good' : 'bad'}
          .headers=${responseHeaders}
          .body=${response.body}
          .marked=${MARKED_IN_RESPONSE}
          .words=${words}
        ></bp-raw-message>
      </div>
      ${setCookieLines(responseHeaders).map(
        (line) => html`<section>
          <h2 class="label">${words.cookies.title}</h2>
          <bp-cookie-anatomy line=${line} .words=${words}></bp-cookie-anatomy>
        </section>`,
      )}
      ${calls.map(
        (call, index) =>
          html`<bp-hidden-hop
            data-part="hop-${index}"
            .call=${call}
            .words=${words}
          ></bp-hidden-hop>`,
      )}
      ${cut ? html`<p class="note">${words.exchange.cut(cut.characters)}</p>` : nothing}
      <details ?open=${calls.length > 0} @toggle=${whenOpened(loadDiagram)}>
        <summary>${own.diagram}</summary>
        <bp-sequence-diagram
          .participants=${participantsOf(exchange, this.answerer, words)}
          .messages=${messagesOf(exchange, words, this.masking)}
          label=${words.exchange.arrows}
          @open-message=${this.onOpen}
        ></bp-sequence-diagram>
      </details>
      ${this.previous ? this.renderComparison(this.previous) : nothing}
      <section>
        <h2 class="label">${words.anatomy.title}</h2>
        <bp-header-anatomy
          .authorization=${headerValue(requestHeaders, 'authorization')}
          .challenge=${headerValue(response.headers, 'www-authenticate')}
          .words=${words}
        ></bp-header-anatomy>
      </section>
    `
  }

  private renderComparison(previous: Exchange) {
    const { words } = this
    return html`<details @toggle=${this.onCompare}>
      <summary>${answerWords[words.id].compareWith(previous.id)}</summary>
      ${
        this.isComparing
          ? html`<bp-comparison
              .pair=${[previous, this.exchange] as const}
              .words=${words}
            ></bp-comparison>`
          : nothing
      }
    </details>`
  }

  private readonly onCompare = ({ target }: Event) => {
    this.isComparing = (target as HTMLDetailsElement).open
    if (this.isComparing) void import('./comparison.ts')
  }

  private readonly isFolded = (name: string) =>
    isAddedByBrowser(name, this.exchange.request.headers)

  /** Brings the answer into view by as little as it takes, so that Send stays in sight too. */
  async showAnswer(): Promise<void> {
    await this.updateComplete
    await this.gates?.whole()
    const calm = matchMedia('(prefers-reduced-motion: no-preference)').matches
    this.answer.scrollIntoView({ block: 'nearest', behavior: calm ? 'smooth' : 'instant' })
  }

  override focus(): void {
    this.answer.focus()
  }

  /** Leads from an arrow to its bytes. */
  private readonly onOpen = ({ detail }: CustomEvent<string>) => {
    const part = this.mark(detail)
    if (!part) return
    part.scrollIntoView({ block: 'nearest' })
    focusOn(part, { preventScroll: true })
  }

  /** Marks a part, and no other; gives it where it is there. */
  private mark(wanted: string): HTMLElement | undefined {
    const parts = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-part]')]
    for (const part of parts) {
      part.toggleAttribute('data-opened', part.dataset['part'] === wanted)
    }
    return parts.find(({ dataset }) => dataset['part'] === wanted)
  }
}

const loadDiagram = () => import('./sequence-diagram.ts')

declare global {
  interface HTMLElementTagNameMap {
    'bp-exchange': ExchangeView
  }
}
