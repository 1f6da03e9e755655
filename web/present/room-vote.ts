/** A room's vote: a prediction's answers in large letters, hands counted beside each, and what came in the end. */

import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '../kit/base.ts'
import { prose } from '../kit/prose-styles.ts'
import { tell } from '../kit/tell.ts'
import '../lesson/prose-elements.ts'
import { presentWords } from '../words/present.ts'
import type { PresentCommand } from './present-command.ts'
import { handsIn, NO_VOTE, type Vote } from './votes.ts'

/** @fires present-command with what is to be counted */
@customElement('bp-room-vote')
export class RoomVote extends LitElement {
  static override styles = [
    base,
    prose,
    css`
      .ask {
        max-width: 44em;
        margin-bottom: 1em;
        font-size: var(--text);
        line-height: 1.45;
      }
      ol {
        display: grid;
        gap: 0.6em;
        padding: 0;
        list-style: none;
        font-size: var(--text);
      }
      li {
        position: relative;
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 0 0.8em;
        align-items: center;
        margin: 0 !important;
        padding: 0.5em 0.8em;
        border: 2px solid var(--edge);
        border-radius: var(--radius);
        background: var(--sheet);
        line-height: 1.35;
      }
      .number {
        color: var(--ink-2);
        font: 650 1em / 1.35 var(--mono);
      }
      .count {
        display: grid;
        grid-auto-flow: column;
        gap: 0.4em;
        align-items: center;
      }
      .hands {
        min-width: 1.6em;
        font-weight: 700;
        font-variant-numeric: tabular-nums;
        text-align: end;
      }
      .count button {
        min-width: 2em;
        min-height: 2em;
        padding: 0;
        font-size: inherit;
        line-height: 1;
      }
      @media (pointer: coarse) {
        .count button,
        .foot button {
          min-width: max(2em, 44px);
          min-height: max(2em, 44px);
        }
      }
      .bar {
        grid-column: 2 / -1;
        height: 0.35em;
        margin-top: 0.35em;
        border-radius: 1em;
        background: var(--sunk);
        overflow: hidden;
      }
      svg {
        display: block;
        width: 100%;
        height: 100%;
      }
      rect {
        fill: var(--ink-2);
      }
      .came {
        border-color: var(--pass);
        background: var(--pass-soft);
      }
      .came rect {
        fill: var(--pass);
      }
      .mark {
        grid-column: 2 / -1;
        color: var(--pass);
        font-weight: 650;
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4em 1em;
        align-items: center;
        min-height: 2.4em;
        margin-top: 0.8em;
        color: var(--ink-2);
        font-size: var(--small);
      }
      .foot button {
        font-size: inherit;
      }
    `,
  ]

  @property({ attribute: false }) ask: TemplateResult | undefined
  @property({ attribute: false }) options: readonly { id: string; text?: TemplateResult }[] = []
  @property({ attribute: false }) vote: Vote = NO_VOTE
  /** Whether hands are hidden until the vote is closed. */
  @property({ type: Boolean }) hides = false
  /** Whether what came is shown beside them, and which option that was. */
  @property({ type: Boolean }) isResult = false
  @property({ attribute: false }) came: string | undefined
  @property() language: 'en' | 'ko' = 'en'

  private get own() {
    return presentWords[this.language]
  }

  /** Brings into view what came. */
  showNewest(): void {
    this.renderRoot.querySelector('.came')?.scrollIntoView({ block: 'nearest' })
  }

  override render() {
    const { own, vote } = this
    const all = handsIn(vote)
    return html`
      <div class="ask">${this.ask}</div>
      <ol>
        ${this.options.map((option, place) => this.renderOption(option, place, all))}
      </ol>
      <p class="foot">
        <span role="status">${own.handsOf(all)}</span>
        ${this.isHidden ? html`<span>${own.hidden}</span>` : nothing}
        ${this.isResult && this.came === undefined ? html`<span>${own.noneCame}</span>` : nothing}
        ${
          this.isResult
            ? nothing
            : html`<button type="button" @click=${() => this.wish({ kind: 'close-vote' })}>
                ${vote.isClosed ? own.open : own.close}
              </button>`
        }
      </p>
    `
  }

  private get isHidden(): boolean {
    return this.hides && !this.vote.isClosed && !this.isResult
  }

  private renderOption(
    { id, text }: { id: string; text?: TemplateResult },
    place: number,
    all: number,
  ) {
    const { own, vote, isResult } = this
    const hands = vote.hands[id] ?? 0
    const isCame = isResult && this.came === id
    const isCounting = !isResult && !vote.isClosed
    return html`<li class=${isCame ? 'came' : ''}>
      <span class="number" aria-hidden="true">${place + 1}</span>
      <span>${text}</span>
      <span class="count">
        ${
          isCounting
            ? html`<button
                  type="button"
                  aria-label=${own.remove(place + 1)}
                  @click=${() => this.wish({ kind: 'vote', option: place, by: -1 })}
                >
                  −
                </button>`
            : nothing
        }
        <span class="hands">${this.isHidden ? '·' : hands}</span>
        ${
          isCounting
            ? html`<button
                  type="button"
                  aria-label=${own.add(place + 1)}
                  @click=${() => this.wish({ kind: 'vote', option: place, by: 1 })}
                >
                  +
                </button>`
            : nothing
        }
      </span>
      <span class="bar" aria-hidden="true"
        ><svg><rect width="${this.isHidden || all === 0 ? 0 : (100 * hands) / all}%" height="100%" /></svg
      ></span>
      ${isCame ? html`<span class="mark">✓ ${own.came}</span>` : nothing}
    </li>`
  }

  private wish(command: PresentCommand) {
    tell(this, 'present-command', command)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-room-vote': RoomVote
  }
}
