/** The time in a claim: here, in UTC, and how long until it comes, counted down second by second. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '../kit/base.ts'
import { tokenWords } from '../words/token.ts'
import { claimTime, spanOf, type TimeClaim } from './claim-time.ts'

@customElement('bp-claim-time')
export class ClaimTimeView extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        font-size: var(--small);
        font-variant-numeric: tabular-nums;
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 0 var(--space-3);
      }
      dt {
        color: var(--ink-2);
      }
      .left {
        min-height: 1.6em;
        font-weight: 600;
      }
      .over {
        color: var(--stop);
      }
      .note {
        margin-top: var(--space-1);
        padding: var(--space-1) var(--space-2);
        border-left: 3px solid var(--wait);
        background: var(--wait-soft);
      }
    `,
  ]

  @property() claim: TimeClaim = 'exp'
  /** What the claim says, whatever it is. */
  @property({ attribute: false }) value: unknown
  /** The time that counts; undefined for this machine's clock, which ticks. */
  @property({ attribute: false }) now: Date | undefined
  @property() language: 'en' | 'ko' = 'en'

  private ticking: ReturnType<typeof setTimeout> | undefined

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.ticking)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.requestUpdate()
  }

  /** On the second, so that several of them change at once. */
  override updated(): void {
    clearTimeout(this.ticking)
    if (this.now || !this.isConnected) return
    this.ticking = setTimeout(() => this.requestUpdate(), 1000 - (Date.now() % 1000))
  }

  override render() {
    const words = tokenWords[this.language].time
    const time = claimTime(this.value)
    if (time.kind !== 'time') return html`<p class="note">${words[time.kind]}</p>`
    const { at, meant } = time
    const { text, over } = this.left(at)
    return html`
      <p class="left ${over ? 'over' : ''}" role="timer">${text}</p>
      <dl>
        <dt>${words.local}</dt>
        <dd><time datetime=${at.toISOString()}>${this.written(at)}</time></dd>
        <dt>${words.utc}</dt>
        <dd><time datetime=${at.toISOString()}>${this.written(at, 'UTC')}</time></dd>
      </dl>
      ${
        meant
          ? html`<p class="note">
              ${words.milliseconds(String(at.getUTCFullYear()), this.written(meant))}
            </p>`
          : nothing
      }
    `
  }

  /** How long until a time, or since; a token ends at the very second that `exp` names. */
  private left(at: Date): { text: string; over: boolean } {
    const words = tokenWords[this.language].time
    const now = Math.floor((this.now ?? new Date()).getTime() / 1000)
    const seconds = at.getTime() / 1000 - now
    const { future, past } = words[this.claim]
    const span = spanOf(Math.floor(Math.abs(seconds)))
      .map(([count, unit]) => words.span[unit](count))
      .join(' ')
    const isFuture = seconds > 0
    const over = this.claim === 'exp' ? !isFuture : isFuture
    return { text: (isFuture ? future : past)(span), over }
  }

  private written(time: Date, timeZone?: string): string {
    return new Intl.DateTimeFormat(this.language, {
      dateStyle: 'medium',
      timeStyle: 'medium',
      ...(timeZone && { timeZone }),
    }).format(time)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-claim-time': ClaimTimeView
  }
}
