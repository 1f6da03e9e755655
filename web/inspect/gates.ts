/** The server's decisions as a row of gates: passed, stopped, not reached. */

import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Trace } from '../../server/security/trace.ts'
import { base } from '../kit/base.ts'
import type { Words } from '../words/en.ts'

export interface GateView {
  id: string
  state: 'passed' | 'stopped' | 'not-reached'
  because: string
}

/**
 * The gates of an exchange: those its trace speaks of, then those the route would have had.
 *
 * @param expected gate ids of the route, in order.
 */
export function gatesOf(trace: Trace, expected: string[], words: Words): GateView[] {
  const decisions = trace.filter((event) => event.kind === 'decided')
  const reached = decisions.map(({ gate, pass, because, facts }): GateView => ({
    id: gate,
    state: pass ? 'passed' : 'stopped',
    because: wordOf(words.because, because)?.(facts ?? {}) ?? because,
  }))
  const seen = new Set(reached.map(({ id }) => id))
  const rest = expected
    .filter((id) => !seen.has(id))
    .map((id): GateView => ({ id, state: 'not-reached', because: words.gate.notReached }))
  return [...reached, ...rest]
}

/** A word of a table; ids come from outside, so that one may be called `constructor`. */
function wordOf<Word>(table: Record<string, Word>, id: string): Word | undefined {
  return Object.hasOwn(table, id) ? table[id] : undefined
}

/** How many gates stand side by side: as many as have room for their reasons, in rows of like length. */
function columnsFor(gates: number): number {
  return Math.ceil(gates / Math.ceil(gates / 6)) || 1
}

const SIGNS = { passed: '✓', stopped: '✕', 'not-reached': '–' }

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
        background: var(--sheet);
        overflow: hidden;
        list-style: none;
      }
      li {
        padding: var(--space-2) var(--space-3);
        border: 2px solid transparent;
        box-shadow: 1px 1px 0 0 var(--line);
        font-size: var(--small);
        line-height: 1.45;
      }
      b {
        display: inline-block;
        min-width: 6.5em;
        font-weight: 650;
      }
      /* Side by side only where every gate has room for its reason. */
      @container (min-width: 520px) {
        ol {
          grid-template-columns: repeat(6, minmax(0, 1fr));
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
        b {
          display: block;
        }
      }
      .passed {
        background: var(--pass-soft);
      }
      .passed b {
        color: var(--pass);
      }
      .stopped {
        border-color: var(--stop);
        background: var(--stop-soft);
      }
      .stopped b {
        color: var(--stop);
      }
      .not-reached {
        background: repeating-linear-gradient(-45deg, transparent 0 7px, var(--sunk) 7px 8px);
        color: var(--ink-2);
      }
    `,
  ]

  @property({ attribute: false }) gates: GateView[] = []
  @property({ attribute: false }) words!: Words

  override render() {
    const states = {
      passed: this.words.gate.passed,
      stopped: this.words.gate.stopped,
      'not-reached': '',
    }
    return html`<ol aria-label=${this.words.decisions} data-columns=${columnsFor(this.gates.length)}>
      ${this.gates.map(
        ({ id, state, because }) =>
          html`<li class=${state} data-gate=${id}>
            <b
              ><span aria-hidden="true">${SIGNS[state]}</span> ${wordOf(this.words.gates, id) ?? id}<span
                class="visually-hidden"
                >, ${states[state]}</span
              ></b
            >
            ${because}
          </li>`,
      )}
    </ol>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-gates': Gates
  }
}
