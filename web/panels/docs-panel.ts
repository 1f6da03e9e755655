/** The docs page of the lesson's server, in a frame of its own. */

import { css, html, LitElement } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { base } from '../kit/base.ts'
import { docsWords } from '../words/docs.ts'
import type { Words } from '../words/en.ts'

@customElement('bp-docs-panel')
export class DocsPanel extends LitElement {
  static override styles = [
    base,
    css`
      iframe {
        width: 100%;
        height: max(560px, calc(100dvh - 220px));
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: #fff;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        justify-content: space-between;
        margin-bottom: var(--space-2);
      }
    `,
  ]

  /** URL of the page in the frame. */
  @property() src = ''
  @property({ attribute: false }) words!: Words
  @query('iframe') private frame!: HTMLIFrameElement | null

  /** The window a message must come from to be this frame's. */
  get frameWindow(): Window | null {
    return this.frame?.contentWindow ?? null
  }

  override render() {
    const docs = docsWords[this.words.id]
    return html`
      <div class="head">
        <span class="small">${docs.note}</span>
        <a class="small" href=${this.src} target="_blank" rel="noreferrer">${docs.open}</a>
      </div>
      <iframe src=${this.src} title=${docs.title}></iframe>
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-docs-panel': DocsPanel
  }
}
