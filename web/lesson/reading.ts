/** What a learner reads out of a token by hand, and how it compares with what a server read. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { base } from '../kit/base.ts'
import { isRead, type TaskProgress } from '../state/progress.ts'
import type { Words } from '../words/en.ts'
import { readingWords } from '../words/reading.ts'
import { tell } from '../kit/tell.ts'

/** @fires read with the text as detail: the token is to be sent, so that a server reads it too */
@customElement('bp-reading')
export class Reading extends LitElement {
  static override styles = [
    base,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        align-items: end;
        margin-top: var(--space-3);
      }
      label {
        flex: 1 1 12em;
      }
      input {
        width: 100%;
        min-height: 36px;
        padding: 0 var(--space-2);
        border: 1px solid var(--edge);
        border-radius: var(--radius-small);
        background: var(--sheet);
      }
      @media (pointer: coarse) {
        input {
          min-height: 44px;
        }
      }
      p {
        margin-top: var(--space-3);
        font-weight: 600;
      }
      .right {
        color: var(--pass);
      }
      .other {
        color: var(--wait);
      }
    `,
  ]

  @property({ attribute: false }) reading: TaskProgress['reading']
  @property({ attribute: false }) words!: Words

  /** The task whose token is read. */
  @property() task = ''

  @query('input') private input!: HTMLInputElement

  private get texts() {
    return readingWords[this.words.id]
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    // What was typed, and not compared, was of the other task.
    if (changed.get('task')) this.input.value = this.reading?.text ?? ''
  }

  override render() {
    const { reading, texts } = this
    const done = isRead(reading)
    return html`<form @submit=${this.onSubmit} autocomplete="off">
        <label>
          <span class="label">${texts.reading}</span>
          <input
            name="reading"
            class="mono"
            spellcheck="false"
            autocapitalize="off"
            required
            ?readonly=${done}
            .value=${reading?.text ?? ''}
          />
        </label>
        ${done ? nothing : html`<button class="primary">${texts.compare}</button>`}
      </form>
      <div aria-live="polite">${this.renderOutcome(done)}</div>`
  }

  private renderOutcome(done: boolean) {
    const { texts } = this
    if (this.reading?.came === undefined) return nothing
    return done
      ? html`<p class="right">✓ ${texts.right}</p>`
      : html`<p class="other">${texts.other}</p>`
  }

  private onSubmit(event: SubmitEvent) {
    event.preventDefault()
    const detail = this.input.value.trim()
    if (detail !== '') tell(this, 'read', detail)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-reading': Reading
  }
}
