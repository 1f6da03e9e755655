/** The answer in short, right below what was sent: status, who refused and why, challenge, body, time. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { type Call, callsOf } from '../../lessons/checks.ts'
import type { Exchange } from '../../lessons/exchange/exchange.ts'
import { headerValue, receivedHeaders, sentHeaders } from '../../lessons/exchange/headers.ts'
import { mediaTypeOf, MULTIPART, URLENCODED } from '../../server/security/media-type.ts'
import { base } from '../kit/base.ts'
import { breakable } from '../kit/breakable.ts'
import { Masking } from '../kit/masking.ts'
import { hideInHeader, hideSecrets } from '../kit/secrets.ts'
import { tell } from '../kit/tell.ts'
import { answerWords } from '../words/answer.ts'
import type { Words } from '../words/en.ts'
import { sentenceOf, wordOf } from '../words/word-of.ts'
import { gateName, type GateView, OWN_GATE } from './gates.ts'
import { reasonPhrase } from './reason-phrases.ts'

/** More of a body is never in its first lines. */
const FIRST_LINES = 600

/** They say what to do next: how to log in, where to go, what to keep. */
const TELLING = /^(www-authenticate|location|set-cookie)$/i

/** A cookie's attributes say more in short than the rest of its value. */
const LONG_COOKIE = /^([^=;]*=[^;]{12})[^;]{12,}/

