/** Two ways into a class: the lesson for the room, and the presenter's own window. */

import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '../kit/base.ts'
import { tell } from '../kit/tell.ts'
import { openPresenter } from '../present/open-window.ts'
import type { Words } from '../words/en.ts'
import { presentWords } from '../words/present.ts'
import { toolStyles } from './tool-styles.ts'

/** @fires present when a lesson is to be shown to a room */
@customElement('bp-present-tool')
export class PresentTool extends LitElement {
  static override styles = [
    base,
    toolStyles,
    css`
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
    `,
  ]

  @property({ attribute: false }) words!: Words

  override render() {
    const { title, text, begin, presenter } = presentWords[this.words.id].tool
    return html`<section aria-labelledby="title">
      <h2 id="title">${title}</h2>
      <p>${text}</p>
      <div class="row">
        <button class="primary" @click=${() => tell(this, 'present')}>${begin}</button>
        <button @click=${() => openPresenter(this.words.id)}>${presenter}</button>
      </div>
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-present-tool': PresentTool
  }
}
