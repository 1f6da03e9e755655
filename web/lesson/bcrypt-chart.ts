/** How long one bcrypt check takes at several costs, measured on the learner's machine and drawn as bars. */

import { consume } from '@lit/context'
import { css, html, LitElement, nothing, svg } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Language } from '../../lessons/lesson.ts'
import { base } from '../kit/base.ts'
import { figureStyles } from './figure-styles.ts'
import { bcryptWords } from '../words/bcrypt.ts'
import { type Measure, measureBcrypt } from './bcrypt-measure.ts'
import { type LessonContext, lessonContext } from './lesson-context.ts'

const COSTS = [4, 8, 10, 12] as const

/** The two costs whose ratio is told: both take long enough to be compared. */
const COMPARED = [10, 12] as const

/** How far a ratio may be from what is due before something else must have kept the machine busy. */
const NOISE = 0.25

@customElement('bp-bcrypt-chart')
export class BcryptChart extends LitElement {
  static override styles = [
    base,
    figureStyles,
    css`
      table {
        width: 100%;
        margin: var(--space-3) 0;
        border-collapse: collapse;
        font-size: var(--small);
      }
      th {
        padding: var(--space-1) var(--space-3) var(--space-1) 0;
        font-weight: 600;
        text-align: start;
        white-space: nowrap;
      }
      thead th {
        color: var(--ink-2);
      }
      tbody th {
        width: 1%;
        font-variant-numeric: tabular-nums;
      }
      td {
        padding: var(--space-1) 0;
      }
      .bar {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 5em;
        gap: var(--space-2);
        align-items: center;
      }
      svg {
        display: block;
        width: 100%;
        height: 20px;
        border-left: 1px solid var(--edge);
      }
      rect {
        fill: var(--accent);
      }
      .value {
        font-variant-numeric: tabular-nums;
        text-align: end;
        white-space: nowrap;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-3);
        align-items: center;
        margin-top: var(--space-3);
      }
      progress {
        flex: 1;
        min-width: 80px;
        accent-color: var(--accent);
      }
      .scale {
        margin-top: var(--space-3);
      }
      @media (max-width: 759px) {
        button {
          min-height: 44px;
        }
      }
      @media (prefers-reduced-motion: no-preference) {
        rect {
          transition: width 0.4s ease-out;
        }
      }
    `,
  ]

  /** Who measures. */
  @property({ attribute: false }) measure: Measure = measureBcrypt

  @consume({ context: lessonContext, subscribe: true })
  @state()
  private context: LessonContext | undefined

  @state() private phase: 'open' | 'running' | 'done' | 'cancelled' | 'failed' = 'open'
  /** Milliseconds of one check, by cost. */
  @state() private times: ReadonlyMap<number, number> = new Map()

  @query('.measure') private measureButton!: HTMLButtonElement
  @query('.cancel') private cancelButton!: HTMLButtonElement | null

