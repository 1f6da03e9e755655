/** How far a token can be believed: decoded and not verified, until a server's decisions say more. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Exchange } from '../../lessons/exchange/exchange.ts'
import { base } from '../kit/base.ts'
import type { Words } from '../words/en.ts'
import { tokenWords } from '../words/token.ts'
import { sentenceOf, wordOf } from '../words/word-of.ts'
import { issuedIn, type Verdict, verdictOn } from './verdict.ts'

const SIGNS = { verified: '✓', refused: '✕', unread: '?', unverified: '?' } as const

@customElement('bp-token-state')
export class TokenState extends LitElement {
  static override styles = [
    base,
    css`
      div {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0 var(--space-2);
        padding: var(--space-2) var(--space-3);
        border-left: 3px solid var(--tone);
        border-radius: 0 var(--radius-small) var(--radius-small) 0;
        background: var(--soft);
        font-size: var(--small);
      }
      .sign {
        color: var(--tone);
        font-weight: 700;
      }
      .verified {
        --tone: var(--pass);
        --soft: var(--pass-soft);
      }
      .refused {
        --tone: var(--stop);
        --soft: var(--stop-soft);
      }
      .unread,
      .unverified {
        --tone: var(--wait);
        --soft: var(--wait-soft);
      }
      b {
        font-weight: 650;
      }
    `,
  ]

  @property() token = ''
  /** A string of the server's own: there is nothing to decode, and nothing to say before a server has. */
  @property({ type: Boolean }) opaque = false
  /** Oldest first. */
  @property({ attribute: false }) exchanges: readonly Exchange[] = []
  @property({ attribute: false }) words!: Words

  override render() {
    const verdict = verdictOn(this.token, this.exchanges)
    const kind = verdict?.kind ?? 'unverified'
    if (this.opaque && !verdict && !this.issued) return nothing
    return html`<div class=${kind} role="status">
      <span class="sign" aria-hidden="true">${SIGNS[kind]}</span>
      <p>${verdict ? this.say(verdict) : this.sayNothing()}</p>
    </div>`
  }

  private sayNothing() {
    const { state } = tokenWords[this.words.id]
    const by = this.issued
    if (this.opaque) return by
    return html`<b>${state.unverified}</b> ${by ?? nothing} ${state.anyone}`
  }

  private say({ kind, server, exchange, stopped, signed }: Verdict) {
    const { words } = this
    const { state } = tokenWords[words.id]
    const name = this.nameOf(server)
    if (kind === 'verified') return html`<b>${state.verified(name, exchange)}</b>`
    if (!stopped) {
      return html`${this.opaque ? nothing : html`<b>${state.unverified}</b> `}${state.unread(name, exchange)}`
    }
    const { gate, because, facts } = stopped
    const why = sentenceOf(words.because, because, facts) ?? because
    return html`<b>${state.refused(wordOf(words.gates, gate) ?? gate, name, exchange)}</b> ${why}.
      ${signed ? state.signed : nothing}`
  }

  /** Who handed it out, if that crossed the wire. */
  private get issued(): string | undefined {
    const issued = issuedIn(this.token, this.exchanges)
    if (!issued) return undefined
    return tokenWords[this.words.id].state.issued(this.nameOf(issued.server), issued.exchange)
  }

  private nameOf(server: string): string {
    const { api, client, auth } = this.words.exchange
    return { api, client, auth }[server] ?? server
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-token-state': TokenState
  }
}
