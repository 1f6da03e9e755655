/** A code task's checks: what each wants, what came of it, and the request that shows it. */

import { consume } from '@lit/context'
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CodeTask as CodeTaskManifest } from '../../lessons/lesson.ts'
import { base } from '../kit/base.ts'
import { prose as proseStyles } from '../kit/prose-styles.ts'
import { tell } from '../kit/tell.ts'
import type { CheckResult, CheckRun } from '../state/code-checks.ts'
import { isOfOwn } from '../state/failure.ts'
import type { Words } from '../words/en.ts'
import { ownWords } from '../words/own.ts'
import { type LessonContext, lessonContext } from './lesson-context.ts'
import type { PageProse } from './prose.ts'

/** After so many runs that did not hold, help is offered. */
const TRIES = 3

/**
 * @fires run-checks
 * @fires show-exchange with the id of a check's exchange as detail
 * @fires hint when a hint is wanted
 */
@customElement('bp-code-task')
export class CodeTask extends LitElement {
  static override styles = [
    base,
    proseStyles,
    css`
      ul {
        display: grid;
        gap: var(--space-2);
        margin: var(--space-3) 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 1.5em 1fr;
        gap: 0 var(--space-2);
        margin: 0;
      }
      .sign {
        color: var(--edge);
        font-weight: 700;
        text-align: center;
      }
      .holds .sign {
        color: var(--pass);
      }
      .fails .sign {
        color: var(--stop);
      }
      .why {
        grid-column: 2;
        padding: var(--space-1) var(--space-3);
        border-left: 3px solid var(--stop);
        background: var(--stop-soft);
      }
      .link {
        grid-column: 2;
        justify-self: start;
        min-height: 24px;
        padding: 0;
        border: 0;
        background: none;
        color: var(--accent);
        font-size: var(--small);
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }
      .said {
        margin-top: var(--space-2);
      }
      .all {
        color: var(--pass);
        font-weight: 600;
      }
      .old .sign {
        opacity: 0.55;
      }
      .offer {
        margin-top: var(--space-3);
      }
      @media (pointer: coarse) {
        .link {
          min-height: 44px;
        }
      }
    `,
  ]

  @property({ attribute: false }) task!: CodeTaskManifest
  @property({ attribute: false }) prose!: PageProse
  /** Whether a hint is open. */
  @property({ type: Boolean }) helped = false
  /** Whether it was finished: that is kept, and what came of the checks is not. */
  @property({ type: Boolean }) done = false
  @property({ attribute: false }) words!: Words

  @consume({ context: lessonContext, subscribe: true })
  protected context: LessonContext | undefined

  private wasRunning = false

  private get own() {
    return ownWords[this.words.id]
  }

  /** What came stands below the button, which may be at the edge of what is seen. */
  override updated(): void {
    const isRunning = this.context?.code?.run?.isRunning ?? false
    const isAwaited = (this.renderRoot as ShadowRoot).activeElement?.matches('.primary')
    if (this.wasRunning && !isRunning && isAwaited) {
      this.renderRoot.querySelector('.came')?.scrollIntoView({ block: 'nearest' })
    }
    this.wasRunning = isRunning
  }

  /** The button stands first: what came of each check is as long as it is, and has buttons of its own. */
  override render() {
    const { own } = this
    const state = this.context?.code
    if (!state) return nothing
    const { checks, run, isOld, failedRuns } = state
    const isRunning = run?.isRunning ?? false
    const held = checks.filter(({ id }) => run?.results[id]?.holds).length
    return html`
      <div class="said">
        <button class="primary" aria-disabled=${isRunning} @click=${() => isRunning || tell(this, 'run-checks')}>
          ${isRunning ? own.running : own.run}
        </button>
      </div>
      ${run && !isRunning ? this.renderSaid(held, run) : nothing}
      ${this.done && !run ? html`<p class="small said">${own.heldOnce}</p>` : nothing}
      ${isOld && run ? html`<p class="small said">${own.old}</p>` : nothing}
      <ul class=${isOld ? 'old' : ''} aria-label=${own.checks}>
        ${checks.map(({ id }) => this.renderCheck(id, run?.results[id]))}
      </ul>
      ${
        failedRuns >= TRIES && !this.helped && held < checks.length
          ? html`<p class="offer">
            ${own.help}
            <button @click=${() => this.dispatchEvent(new CustomEvent('hint'))}>
              ${own.helpYes}
            </button>
          </p>`
          : nothing
      }
    `
  }

  /** What came of the run: below the button, which stays where it is. */
  private renderSaid(held: number, { results, all, failed }: CheckRun) {
    const { own } = this
    const areRun = Object.keys(results).length === all
    const brokeOff = failed && isOfOwn(failed) ? own.failed[failed] : own.brokeOff
    const says = held === all ? own.allHold : areRun ? own.checked(held, all) : brokeOff
    return html`<p class="small said came ${held === all ? 'all' : ''}">${says}</p>`
  }

  private renderCheck(id: string, result: CheckResult | undefined) {
    const { own, prose } = this
    const [state, sign, said] = !result
      ? ['open', '○', own.notRun]
      : result.holds
        ? ['holds', '✓', own.holds]
        : ['fails', '✕', own.fails]
    return html`<li class=${state}>
      <span class="sign" aria-hidden="true">${sign}</span>
      <span>${prose.checks[id]}<span class="visually-hidden">, ${said}</span></span>
      ${
        result && !result.holds
          ? html`<span class="why"
            >${result.threw === undefined ? prose.fails[id] : own.threw(result.threw)}</span
          >`
          : nothing
      }
      ${
        result
          ? html`<button class="link" @click=${() => tell(this, 'show-exchange', result.exchange)}>
            ${own.show}<span class="visually-hidden">: ${prose.checks[id]}</span>
          </button>`
          : nothing
      }
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-code-task': CodeTask
  }
}