/** @fires open-message with `hop-` and its number, to be led to what crossed between two servers */
@customElement('bp-answer')
export class Answer extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        padding: var(--space-2) var(--space-3) var(--space-3);
        border-left: 3px solid var(--pass);
        border-radius: var(--radius-small);
        background: var(--pass-soft);
      }
      :host([bad]) {
        border-color: var(--stop);
        background: var(--stop-soft);
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-3);
        justify-content: space-between;
        align-items: baseline;
      }
      .status {
        color: var(--pass);
        font: 650 1.0625rem / 1.5 var(--mono);
      }
      .bad {
        color: var(--stop);
      }
      .wire {
        margin-top: var(--space-1);
        font: var(--code) / 1.5 var(--mono);
        overflow-wrap: anywhere;
        word-break: normal;
      }
      .name {
        color: var(--ink-2);
      }
      .header,
      .body {
        display: -webkit-box;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
      }
      .body {
        -webkit-line-clamp: 4;
      }
      .hop {
        display: block;
        min-height: 24px;
        padding: 0;
        border: 0;
        background: none;
        font-size: var(--small);
        text-align: start;
        text-decoration: underline dotted;
        text-underline-offset: 0.25em;
      }
      @media (pointer: coarse) {
        .hop {
          min-height: 44px;
        }
      }
    `,
  ]

  @property({ attribute: false }) exchange!: Exchange
  @property({ attribute: false }) gates: readonly GateView[] = []
  @property({ attribute: false }) words!: Words
  @property({ type: Boolean, reflect: true }) bad = false

  /** Why handlers refuse; empty until one did. */
  @state() private refusals: Record<string, string> = {}

  private readonly masking = new Masking(this)

  override willUpdate(): void {
    this.bad = this.exchange.response.status >= 400
    if (this.gates.some(({ code }) => code === 'handler-refused')) void this.loadRefusals()
  }

  private async loadRefusals(): Promise<void> {
    const { refusalWords } = await import('../words/refusals.ts')
    this.refusals = refusalWords[this.words.id]
  }

  override focus(): void {
    this.renderRoot.querySelector('section')?.focus()
  }

  override render() {
    const { exchange, words, own } = this
    const { status, body } = exchange.response
    return html`<section aria-labelledby="title" tabindex="-1">
      <h2 id="title" class="visually-hidden">${own.title}</h2>
      <p class="top">
        <b class="status ${this.bad ? 'bad' : ''}" translate="no">${status} ${reasonPhrase(status)}</b>
        <span class="small time"
          >${exchange.origin === 'check' ? `${own.check} · ` : ''}${words.exchange.milliseconds(exchange.milliseconds)} · ${words.exchange.by[exchange.mode]}</span
        >
      </p>
      <p class="verdict">${this.renderVerdict()}</p>
      ${this.renderHeaders()}
      ${
        body === ''
          ? nothing
          : html`<p class="wire body" translate="no">${breakable(
              this.masking.shown(body, hideSecrets).slice(0, FIRST_LINES),
            )}</p>`
      }
      ${callsOf(exchange).map((call, at) => this.renderHop(call, at))}
    </section>`
  }

  private renderHeaders() {
    const telling = sentHeaders(this.exchange).filter(([name]) => TELLING.test(name))
    return telling.map(([name, value]) => {
      const isCookie = name.toLowerCase() === 'set-cookie'
      const short = isCookie ? value.replace(LONG_COOKIE, '$1…') : value
      const shown = this.masking.shown(short, (text) => hideInHeader(name, text))
      return html`<p class="wire header" translate="no">
        <span class="name">${name.toLowerCase()}:</span> ${breakable(shown)}
      </p>`
    })
  }

  /** Who refused and why, or that nobody did, in a sentence. */
  private renderVerdict() {
    const { exchange, gates, words, own } = this
    if (exchange.trace.length === 0) return words.exchange.noTrace
    const stopped = gates.find(({ id, state }) => state === 'stopped' && id !== OWN_GATE)
    const threw = exchange.own?.problems.find(({ kind }) => kind === 'thrown')
    if (!stopped && threw) return own.threw(threw.text)
    if (!stopped && this.bad) return this.ownRefusal ?? this.handlersOwn
    if (!stopped) return own.passed(gates.filter(({ state }) => state === 'passed').length)
    // An exception is no refusal.
    const isRefused = this.bad && exchange.response.status !== 500
    const refused = stopped.id === 'handler' ? own.refusedBy : own.refusedAt
    const [before, after] = isRefused ? refused : own.stoppedAt
    return html`${before}<b>${gateName(stopped.id, words)}</b>${after}${this.reason(stopped)}.`
  }

  /** A learner's guard refuses without a check of ours: what it gave as its reason may be any. */
  private get ownRefusal(): string | undefined {
    const { exchange, gates, own } = this
    const refused = exchange.trace.find((event) => event.kind === 'refused')
    const isReached = gates.some(({ id, state }) => id === 'handler' && state === 'passed')
    if (!exchange.own || !refused || isReached) return undefined
    return own.yours(refused.because.join(', '))
  }

  /** A handler may refuse in words of its own: often it passes on what another server said. */
  private get handlersOwn(): string {
    const { own } = this
    const status = callsOf(this.exchange).at(-1)?.response?.status
    return status !== undefined && status >= 400 ? own.itselfAfter(status) : own.itself
  }

  /** A handler that refuses has a reason of its own behind that it did. */
  private reason({ id, because, code, refusal }: GateView): string {
    const behind = (refusal?.because ?? [])
      .filter((reason) => reason !== code)
      .flatMap(
        (reason) => sentenceOf(this.words.because, reason) ?? wordOf(this.refusals, reason) ?? [],
      )
    if (id === 'form')
      return [because, ...behind, ...(code?.endsWith('-missing') ? this.noForm : [])].join(', ')
    return code === 'handler-refused' ? (behind[0] ?? because) : because
  }

  /** What came in the place of a form: its fields are missing for no other reason then. */
  private get noForm(): string[] {
    const { exchange, own } = this
    const type = mediaTypeOf(headerValue(receivedHeaders(exchange), 'content-type'))
    return ['', URLENCODED, MULTIPART].includes(type) ? [] : [own.noForm(type)]
  }

  /** A hop between two servers in one line, which leads to what crossed there. */
  private renderHop({ request, response }: Call, at: number) {
    const { client, auth } = this.words.exchange
    const { own } = this
    const came = response ? `${response.status} ${reasonPhrase(response.status)}` : own.noAnswer
    return html`<button
      type="button"
      class="hop"
      title=${own.showHop}
      @click=${() => tell(this, 'open-message', `hop-${at}`)}
    >
      ${own.hop(client, auth)}:
      <span class="mono" translate="no">${request.method} ${pathBelowLesson(request.url)}</span> → <b class=${response && response.status < 400 ? '' : 'bad'}>${came}</b>
    </button>`
  }

  private get own() {
    return answerWords[this.words.id]
  }
}

/** The path of a request between two servers, as their own routes have it. */
export const pathBelowLesson = (url: string): string =>
  new URL(url).pathname.replace(/^\/lessons\/[^/]+\/[^/]+/, '')

declare global {
  interface HTMLElementTagNameMap {
    'bp-answer': Answer
  }
}
