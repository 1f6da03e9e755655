/** The gates of a request in large letters: those that were reached so far, and those still ahead. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { gateName, type GateView, SIGNS } from '../exchange/gates.ts'
import { base } from '../kit/base.ts'
import type { Words } from '../words/en.ts'
import { presentWords } from '../words/present.ts'

/** More gates than that stand in two rows. */
const ONE_ROW = 8

/** A row has room for so many, so that few do not stand apart. */
const FEWEST = 5

@customElement('bp-room-gates')
export class RoomGates extends LitElement {
  static override styles = [
    base,
    css`
      ol {
        display: grid;
        /* Rows of about the same length, each gate as wide as its name at least. */
        grid-template-columns: repeat(
          auto-fill,
          minmax(max(calc(var(--small) * 5.4), calc(100% / var(--columns, 7))), 1fr)
        );
        overflow-x: clip;
        padding-top: 5px;
        gap: 0.8em 0;
        list-style: none;
        font-size: var(--small);
      }
      li {
        position: relative;
        display: grid;
        justify-items: center;
        align-content: start;
        gap: 0.35em;
        padding: 0 0.2em;
        line-height: 1.25;
        text-align: center;
        overflow-wrap: break-word;
        hyphens: auto;
      }
      /* The way from the gate before; a row begins with none in sight. */
      li + li::before {
        content: '';
        position: absolute;
        top: 0.85em;
        right: 50%;
        width: 100%;
        border-top: 2px solid var(--line);
      }
      li.passed::before,
      li.stopped::before {
        border-color: var(--pass);
      }
      .dot {
        position: relative;
        z-index: 1;
        display: grid;
        place-content: center;
        width: 1.8em;
        height: 1.8em;
        border: 2px solid var(--pass);
        border-radius: 50%;
        background: var(--pass);
        color: var(--sheet);
        font-weight: 700;
        line-height: 1;
      }
      .stopped .dot {
        border-color: var(--stop);
        background: var(--stop);
      }
      .stopped {
        color: var(--stop);
        font-weight: 700;
      }
      .ahead .dot {
        border-style: dashed;
        border-color: var(--edge);
        background: var(--paper);
      }
      .ahead {
        color: var(--ink-2);
      }
      .now {
        font-weight: 700;
      }
      .now .dot {
        outline: 2px solid currentColor;
        outline-offset: 3px;
      }
      .now.passed .dot {
        outline-color: var(--pass);
      }
      /* There from the start: what is below stays where it is. */
      .because {
        min-height: 1.4em;
        margin-top: 0.6em;
        font-size: var(--text);
        line-height: 1.4;
      }
      .because b {
        font-weight: 650;
      }
      .because .stop {
        color: var(--stop);
      }
      @media (max-width: 700px) {
        ol {
          gap: 0.5em 0;
        }
      }
    `,
  ]

  @property({ attribute: false }) gates: readonly GateView[] = []
  /** How many are shown; none is now where that is nothing. */
  @property({ type: Number }) shown = 0
  /** Whether the last one that is shown is spoken of. */
  @property({ type: Boolean }) speaks = false
  @property({ attribute: false }) words!: Words

  @query('ol') private line!: HTMLElement

  override updated(): void {
    const { length } = this.gates
    const rows = Math.ceil(length / ONE_ROW)
    this.line.style.setProperty('--columns', String(Math.max(FEWEST, Math.ceil(length / rows))))
  }

  /** Brings the gate that is spoken of into view, and what is said of it. */
  showNewest(): void {
    for (const shown of this.renderRoot.querySelectorAll('.now, .because'))
      shown.scrollIntoView({ block: 'nearest' })
  }

  override render() {
    const { gates, shown, words, speaks } = this
    const now = gates[shown - 1]
    return html`<ol aria-label=${words.decisions}>
        ${gates.map((gate, place) => this.renderGate(gate, place))}
      </ol>
      <p class="because" role="status">
        ${
          speaks && now
            ? html`<b class=${now.state === 'stopped' ? 'stop' : ''}>${gateName(now.id, words)}</b> — ${now.because}`
            : nothing
        }
      </p>`
  }

  private renderGate({ id, state }: GateView, place: number) {
    const { shown, words, speaks } = this
    const isAhead = place >= shown
    const kind = isAhead ? 'ahead' : state
    const said = isAhead
      ? presentWords[words.id].ahead
      : state === 'stopped'
        ? words.gate.stopped
        : words.gate.passed
    return html`<li class="${kind} ${speaks && place === shown - 1 ? 'now' : ''}">
      <span class="dot" aria-hidden="true">${isAhead ? '' : SIGNS[state]}</span>
      <span>${gateName(id, words)}<span class="visually-hidden">, ${said}</span></span>
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-room-gates': RoomGates
  }
}
