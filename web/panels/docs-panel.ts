/** The docs page of the lesson's server, in a frame of its own. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { Exchange } from '../../lessons/exchange/exchange.ts'
import { reasonPhrase } from '../exchange/reason-phrases.ts'
import { base } from '../kit/base.ts'
import { tell } from '../kit/tell.ts'
import { docsWords } from '../words/docs.ts'
import type { Words } from '../words/en.ts'

/** @fires show-exchange with an exchange's id as detail */
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
        align-items: baseline;
        justify-content: space-between;
        margin-bottom: var(--space-2);
      }
      .sent {
        flex: 1 0 100%;
      }
      .sent button {
        color: var(--accent);
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }
      .good {
        color: var(--pass);
      }
      .bad {
        color: var(--stop);
      }
      @media (max-width: 759px) {
        button {
          min-height: 44px;
        }
      }
    `,
  ]

  /** URL of the page in the frame. */
  @property() src = ''
  /** What the page in the frame sent last. */
  @property({ attribute: false }) sent: Exchange | undefined
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
        <div class="sent" role="status">${this.sent ? this.renderSent(this.sent) : nothing}</div>
      </div>
      <iframe src=${this.src} title=${docs.title}></iframe>
    `
  }

  /** The answer in one line: on a narrow screen the bench, which has all of it, is out of sight. */
  private renderSent({ id, response: { status } }: Exchange) {
    return html`<b class="mono ${status < 400 ? 'good' : 'bad'}">${status} ${reasonPhrase(status)}</b>
      <button class="plain small" @click=${() => tell(this, 'show-exchange', id)}>
        ${docsWords[this.words.id].see}
      </button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-docs-panel': DocsPanel
  }
}
