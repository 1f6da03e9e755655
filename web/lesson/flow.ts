/** The sequence diagram of a lesson's flow, stepped through by the learner. */

import { consume } from '@lit/context'
import { css, html, LitElement, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Message } from '../exchange/sequence-diagram.ts'
import '../exchange/sequence-diagram.ts'
import { base } from '../kit/base.ts'
import { flowWords } from '../words/flow.ts'
import { figureStyles } from './figure-styles.ts'
import { type LessonContext, lessonContext } from './lesson-context.ts'

@customElement('bp-flow')
export class FlowView extends LitElement {
  static override styles = [
    base,
    figureStyles,
    css`
      .now {
        margin-top: var(--space-3);
        padding-top: var(--space-3);
        border-top: 1px solid var(--line);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        align-items: center;
        margin-top: var(--space-3);
      }
      .row .small {
        margin-left: auto;
      }
    `,
  ]

  @consume({ context: lessonContext, subscribe: true })
  @state()
  private context: LessonContext | undefined

  @state() private step = 0

  /** The buttons stand above the text, whose height differs from step to step: they stay under the finger. */
  override render() {
    if (!this.context) return nothing
    const { lesson, prose, words } = this.context
    const own = flowWords[words.id]
    const { participants = [], steps = [] } = lesson.flow ?? {}
    const now = steps[this.step]
    const step = now && prose.flow[now.id]
    const messages = steps.map(({ id, from, to }, index): Message => ({
      from,
      to,
      label: `${index + 1} ${prose.flow[id]?.title ?? id}`,
      ...(index === this.step && { tone: 'accent' }),
      state: index < this.step ? 'past' : index === this.step ? 'now' : 'ahead',
    }))
    return html`
      <bp-sequence-diagram
        label=${own.label}
        nowLabel=${own.current}
        .participants=${participants.map((id) => ({ id, label: prose.participants[id] ?? id }))}
        .messages=${messages}
      ></bp-sequence-diagram>
      <div class="row">
        <button aria-disabled=${this.step === 0} @click=${() => this.go(-1)}>${own.back}</button>
        <button aria-disabled=${this.step === steps.length - 1} @click=${() => this.go(1)}>
          ${own.forward}
        </button>
        <span class="small">${own.step(this.step + 1, steps.length)}</span>
      </div>
      <div class="now" aria-live="polite">
        <h2>${this.step + 1}. ${step?.title}</h2>
        ${step?.text}
      </div>
    `
  }

  /** At either end there is no further: the button stays under the finger, and does nothing. */
  private go(by: 1 | -1) {
    const { length } = this.context?.lesson.flow?.steps ?? []
    this.step = Math.min(Math.max(this.step + by, 0), length - 1)
    if (this.renderRoot.querySelector('button:focus-visible')) void this.showStep()
  }

  /** By keys nobody scrolls: what the step says comes into sight. The button stays under a mouse. */
  private async showStep() {
    await this.updateComplete
    this.renderRoot.querySelector('.now')?.scrollIntoView({ block: 'nearest' })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-flow': FlowView
  }
}
