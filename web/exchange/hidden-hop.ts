/** A hop between two servers: bytes and decisions of a request that no browser sees. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Call } from '../../lessons/checks.ts'
import { claimsOf, joseHeaderOf } from '../../lessons/exchange/read-token.ts'
import { base } from '../kit/base.ts'
import { Masking } from '../kit/masking.ts'
import type { Words } from '../words/en.ts'
import { hopWords } from '../words/hop.ts'
import { twoServersWords } from '../words/two-servers.ts'
import { gatesOf } from './gates.ts'
import { hideInTrace } from './gates-of.ts'
import { pairStyles } from './pair-styles.ts'
import './raw-message.ts'
import { reasonPhrase } from './reason-phrases.ts'
import { accessToken } from '../../lessons/exchange/access-token.ts'
import { bearerToken } from '../token/token-of.ts'

@customElement('bp-hidden-hop')
export class HiddenHop extends LitElement {
  static override styles = [
    base,
    pairStyles,
    css`
      :host {
        container-type: inline-size;
        padding-left: var(--space-3);
        border-left: 3px dashed var(--edge);
      }
      h2 {
        margin-bottom: var(--space-2);
      }
      h3 {
        margin: var(--space-3) 0 var(--space-2);
      }
      pre {
        margin: 0;
        padding: var(--space-2) var(--space-3);
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--sheet);
        font: var(--code) / 1.5 var(--mono);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .note {
        padding: var(--space-2) var(--space-3);
        border-left: 3px solid var(--wait);
        background: var(--wait-soft);
        font-size: var(--small);
      }
    `,
  ]

  @property({ attribute: false }) call!: Call
  @property({ attribute: false }) words!: Words

  private readonly masking = new Masking(this)

  override render() {
    const { words } = this
    const own = hopWords[words.id]
    const { request, response, trace } = this.call
    const { pathname, search } = new URL(request.url)
    return html`
      <h2 class="label">${own.title}</h2>
      <div class="pair">
        <bp-raw-message
          heading=${own.request}
          firstLine=${`${request.method} ${pathname}${search} HTTP/1.1`}
          .headers=${request.headers}
          .body=${request.body}
          .words=${words}
        ></bp-raw-message>
        ${
          response
            ? html`<bp-raw-message
              heading=${own.response}
              firstLine=${`HTTP/1.1 ${response.status} ${reasonPhrase(response.status)}`}
              tone=${response.status < 400 ? 'good' : 'bad'}
              .headers=${response.headers}
              .body=${response.body}
              .words=${words}
            ></bp-raw-message>`
            : html`<p class="note">${own.none}</p>`
        }
      </div>
      ${this.renderToken()}
      ${
        trace.length > 0
          ? html`<h3 class="label">${own.decisions}</h3>
              <bp-gates .gates=${gatesOf(this.masking.isOn ? hideInTrace(trace) : trace, [], words)} .words=${words}></bp-gates>`
          : nothing
      }
    `
  }

  /** The header and the claims of the token on this hop: both servers can read them. */
  private renderToken() {
    const token = tokenOn(this.call)
    const [header, claims] = [joseHeaderOf(token), claimsOf(token)]
    if (!header || !claims) return nothing
    const { jar } = twoServersWords[this.words.id]
    return html`<h3 class="label">${jar.token}</h3>
      <pre>${JSON.stringify(header, null, 2)}
${JSON.stringify(claims, null, 2)}</pre>`
  }
}

/** The token that a hop carries there or brings back; empty for none. */
function tokenOn({ request, response }: Call): string {
  return bearerToken(request.headers) ?? accessToken(response?.body ?? '') ?? ''
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-hidden-hop': HiddenHop
  }
}
