/** A small button beside a token on the bench: it opens the token inspector. Loaded with the first exchange. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { HeaderList } from '../../server/security/trace.ts'
import { base } from '../kit/base.ts'
import type { Words } from '../words/en.ts'
import { tokenOf } from './token-of.ts'
import { tell } from '../kit/tell.ts'

/** @fires show-token composed, with the token as detail */
@customElement('bp-token-link')
export class TokenLink extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: inline;
      }
      button {
        min-height: 28px;
        padding: 0 var(--space-2);
        font-size: var(--small);
      }
      @media (pointer: coarse) {
        button {
          min-height: 44px;
        }
      }
    `,
  ]

  /** The message that may carry a token: nothing is shown where it carries none. */
  @property({ attribute: false }) headers: HeaderList = []
  @property() body = ''
  @property({ attribute: false }) words!: Words

  override render() {
    const token = tokenOf(this.headers, this.body)
    if (token === undefined) return nothing
    return html`<button @click=${() => this.show(token)}>${this.words.anatomy.inspect}</button>`
  }

  private show(token: string) {
    tell(this, 'show-token', token)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-token-link': TokenLink
  }
}
