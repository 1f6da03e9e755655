/** The server's decisions as one line of gates: passed, stopped, not reached. */

import { html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Call } from '../../lessons/checks.ts'
import type { Gate } from '../../lessons/lesson.ts'
import type { Facts, Trace } from '../../server/security/trace.ts'
import { base } from '../kit/base.ts'
import type { Words } from '../words/en.ts'
import { sentenceOf, wordOf } from '../words/word-of.ts'
import { gatesStyles } from './gates-styles.ts'

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
      sentenceOf(words.because, `${because}-${gate}`, facts) ??
      sentenceOf(words.because, because, facts) ??
      because,
    by,
    code: because,
    facts,
    refusal: pass ? undefined : refused,
    region: expected.find(({ id }) => id === gate)?.region,
  }))
  const own = refused && ownGate(reached, refused, words)
  const seen = new Set(reached.map(({ id }) => id))
  // Once the handler has answered, nothing was left to be asked: a learner's own copy may ask less than ours.
  const isAnswered = reached.some(({ id, state }) => id === 'handler' && state === 'passed')
  const rest = (isAnswered ? [] : expected)
    .filter(({ id }) => !seen.has(id) && (!own || id === 'handler'))
    .map((gate): GateView => ({ ...gate, state: 'not-reached', because: words.gate.notReached }))
  return [...reached, ...(own ? [own] : []), ...rest]
}

/** Id of the gate that a learner's own dependency is. */
export const OWN_GATE = 'own'

/** A dependency of a learner's own writes no decision: that it refused shows in the refusal alone. */
function ownGate(
  reached: readonly GateView[],
  refusal: { status: number; because: string[] },
  words: Words,
): GateView | undefined {
  const isFound = reached.some(({ id }) => id === 'route')
  const isElse = reached.some(({ id, state }) => state === 'stopped' || id === 'handler')
  if (!isFound || isElse) return undefined
  const code = refusal.because[0] ?? ''
  const because = sentenceOf(words.because, code) ?? code
  return { id: OWN_GATE, state: 'stopped', because, code, refusal }
}

/** What a gate is called. */
export const gateName = (id: string, words: Words): string => wordOf(words.gates, id) ?? id

/** More gates than that have their names on two levels. */
const ONE_LEVEL = 7

export const SIGNS = { passed: '✓', stopped: '✕', 'not-reached': '–' }

/**
 * A gate and what it opens are cells of one grid: the gate stays in its place, what it opens has a row below all.
 *
 * @fires open-message with `hop-` and its number, to be led to a refusal that came from another server
 */
@customElement('bp-gates')
export class Gates extends LitElement {
  static override styles = [base, gatesStyles]

  @property({ attribute: false }) gates: GateView[] = []
  /** What the handler asked another server: those that came to nothing stand before it. */
  @property({ attribute: false }) calls: readonly Call[] = []
  @property({ attribute: false }) words!: Words

  /** Draws them: loaded with the first. */
  @state() private refusedCall: typeof import('./refused-call.ts').refusedCall | undefined

  /** The gate that is open; it stays so from one exchange to the next, to be compared. */
  @state() private opened: string | undefined

  @query('ol') private line!: HTMLElement

  override willUpdate(): void {
    if (this.stopped) void import('./gate-detail.ts')
    if (this.refusedCalls.length > 0) void this.loadCall()
  }

  private async loadCall(): Promise<void> {
    this.refusedCall = (await import('./refused-call.ts')).refusedCall
  }

  /** Settles once all that the gates say is there. */
  async whole(): Promise<void> {
    if (this.stopped) await import('./gate-detail.ts')
    await this.updateComplete
  }

  override updated(): void {
    const length = this.gates.length + this.refusedCalls.length
    this.line.style.setProperty('--gates', String(length))
    this.line.style.setProperty('--rows', String(Math.ceil(length / 2)))
  }

  override render() {
    const states: Record<GateView['state'], string> = {
      passed: this.words.gate.passed,
      stopped: this.words.gate.stopped,
      'not-reached': '',
    }
    return html`<ol
      aria-label=${this.words.decisions}
      class=${this.gates.length > ONE_LEVEL ? 'levels' : ''}
    >
      ${this.gates.map((gate) => {
        const { id, state, because } = gate
        return html`${id === 'handler' && state !== 'not-reached' ? this.refusedCalls.map((call) => this.refusedCall?.(call, this.calls.indexOf(call), this)) : nothing}<li class=${state} data-gate=${id}>
            <button aria-expanded=${id === this.opened} @click=${() => this.toggle(id)}>
              <b
                ><span class="dot" aria-hidden="true">${SIGNS[state]}</span>
                <span class="name">${gateName(id, this.words)}</span><span class="visually-hidden"
                  >, ${states[state]}</span
                ></b
              >
              <span class="why">${because}</span>
            </button>
            ${this.renderDetail(gate)}
          </li>`
      })}
    </ol>`
  }

  private get refusedCalls(): Call[] {
    return this.calls.filter(({ response }) => !response || response.status >= 400)
  }

  /** All of the gate that was opened; of the one that stopped the request, its reason is there at once. */
  private renderDetail(gate: GateView) {
    const isOpened = gate.id === this.opened
    if (!isOpened && gate !== this.stopped) return nothing
    return html`<bp-gate-detail
      ?brief=${!isOpened}
      .gate=${gate}
      .words=${this.words}
    ></bp-gate-detail>`
  }

  private get stopped(): GateView | undefined {
    return this.gates.find(({ state }) => state === 'stopped')
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
