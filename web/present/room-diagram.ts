/** A diagram in large letters, one arrow after the other. */

import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { Message, Participant } from '../exchange/sequence-diagram.ts'
import { heightOf } from '../exchange/sequence-diagram.ts'
import { base } from '../kit/base.ts'

@customElement('bp-room-diagram')
export class RoomDiagram extends LitElement {
  static override styles = [
    base,
    css`
      .drawn {
        zoom: var(--zoom, 1.4);
      }
      bp-sequence-diagram {
        --text: 15px;
      }
      .said {
        min-height: 4.2em;
        margin-top: 1em;
        font-size: var(--text);
        line-height: 1.4;
      }
      h2 {
        font-size: inherit;
      }
    `,
  ]

  @property() label = ''
  @property({ attribute: false }) participants: readonly Participant[] = []
  /** All arrows, those ahead too: the picture keeps its size. */
  @property({ attribute: false }) messages: readonly Message[] = []
  /** How many of them are drawn. */
  @property({ type: Number }) shown = 0
  @property({ attribute: false }) said: { title: string; text: TemplateResult } | undefined

  @query('.drawn') private drawn!: HTMLElement

  override updated(): void {
    // As high as it will be: what is said below it stays where it is.
    this.drawn.style.minHeight = `${heightOf(this.messages.length)}px`
  }

  override render() {
    const drawn = this.messages
      .slice(0, this.shown)
      .map(({ opens: _opens, ...message }, place): Message => ({
        ...message,
        state: place === this.shown - 1 ? 'now' : 'past',
      }))
    return html`
      <div class="drawn">
        <bp-sequence-diagram
          label=${this.label}
          .participants=${[...this.participants]}
          .messages=${drawn}
        ></bp-sequence-diagram>
      </div>
      ${
        this.said
          ? html`<div class="said">
            <h2>${this.said.title}</h2>
            ${this.said.text}
          </div>`
          : nothing
      }
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-room-diagram': RoomDiagram
  }
}
