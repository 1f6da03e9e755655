/** The two headers of bearer authentication taken apart: Authorization, and WWW-Authenticate. */

import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { parseAuthorization } from '../../server/security/authorization.ts'
import type { HeaderList } from '../../server/security/trace.ts'
import { base } from '../kit/base.ts'
import { cardStyles } from '../kit/card-styles.ts'
import '../kit/secret.ts'
import { hideAll, hideScheme, hideSecrets } from '../kit/secrets.ts'
import { anatomyWords } from '../words/anatomy.ts'
import type { Words } from '../words/en.ts'
import './long-text.ts'

@customElement('bp-header-anatomy')
export class HeaderAnatomy extends LitElement {
  static override styles = [
    base,
    cardStyles,
    css`
      :host {
        container-type: inline-size;
      }
      .pair {
        display: grid;
        gap: var(--space-4);
      }
      @container (min-width: 560px) {
        .pair {
          grid-template-columns: 1fr 1fr;
        }
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: var(--space-1) var(--space-3);
        font-size: var(--small);
      }
      dt {
        color: var(--ink-2);
      }
      dd {
        word-break: break-all;
      }
      dd .small {
        display: block;
        word-break: keep-all;
      }
      .scheme {
        border-bottom: 2px solid var(--accent);
        font-weight: 650;
      }
      .token {
        border-bottom: 2px dotted var(--token-payload);
      }
    `,
  ]

  /** The request's header; undefined when it had none. */
  @property({ attribute: false }) authorization: string | undefined
  /** The response's challenge; undefined when it had none. */
  @property({ attribute: false }) challenge: string | undefined
  @property({ attribute: false }) words!: Words

  /** Not needed before the first answer. */
  override willUpdate(): void {
    void import('../token/token-link.ts')
  }

  override render() {
    return html`<div class="pair">${this.renderAuthorization()} ${this.renderChallenge()}</div>`
  }

  private renderAuthorization() {
    const anatomy = anatomyWords[this.words.id]
    if (this.authorization === undefined)
      return this.section(anatomy.authorization, html`${anatomy.nothing}`)
    const { scheme, parameter } = parseAuthorization(this.authorization)
    const bearer = scheme.toLowerCase() === 'bearer'
    return this.section(
      anatomy.authorization,
      html`<dl>
        <dt>${anatomy.scheme}</dt>
        <dd>
          ${scheme === '' ? anatomy.emptyToken : html`<bp-secret class="mono scheme" .text=${scheme} .hide=${hideScheme}></bp-secret>`}
          <span class="small">${anatomy.schemeMeans}</span>
        </dd>
        <dt>${bearer ? anatomy.token : anatomy.credentials}</dt>
        <dd>
          ${parameter === '' ? anatomy.emptyToken : this.long(parameter, hideAll)}
          <span class="small">${bearer ? anatomy.tokenMeans : anatomy.credentialsMean}</span>
        </dd>
      </dl>
      <bp-token-link
        .headers=${[['authorization', this.authorization]] as HeaderList}
        .words=${this.words}
      ></bp-token-link>`,
    )
  }

  private renderChallenge() {
    const anatomy = anatomyWords[this.words.id]
    if (!this.challenge) return this.section(anatomy.challenge, html`${anatomy.challengeNone}`)
    const { scheme, parameter } = parseAuthorization(this.challenge)
    return this.section(
      anatomy.challenge,
      html`<dl>
        <dt>${anatomy.scheme}</dt>
        <dd>
          <span class="mono scheme">${scheme}</span>
          <span class="small">${anatomy.challengeScheme}</span>
        </dd>
        <dt>${anatomy.parameters}</dt>
        <dd>${parameter === '' ? anatomy.noParameters : this.long(parameter)}</dd>
      </dl>`,
    )
  }

  private section(title: string, content: TemplateResult) {
    return html`<section class="card">
      <h3>${title}</h3>
      <div class="small">${content}</div>
    </section>`
  }

  private long(text: string, hide = hideSecrets) {
    const { more, less } = this.words.exchange
    return html`<span class="mono token"
      ><bp-long-text .text=${text} .hide=${hide} .moreLabel=${more} lessLabel=${less}></bp-long-text
    ></span>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-header-anatomy': HeaderAnatomy
  }
}
