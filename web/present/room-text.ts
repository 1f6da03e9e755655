/** A rich text of a lesson in large letters, one paragraph after the other. */

import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { base } from '../kit/base.ts'
import { prose } from '../kit/prose-styles.ts'
import '../lesson/prose-elements.ts'

@customElement('bp-room-text')
export class RoomText extends LitElement {
  static override styles = [
    base,
    prose,
    css`
      .text {
        max-width: 44em;
        font-size: var(--text);
        line-height: 1.5;
      }
      .text > * + * {
        margin-top: 0.7em !important;
      }
      /* The room is still to come for what is not said yet: nothing jumps when it is. */
      [data-ahead] {
        visibility: hidden;
      }
      /* It is shown by itself. */
      bp-flow {
        display: none;
      }
    `,
  ]

  @property({ attribute: false }) text: TemplateResult | undefined
  /** Place of the last paragraph that is said; all are where it is infinite. */
  @property({ type: Number }) said = Infinity

  @query('.text') private written!: HTMLElement

  override updated(): void {
    const blocks = [...this.written.children]
    // What is static is Lit's no more: its children may be marked.
    blocks.forEach((block, place) => block.toggleAttribute('data-ahead', place > this.said))
  }

  /** Brings the paragraph that is said into view. */
  showNewest(): void {
    this.written.children[this.said]?.scrollIntoView({ block: 'nearest' })
  }

  override render() {
    return html`<div class="text">${this.text}</div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-room-text': RoomText
  }
}
