/** Everything that crossed the wire, newest first. */

import { html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { ifDefined } from 'lit/directives/if-defined.js'
import { headerValue, receivedHeaders } from '../../lessons/exchange/headers.ts'
import type { Exchange } from '../../lessons/exchange/exchange.ts'
import { reasonPhrase } from '../exchange/reason-phrases.ts'
import { base } from '../kit/base.ts'
import { Masking } from '../kit/masking.ts'
import { hideInHeader, hideSecrets } from '../kit/secrets.ts'
import { utcTimeOfDay } from '../kit/utc-time.ts'
import { clockWords } from '../words/clock.ts'
import { comparisonWords } from '../words/comparison.ts'
import { journalWords } from '../words/journal.ts'
import { scriptWords } from '../words/script.ts'
import type { Words } from '../words/en.ts'
import type { ComparisonDialog } from '../exchange/comparison-dialog.ts'
import { tell } from '../kit/tell.ts'
import { draftOf } from '../state/draft-edits.ts'
import { JOURNAL_LIMIT } from '../state/journal.ts'
import { journalStyles } from './journal-styles.ts'

/**
 * @fires show-exchange with an exchange's id as detail
 * @fires clear-journal
 */
@customElement('bp-journal')
export class Journal extends LitElement {
  static override styles = [base, journalStyles]

  /** Oldest first. */
  @property({ attribute: false }) exchanges: readonly Exchange[] = []
  /** Id of the exchange on the bench. */
  @property({ type: Number }) shown = 0
  @property({ attribute: false }) words!: Words

  /** Whether a row chooses what to compare, instead of showing it. */
  @state() private choosing = false
  /** Id of the exchange that waits for another to be compared with. */
  @state() private chosenId: number | undefined
  /** The earlier one and the later one of those compared. */
  @state() private pair: readonly [Exchange, Exchange] | undefined

  /** Which one was kept for the script last, and what came of it. */
  @state() private keptId: number | undefined
  @state() private kept = ''

  private readonly masking = new Masking(this)

  @query('bp-comparison-dialog') private dialog!: ComparisonDialog

  override render() {
    const { words } = this
    if (this.exchanges.length === 0)
      return html`<p class="small">${journalWords[words.id].empty}</p>`
    return html`
      ${this.exchanges.length > 1 ? this.renderChoice() : nothing}
      <ol>
        ${this.exchanges.toReversed().map((exchange) => this.renderExchange(exchange))}
      </ol>
      ${
        this.exchanges.length < JOURNAL_LIMIT
          ? nothing
          : html`<p class="small">${journalWords[words.id].older(JOURNAL_LIMIT)}</p>`
      }
      <p class="small kept" role="status">${this.kept}</p>
      <button @click=${() => tell(this, 'clear-journal')}>
        ${journalWords[words.id].clear}
      </button>
      <bp-comparison-dialog .pair=${this.pair} .words=${words}></bp-comparison-dialog>
    `
  }

  /** Turns choosing on and off, and says what to choose. */
  private renderChoice() {
    const { own, choosing, chosen } = this
    const wanted = chosen ? own.chooseOther(chosen.id) : own.chooseTwo
    return html`<div class="choice">
      <button aria-pressed=${choosing} @click=${this.onChoosing}>${own.choose}</button>
      <p role="status">${choosing ? wanted : nothing}</p>
    </div>`
  }

  private renderExchange(exchange: Exchange) {
    const { id, lesson, request, response, mode, origin, now, milliseconds } = exchange
    const { words, choosing } = this
    const { authorization, cookie, others } = this.credentialsOf(exchange)
    const credentials = authorization || cookie || journalWords[words.id].bare
    const isChosen = choosing && exchange === this.chosen
    return html`<li>
      <button
        class="exchange"
        aria-current=${id === this.shown}
        aria-pressed=${ifDefined(choosing ? isChosen : undefined)}
        @click=${() => (choosing ? this.choose(exchange) : this.show(id))}
      >
        <span class="mono small number"
          >${id}${
            choosing
              ? html`<br /><span class="box" aria-hidden="true">${isChosen ? '☑' : '☐'}</span>`
              : nothing
          }</span
        >
        <span class="mono line">${request.method} ${this.masking.shown(placeOf(request.url, lesson), hideSecrets)}</span>
        <span class="mono status ${response.status < 400 ? 'good' : 'bad'}"
          >${response.status} ${reasonPhrase(response.status)}</span
        >
        <span class="small note line"
          >${this.areOfSeveral ? html`<span translate="no">${lesson}</span> · ` : nothing}${[credentials, ...others, usernameIn(exchange)].filter(Boolean).map(brief).join(' · ')} ·
          ${origin === 'docs' ? words.exchange.fromDocs : words.exchange.by[mode]} ·
          ${words.exchange.milliseconds(milliseconds)}</span
        >
        ${
          now === undefined
            ? nothing
            : html`<span class="small note clock">◷ ${clockWords[words.id].row(utcTimeOfDay(now))}</span>`
        }
      </button>
      ${
        choosing
          ? nothing
          : html`<button
              class="plain keep"
              title=${scriptWords[words.id].keep}
              aria-label=${scriptWords[words.id].keepNumber(id)}
              @click=${() => this.keep(exchange)}
            >
              ${this.keptId === id ? '✓ ' : ''}${scriptWords[words.id].keepShort}
            </button>`
      }
    </li>`
  }

  /**
   * What came along to be let in, as it may be shown; empty for none. The browser adds a cookie by itself. Other headers
   * that were written by hand are what two rows may differ in.
   */
  private credentialsOf(exchange: Exchange) {
    const shown = (headers: [string, string][], name: string, before = '') => {
      const value = headerValue(headers, name)
      return value ? before + this.masking.shown(value, (text) => hideInHeader(name, text)) : ''
    }
    return {
      authorization: shown(exchange.request.headers, 'authorization'),
      cookie: shown(receivedHeaders(exchange), 'cookie', 'Cookie: '),
      others: exchange.request.headers
        .filter(([name]) => !/^(authorization|cookie|content-type)$/i.test(name))
        .map(([name]) => shown(exchange.request.headers, name, `${name}: `)),
    }
  }

  /** Whether the lesson has to be said: the same path is another server's in another one. */
  private get areOfSeveral(): boolean {
    return this.exchanges.some(({ lesson }) => lesson !== this.exchanges[0]?.lesson)
  }

  private get own() {
    return comparisonWords[this.words.id]
  }

  /** The one that waits for another. */
  private get chosen(): Exchange | undefined {
    return this.exchanges.find(({ id }) => id === this.chosenId)
  }

  private show(detail: number) {
    tell(this, 'show-exchange', detail)
  }

  /** Puts it at the end of the script; from the page it was sent from, where that is one of the lesson's. */
  private async keep(exchange: Exchange) {
    const { keepForScript } = await import('../request/keep-for-script.ts')
    const { lesson, page } = exchange
    const draft = draftOf(exchange)
    this.kept = await keepForScript({ lesson, page, draft }, this.words.id)
    if (this.kept !== scriptWords[this.words.id].full) this.keptId = exchange.id
  }

  /** The one on the bench is the one most people mean. */
  private onChoosing() {
    this.choosing = !this.choosing
    this.chosenId = this.choosing ? this.shown : undefined
  }

  /** The first choice waits, the second opens both; the first again takes it back. */
  private choose(exchange: Exchange) {
    const { chosen } = this
    this.chosenId = chosen ? undefined : exchange.id
    if (!chosen || chosen === exchange) return
    this.choosing = false
    this.pair = chosen.id < exchange.id ? [chosen, exchange] : [exchange, chosen]
    void this.compare()
  }

  private async compare() {
    await import('../exchange/comparison-dialog.ts')
    // The tab may have been closed meanwhile.
    if (!this.isConnected) return
    await this.dialog.updateComplete
    this.dialog.open()
  }
}

/** A header value short enough for a row: the exchange has all of it. */
function brief(value: string): string {
  return value.length > 32 ? `${value.slice(0, 24)}…` : value
}

/** Whose login it was, which rows of the same path may differ in; empty for what is no login. */
function usernameIn({ request: { headers, body } }: Exchange): string {
  if (!/urlencoded/i.test(headerValue(headers, 'content-type') ?? '')) return ''
  const username = new URLSearchParams(body).get('username')
  return username === null ? '' : `username=${username}`
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
