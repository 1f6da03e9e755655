/** Where each lesson is on paper. */

import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CourseStop } from '../app/course-progress.ts'
import { base } from '../kit/base.ts'
import { HANDOUT, routeHash } from '../state/route.ts'
import type { Words } from '../words/en.ts'
import { handoutWords } from '../words/handout.ts'
import { toolStyles } from './tool-styles.ts'

@customElement('bp-handout-list')
export class HandoutList extends LitElement {
  static override styles = [
    base,
    toolStyles,
    css`
      ol {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-4);
        list-style: none;
      }
    `,
  ]

  @property({ attribute: false }) stops: CourseStop[] = []
  @property({ attribute: false }) words!: Words

  override render() {
    const { id } = this.words
    const { list } = handoutWords[id]
    return html`<section aria-labelledby="title">
      <h2 id="title">${list.title}</h2>
      <p>${list.what}</p>
      <ol>
        ${this.stops.map(
          ({ slug, title }, index) =>
            html`<li>
              <a href=${routeHash({ language: id, lesson: HANDOUT, page: slug })}
                >${index + 1}. ${title}</a
              >
            </li>`,
        )}
      </ol>
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-handout-list': HandoutList
  }
}
