/** A request or an answer in large letters: what somebody wrote, without what every browser adds. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { HeaderList } from '../../server/security/trace.ts'
import { layOutBody } from '../exchange/lay-out-body.ts'
import type { Language } from '../../lessons/lesson.ts'
import { base } from '../kit/base.ts'
import { breakable } from '../kit/breakable.ts'
import { Masking } from '../kit/masking.ts'
import { hasSecret, hideInHeader, hideSecrets } from '../kit/secrets.ts'
import { presentWords } from '../words/present.ts'

/** More characters of a body nobody reads from afar. */
const MOST = 700

@customElement('bp-room-message')
export class RoomMessage extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        padding: 0.5em 0.9em;
        border: 2px solid var(--ink-2);
        border-radius: var(--radius);
        background: var(--sheet);
        font: 500 var(--code) / 1.42 var(--mono);
        overflow-wrap: anywhere;
        word-break: normal;
      }
      :host([tone='good']) {
        border-color: var(--pass);
      }
      :host([tone='bad']) {
        border-color: var(--stop);
      }
      .first {
        font-weight: 700;
      }
      [tone='good'] .first,
      .good {
        color: var(--pass);
      }
      .bad {
        color: var(--stop);
      }
      .status {
        font-size: 1.35em;
        line-height: 1.35;
      }
      .name {
        color: var(--ink-2);
      }
      .body {
        margin-top: 0.4em;
        white-space: pre-wrap;
      }
      .aside,
      .hint {
        color: var(--ink-2);
        font: 500 var(--small) / 1.5 var(--sans);
      }
      .hint {
        margin-top: 0.3em;
        text-align: end;
      }
      .hint kbd {
        font: 600 1em / 1.4 var(--sans);
      }
    `,
  ]

  @property() heading = ''
  @property() first = ''
  @property({ reflect: true }) tone: 'none' | 'good' | 'bad' = 'none'
  @property({ attribute: false }) headers: HeaderList = []
  @property({ attribute: false }) body = ''
  /** What is said above it, such as which server is asked. */
  @property() aside = ''
  /** Whether it says which key shows what is hidden in it. */
  @property({ type: Boolean }) hints = false
  @property() language: Language = 'en'

  private readonly masking = new Masking(this)

  override render() {
    const { heading, tone, masking } = this
    const first = masking.shown(this.first, hideSecrets)
    return html`<section aria-label=${heading} translate="no">
      ${this.aside === '' ? nothing : html`<p class="aside">${this.aside}</p>`}
      <p class="first ${tone === 'none' ? '' : `status ${tone}`}">${first}</p>
      ${this.headers.map(
        ([name, value]) =>
          html`<p><span class="name">${name}:</span> ${masking.shown(value, (text) =>
            hideInHeader(name, text),
          )}</p>`,
      )}
      ${this.body === '' ? nothing : html`<p class="body">${breakable(this.shownBody)}</p>`}
      ${
        this.hints && masking.isOn && this.hides
          ? html`<p class="hint" translate="yes"><kbd>v</kbd> ${presentWords[this.language].reveals}</p>`
          : nothing
      }
    </section>`
  }

  private get hides(): boolean {
    return hasSecret(this.first) || hidesIn(this.headers, this.body)
  }

  private get shownBody(): string {
    const body = layOutBody(this.body) ?? this.body
    const shown = this.masking.shown(body, hideSecrets)
    return shown.length > MOST ? `${shown.slice(0, MOST)}…` : shown
  }
}

/** Whether there is something in a message that is hidden. */
export const hidesIn = (headers: HeaderList, body: string): boolean =>
  hasSecret(body) || headers.some(([name, value]) => hideInHeader(name, value) !== value)

declare global {
  interface HTMLElementTagNameMap {
    'bp-room-message': RoomMessage
  }
}
