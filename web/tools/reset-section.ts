/** Beginning again: everything at once for the next group, or one lesson. */

import { css, html, LitElement } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { CourseStop } from '../app/course-progress.ts'
import { base } from '../kit/base.ts'
import { tell } from '../kit/tell.ts'
import type { Playground } from '../state/playground.ts'
import type { Words } from '../words/en.ts'
import { resetWords } from '../words/reset.ts'
import { toolStyles } from './tool-styles.ts'
import { BASE } from '../kit/base-url.ts'

/** @fires start-over with a lesson */
@customElement('bp-reset-section')
export class ResetSection extends LitElement {
  static override styles = [
    base,
    toolStyles,
    css`
      select {
        min-height: 36px;
        padding: 0 26px 0 var(--space-2);
        border: 1px solid var(--edge);
        border-radius: var(--radius-small);
        background-color: var(--sheet);
      }
      .one {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        align-items: center;
      }
    `,
  ]

  @property({ attribute: false }) playground!: Playground
  @property({ attribute: false }) stops: CourseStop[] = []
  @property({ attribute: false }) words!: Words

  @query('select') private choice!: HTMLSelectElement

  override render() {
    const own = resetWords[this.words.id]
    return html`<section aria-labelledby="title">
      <h2 id="title">${own.title}</h2>
      <p>${own.what}</p>
      <button class="all" @click=${this.onAll}>${own.all}</button>
      <div class="one" role="group" aria-label=${own.one}>
        <label for="lesson">${own.one}</label>
        <select id="lesson">
          ${this.stops.map(
            ({ slug, title }, index) => html`<option value=${slug}>${index + 1}. ${title}</option>`,
          )}
        </select>
        <button @click=${this.onOne}>${own.startOver}</button>
      </div>
    </section>`
  }

  private readonly onAll = async () => {
    if (!confirm(resetWords[this.words.id].sure)) return
    const { resetAll } = await import('../app/reset.ts')
    await resetAll(this.playground, BASE)
  }

  private readonly onOne = () => {
    const lesson = this.choice.value
    if (confirm(this.words.startOverSure)) tell(this, 'start-over', { lesson })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-reset-section': ResetSection
  }
}
