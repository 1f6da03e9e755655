/** Why a request cannot be sent as it is written. */

import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '../kit/base.ts'
import type { DraftProblem } from '../state/draft-problem.ts'
import type { Words } from '../words/en.ts'
import { problemWords } from '../words/problems.ts'

@customElement('bp-problem-note')
export class ProblemNote extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        overflow-wrap: anywhere;
      }
    `,
  ]

  @property({ attribute: false }) problem!: DraftProblem
  @property({ attribute: false }) words!: Words

  override render() {
    const { code, about } = this.problem
    return html`<p>${problemWords[this.words.id][code](about)}</p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-problem-note': ProblemNote
  }
}
