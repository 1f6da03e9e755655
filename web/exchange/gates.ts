/** The server's decisions as a row of gates: passed, stopped, not reached. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Gate } from '../../lessons/lesson.ts'
import type { Facts, Trace } from '../../server/security/trace.ts'
import { base } from '../kit/base.ts'
import type { Words } from '../words/en.ts'

export interface GateView {
  id: string
  state: 'passed' | 'stopped' | 'not-reached'
  because: string
  /** Of a gate reached: who asked, the reason as a code, and what was found. */
  by?: string
  code?: string
  facts?: Facts
  /** Of the gate that stopped the request: the status that came of it, and the private reasons, nearest first. */
  refusal?: { status: number; because: string[] } | undefined
  /** Where it stands in the source on screen. */
  region?: string | undefined
}

/**
 * The gates of an exchange: those its trace speaks of, then those the route would have had.
 *
 * @param expected gates of the route, in order.
 */
export function gatesOf(trace: Trace, expected: readonly Gate[], words: Words): GateView[] {
  const decisions = trace.filter((event) => event.kind === 'decided')
  const refused = trace.find((event) => event.kind === 'refused')
  const reached = decisions.map(({ by, gate, pass, because, facts = {} }): GateView => ({
    id: gate,
    state: pass ? 'passed' : 'stopped',
    // What some gates hand on says more than that they do.
    because:
      (wordOf(words.because, `${because}-${gate}`) ?? wordOf(words.because, because))?.(facts) ??
      because,
    by,
    code: because,
    facts,
    refusal: pass ? undefined : refused,
    region: expected.find(({ id }) => id === gate)?.region,
  }))
  const seen = new Set(reached.map(({ id }) => id))
  const rest = expected
    .filter(({ id }) => !seen.has(id))
    .map((gate): GateView => ({ ...gate, state: 'not-reached', because: words.gate.notReached }))
  return [...reached, ...rest]
}

/** What a gate is called. */
export const gateName = (id: string, words: Words): string => wordOf(words.gates, id) ?? id

/** A word of a table; ids come from outside, so that one may be called `constructor`. */
export function wordOf<Word>(table: Record<string, Word>, id: string): Word | undefined {
  return Object.hasOwn(table, id) ? table[id] : undefined
}

/** How many gates stand side by side: as many as have room for their reasons, in rows of like length. */
function columnsFor(gates: number): number {
  return Math.ceil(gates / Math.ceil(gates / 5)) || 1
}

export const SIGNS = { passed: '✓', stopped: '✕', 'not-reached': '–' }

/** A gate and what it opens are cells of one grid: the gate stays in its place, what it opens has a row below all. */
@customElement('bp-gates')
export class Gates extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        container-type: inline-size;
      }
      ol {
        display: grid;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        overflow: hidden;
        list-style: none;
      }
      li {
        display: contents;
      }
      button {
        position: relative;
        display: grid;
        grid-template-columns: 8em minmax(0, 1fr);
        gap: 0 var(--space-2);
        align-content: start;
        min-height: 44px;
        padding: var(--space-2) var(--space-3);
        border: 2px solid transparent;
        border-radius: 0;
        box-shadow: 1px 1px 0 0 var(--line);
        font-size: var(--small);
        line-height: 1.45;
        text-align: start;
        color: inherit;
      }
      button:hover,
      [aria-expanded='true'] {
        border-color: var(--accent);
        color: inherit;
      }
      button:focus-visible {
        outline-offset: -4px;
      }
      b::after {
        content: '▾' / '';
        position: absolute;
        right: 3px;
        color: var(--ink-2);
        font-weight: 400;
      }
      [aria-expanded='true'] b::after {
        content: '▴' / '';
      }
      bp-gate-detail {
        grid-column: 1 / -1;
      }
      b {
        font-weight: 650;
      }
      /* Side by side only where every gate has room for its reason. */
      @container (min-width: 520px) {
        ol {
          grid-template-columns: repeat(5, minmax(0, 1fr));
        }
        ol[data-columns='5'] {
          grid-template-columns: repeat(5, minmax(0, 1fr));
        }
        ol[data-columns='4'] {
          grid-template-columns: repeat(4, minmax(0, 1fr));
        }
        ol[data-columns='3'] {
          grid-template-columns: repeat(3, minmax(0, 1fr));
        }
        ol[data-columns='2'] {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
        ol[data-columns='1'] {
          grid-template-columns: minmax(0, 1fr);
        }
        button {
          grid-template-columns: minmax(0, 1fr);
        }
        bp-gate-detail {
          order: 1;
        }
      }
      .passed button {
        background: var(--pass-soft);
      }
      .passed b {
        color: var(--pass);
      }
      .stopped button {
        border-color: var(--stop);
        background: var(--stop-soft);
      }
      .stopped b {
        color: var(--stop);
      }
      .not-reached button {
        background: repeating-linear-gradient(-45deg, transparent 0 7px, var(--sunk) 7px 8px);
        color: var(--ink-2);
      }
    `,
  ]

  @property({ attribute: false }) gates: GateView[] = []
  @property({ attribute: false }) words!: Words

  /** The gate that is open; it stays so from one exchange to the next, to be compared. */
  @state() private opened: string | undefined

  override render() {
    const states: Record<GateView['state'], string> = {
      passed: this.words.gate.passed,
      stopped: this.words.gate.stopped,
      'not-reached': '',
    }
    return html`<ol aria-label=${this.words.decisions} data-columns=${columnsFor(this.gates.length)}>
      ${this.gates.map((gate) => {
        const { id, state, because } = gate
        return html`<li class=${state} data-gate=${id}>
            <button aria-expanded=${id === this.opened} @click=${() => this.toggle(id)}>
              <b
                ><span aria-hidden="true">${SIGNS[state]}</span> ${gateName(id, this.words)}<span
                  class="visually-hidden"
                  >, ${states[state]}</span
                ></b
              >
              ${because}
            </button>
            ${
              id === this.opened
                ? html`<bp-gate-detail .gate=${gate} .words=${this.words}></bp-gate-detail>`
                : nothing
            }
          </li>`
      })}
    </ol>`
  }

  private toggle(id: string) {
    void import('./gate-detail.ts')
    this.opened = id === this.opened ? undefined : id
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-gates': Gates
  }
}
