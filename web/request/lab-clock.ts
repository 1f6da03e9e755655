/** The clock that the lesson's servers live by: it runs, or stands where the learner put it. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Exchange, RequestDraft } from '../../lessons/exchange/exchange.ts'
import { base } from '../kit/base.ts'
import { utcTime } from '../kit/utc-time.ts'
import { clockWords } from '../words/clock.ts'
import type { Words } from '../words/en.ts'
import { newestExpiry } from './token-expiry.ts'
import { tell } from '../kit/tell.ts'

/** @fires clock-change with the time it is to stand at as detail; null to let it run */
@customElement('bp-lab-clock')
export class LabClock extends LitElement {
  static override styles = [
    base,
    css`
      :host([unfolded]) {
        flex: 1 1 100%;
      }
      details {
        border-radius: var(--radius-small);
        font-size: var(--small);
      }
      summary {
        width: fit-content;
        padding: var(--space-1) 0;
        color: var(--ink-2);
        cursor: pointer;
      }
      details:not([open], .moved) time {
        display: none;
      }
      summary:focus-visible {
        outline-offset: -2px;
      }
      summary b {
        margin-right: var(--space-2);
        font-weight: inherit;
      }
      time {
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      /* Moved or not, what is in it stands in the same place. */
      details[open],
      .moved {
        padding-inline: var(--space-3);
        border-left: 3px solid var(--line);
      }
      details[open] time {
        display: block;
      }
      details.moved {
        border-color: var(--wait);
        background: var(--wait-soft);
      }
      .moved summary {
        color: var(--ink);
      }
      .moved summary b,
      .expiry b {
        color: var(--wait);
        font-weight: 650;
      }
      .inner {
        display: grid;
        gap: var(--space-2);
        padding: var(--space-1) 0 var(--space-3);
      }
      .moments {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      .moments button {
        min-height: 44px;
      }
      @media (min-width: 760px) {
        .moments button {
          min-height: 32px;
        }
      }
      [aria-current='time'] {
        border-color: var(--wait);
        box-shadow: inset 0 -2px 0 var(--wait);
      }
    `,
  ]

  /** Where the learner put it; undefined while it runs. */
  @property({ attribute: false }) now: Date | undefined
  /** Of the lesson, oldest first. */
  @property({ attribute: false }) exchanges: readonly Exchange[] = []
  @property({ attribute: false }) draft!: RequestDraft
  @property({ attribute: false }) words!: Words

  /** Whatever page is open: with each, the clock is folded again. */
  @property({ attribute: false }) page: unknown
  /** Whether the page is about time. */
  @property({ type: Boolean }) wanted = false

  /** What a clock that runs shows. */
  @state() private running = new Date()
  @state() private announcement = ''
  @property({ type: Boolean, reflect: true }) unfolded = false
  private ticking: ReturnType<typeof setInterval> | undefined

  @query('.moments button') private firstMoment!: HTMLButtonElement

  override connectedCallback(): void {
    super.connectedCallback()
    this.ticking = setInterval(() => {
      if (!this.now) this.running = new Date()
    }, 1000)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.ticking)
  }

  /** Unfolds it, and moves the focus to the first of its moments. */
  override focus(): void {
    this.unfolded = true
    void this.updateComplete.then(() => this.firstMoment.focus())
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('page')) this.unfolded = this.wanted
    if (!changed.has('now')) return
    const before = changed.get('now') as Date | undefined
    if (this.now) {
      this.announcement = this.own.movedTo(this.utc(this.now))
      this.unfolded ||= !before
    } else if (before) {
      this.running = new Date()
      this.announcement = this.own.runsAgain
    }
  }

  override render() {
    const { own, now } = this
    const time = now ?? this.running
    const expiry = newestExpiry(this.exchanges, this.draft)
    return html`
      <details class=${now ? 'moved' : ''} ?open=${this.unfolded} @toggle=${this.onToggle}>
        <summary>
          <b>${own.label}: ${now ? own.stands : own.runs}</b>
          <time datetime=${time.toISOString()}
            >${own.here(local(time))} · ${this.utc(time)}</time
          >
        </summary>
        <div class="inner">
          <p>${own.meaning}</p>
          <div class="moments" role="group" aria-label=${own.move} aria-describedby="expiry">
            ${this.renderMoment(own.stop, () => new Date())}
            ${this.renderMoment(own.minute, () => new Date((now ?? new Date()).getTime() + 60_000))}
            ${this.renderMoment(own.before, at(expiry, -1), expiry)}
            ${this.renderMoment(own.at, at(expiry, 0), expiry)}
            ${this.renderMoment(own.after, at(expiry, 1), expiry)}
            ${
              now
                ? html`<button type="button" class="back" @click=${this.onBack}>${own.back}</button>`
                : nothing
            }
          </div>
          <p class="expiry" id="expiry">${this.renderExpiry(expiry, time)}</p>
          ${now ? html`<p>${own.still}</p>` : nothing}
        </div>
      </details>
      <p class="visually-hidden" role="status">${this.announcement}</p>
    `
  }

  /** A moment to go to; it cannot be gone to where its time is unknown. */
  private renderMoment(label: string, moment: (() => Date) | undefined, expiry?: number) {
    const stands = expiry !== undefined && moment?.().getTime() === this.now?.getTime()
    return html`<button
      type="button"
      aria-current=${stands ? 'time' : 'false'}
      ?disabled=${!moment}
      @click=${() => moment && this.move(moment())}
    >
      ${label}
    </button>`
  }

  private renderExpiry(expiry: number | undefined, time: Date) {
    const { own } = this
    if (expiry === undefined) return own.noToken
    // Servers count whole seconds.
    const left = expiry - Math.floor(time.getTime() / 1000)
    const state =
      left > 0
        ? own.left(this.duration(left))
        : left < 0
          ? own.over(this.duration(-left))
          : own.justOver
    return html`${own.newest(this.utc(new Date(expiry * 1000)))}: <b>${state}</b>`
  }

  private get own() {
    return clockWords[this.words.id]
  }

  private utc(time: Date): string {
    return this.own.utc(utcTime(time))
  }

  private duration(seconds: number): string {
    const minutes = Math.floor(seconds / 60)
    const hours = Math.floor(minutes / 60)
    return this.own.duration(Math.floor(hours / 24), hours % 24, minutes % 60, seconds % 60)
  }

  private onToggle(event: ToggleEvent) {
    this.unfolded = (event.target as HTMLDetailsElement).open
  }

  private readonly onBack = () => {
    this.move(null)
    // The button goes with the moved clock, and would take the focus along.
    this.firstMoment.focus()
  }

  private move(time: Date | null) {
    tell(this, 'clock-change', time?.getTime() ?? null)
  }
}

/** A moment so many seconds from a token's end. */
function at(expiry: number | undefined, seconds: number): (() => Date) | undefined {
  return expiry === undefined ? undefined : () => new Date((expiry + seconds) * 1000)
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-lab-clock': LabClock
  }
}

/** The time of day where the reader is, as both languages write it: a formatter of a locale would cost a visit 50 ms. */
const local = (time: Date): string => time.toTimeString().slice(0, 8)