  private running: AbortController | undefined

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.onCancel()
  }

  override render() {
    const language = this.context?.words.id
    if (!language) return nothing
    const words = bcryptWords[language]
    const running = this.phase === 'running'
    return html`
      <h2 id="title">${words.title}</h2>
      <p class="small">${words.about}</p>
      <table aria-labelledby="title">
        <thead>
          <tr>
            <th scope="col">${words.cost}</th>
            <th scope="col">${words.time}</th>
          </tr>
        </thead>
        <tbody>
          ${COSTS.map((cost) => this.renderRow(cost, language))}
        </tbody>
      </table>
      <div role="status">${this.renderStatus(language)}</div>
      <div class="row">
        <button class="measure" ?disabled=${running} @click=${this.onMeasure}>
          ${this.phase === 'done' ? words.again : words.measure}
        </button>
        ${running ? this.renderRunning(language) : nothing}
      </div>
      ${this.times.size > 0 ? html`<p class="small scale">${words.scale}</p>` : nothing}
    `
  }

  /** What the whole width stands for; while costs are still to come, what they will take by doubling. */
  private get longest(): number {
    const coming = [...this.times].map(([cost, time], index) =>
      index === this.times.size - 1 ? time * 2 ** (COSTS.at(-1)! - cost) : time,
    )
    return Math.max(...coming)
  }

  private renderRow(cost: number, language: Language) {
    const time = this.times.get(cost)
    const share = time === undefined ? 0 : time / this.longest
    return html`<tr>
      <th scope="row">${cost}</th>
      <td>
        <div class="bar">
          <svg aria-hidden="true">${svg`<rect width="${100 * share}%" height="100%" />`}</svg>
          <span class="value">${
            time === undefined
              ? html`<span aria-hidden="true">–</span
                  ><span class="visually-hidden">${bcryptWords[language].open}</span>`
              : inMilliseconds(time, language)
          }</span>
        </div>
      </td>
    </tr>`
  }

  private renderRunning(language: Language) {
    const words = bcryptWords[language]
    const done = this.times.size
    const cost = COSTS[done] ?? COSTS.at(-1)!
    return html`
      <button class="cancel" @click=${this.onCancel}>${words.cancel}</button>
      <progress max=${COSTS.length} .value=${done} aria-label=${words.progress}></progress>
      <span class="small">${words.measuring(cost, done + 1, COSTS.length)}</span>
    `
  }

  private renderStatus(language: Language) {
    const words = bcryptWords[language]
    switch (this.phase) {
      case 'open':
        return nothing
      case 'running':
        return html`<span class="visually-hidden">${words.started}</span>`
      case 'cancelled':
      case 'failed':
        return words[this.phase]
      case 'done': {
        const [from, to] = COMPARED
        const work = 2 ** (to - from)
        const ratio = this.times.get(to)! / this.times.get(from)!
        const results = [...this.times].map(([cost, time]) =>
          words.result(cost, inMilliseconds(time, language)),
        )
        return html`
          <span class="visually-hidden">${words.done} ${results.join('; ')}.</span>
          ${words.doubles}
          ${words.ratio(from, to, work, numberIn(language, 1).format(ratio))}
          ${Math.abs(ratio / work - 1) > NOISE ? words.noisy : nothing}
        `
      }
    }
    return this.phase satisfies never
  }

  private readonly onMeasure = async () => {
    const running = new AbortController()
    const { signal } = running
    this.running = running
    this.times = new Map()
    this.phase = 'running'
    await this.updateComplete
    // The button that was pressed is off now; this one is what one may want next.
    this.cancelButton?.focus()
    const phase = await this.measure(COSTS, {
      signal,
      onMeasured: ({ cost, milliseconds }) => {
        if (!signal.aborted) this.times = new Map(this.times).set(cost, milliseconds)
      },
    }).then(
      () => 'done' as const,
      () => 'failed' as const,
    )
    if (!signal.aborted) await this.end(phase)
  }

  private onCancel() {
    if (this.phase !== 'running') return
    this.running?.abort()
    this.times = new Map()
    void this.end('cancelled')
  }

  private async end(phase: 'done' | 'cancelled' | 'failed') {
    const focused = this.cancelButton?.matches(':focus') ?? false
    this.phase = phase
    await this.updateComplete
    if (focused) this.measureButton.focus()
  }
}

/** A time as it is read: two digits where it is short, none behind the point where it is long. */
function inMilliseconds(time: number, language: Language): string {
  return numberIn(language, time < 10 ? 1 : 0, {
    style: 'unit',
    unit: 'millisecond',
  }).format(time)
}

const numberIn = (
  language: Language,
  maximumFractionDigits: number,
  options: Intl.NumberFormatOptions = {},
) => new Intl.NumberFormat(language, { maximumFractionDigits, ...options })

declare global {
  interface HTMLElementTagNameMap {
    'bp-bcrypt-chart': BcryptChart
  }
}
