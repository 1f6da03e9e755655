/** Two tokens side by side, claim by claim. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import type { Exchange } from '../../lessons/exchange/exchange.ts'
import { base } from '../kit/base.ts'
import { Masking } from '../kit/masking.ts'
import { hideAll } from '../kit/secrets.ts'
import { tokenWords } from '../words/token.ts'
import { compareTokens, type Difference } from './compare-tokens.ts'
import { type Jws, readToken } from './read-token.ts'
import { sayFinding } from './say-finding.ts'
import { tokenIn } from './token-in.ts'
import { tokenFormStyles, tokenStyles } from './token-styles.ts'

const SIGNS = { same: '=', differs: '✕', 'first-only': '←', 'second-only': '→' } as const

@customElement('bp-token-compare')
export class TokenCompare extends LitElement {
  static override styles = [
    base,
    tokenStyles,
    tokenFormStyles,
    css`
      table {
        width: 100%;
        border-collapse: collapse;
        table-layout: fixed;
        font-size: var(--small);
      }
      th,
      td {
        padding: var(--space-1) var(--space-2) var(--space-1) 0;
        border-top: 1px solid var(--line);
        text-align: start;
        vertical-align: top;
        word-break: break-all;
      }
      thead th {
        border-top: 0;
        color: var(--ink-2);
        word-break: keep-all;
      }
      tbody th {
        font-weight: 400;
      }
      td.value {
        font-family: var(--mono);
        white-space: pre-wrap;
        unicode-bidi: isolate;
      }
      mark {
        background: var(--stop-soft);
        color: var(--stop);
        font-weight: 700;
        text-decoration: underline;
      }
      tbody tr:not(.same) th {
        box-shadow: inset 3px 0 var(--stop);
      }
      tbody th {
        padding-left: var(--space-2);
      }
      .state {
        display: block;
        color: var(--ink-2);
        word-break: keep-all;
      }
      tr:not(.same) .state {
        color: var(--stop);
        font-weight: 650;
      }
      .missing {
        color: var(--ink-2);
        font-family: var(--sans);
        font-weight: 400;
      }
    `,
  ]

  @property({ attribute: false }) first!: Jws
  /** What the first was before it was changed here. */
  @property() original = ''
  /** Oldest first. */
  @property({ attribute: false }) exchanges: readonly Exchange[] = []
  @property() language: 'en' | 'ko' = 'en'

  @state() private second = ''

  private readonly masking = new Masking(this)

  override render() {
    const words = tokenWords[this.language].compare
    const offers = this.offers
    return html`
      <label>
        <span class="label">${words.second}</span>
        <textarea
          class="secret"
          rows="2"
          spellcheck="false"
          autocapitalize="off"
          .value=${live(this.second)}
          @input=${this.onSecond}
        ></textarea>
      </label>
      ${
        offers.length > 0
          ? html`<label>
              <span class="label">${words.seen}</span>
              <select @change=${this.onSecond}>
                <option value="" .selected=${live(!offers.some(([token]) => token === this.second))}>${words.choose}</option>
                ${offers.map(
                  ([token, label]) =>
                    html`<option value=${token} .selected=${live(token === this.second)}>${label}</option>`,
                )}
              </select>
            </label>`
          : nothing
      }
      ${this.second === '' ? nothing : this.renderComparison()}
    `
  }

  private renderComparison() {
    const words = tokenWords[this.language].compare
    const second = readToken(this.second)
    if (second.kind !== 'jws') {
      const why = second.kind === 'malformed' ? sayFinding(second.problem, this.language) : ''
      return html`<p class="fault" role="status">${words.unreadable} ${why}</p>`
    }
    const rows = compareTokens(this.first, second)
    const differing = rows.filter(({ state }) => state !== 'same').length
    return html`<p role="status">${words.summary(differing, rows.length)}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">${words.claim}</th>
            <th scope="col">${words.first}</th>
            <th scope="col">${words.other}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => this.renderRow(row))}
        </tbody>
      </table>`
  }

  private renderRow({ part, name, first, second, state }: Difference) {
    const words = tokenWords[this.language]
    const renderValue = (value: string | undefined, other: string | undefined) => {
      if (value === undefined) {
        return html`<td class="value"><span class="missing">${words.compare.nothing}</span></td>`
      }
      if (part === 'signature' && this.masking.isOn) {
        return html`<td class="value">${hideAll(value)}</td>`
      }
      const [before, changed, after] = apart(value, other ?? value)
      return html`<td class="value">${before}${
        changed ? html`<mark>${changed}</mark>` : nothing
      }${after}</td>`
    }
    const label = name === '' ? words.parts[part] : name
    return html`<tr class="${part} ${state}">
      <th scope="row">
        <span class="part-name mono">${label}</span>
        <span class="state"
          ><span aria-hidden="true">${SIGNS[state]}</span> ${words.compare[state]}</span
        >
      </th>
      ${renderValue(first, second)} ${renderValue(second, first)}
    </tr>`
  }

  /** Other tokens at hand, newest first, each once. */
  private get offers(): [token: string, label: string][] {
    const words = tokenWords[this.language].compare
    const offers = new Map<string, string>()
    if (this.original !== this.first.token) offers.set(this.original, words.original)
    for (const exchange of this.exchanges.toReversed()) {
      const token = tokenIn(exchange)
      if (!token || token === this.first.token || offers.has(token)) continue
      if (readToken(token).kind === 'jws') offers.set(token, words.exchange(exchange.id))
    }
    return [...offers]
  }

  private onSecond({ target }: Event) {
    this.second = (target as HTMLTextAreaElement | HTMLSelectElement).value
  }
}

/** A text in three: what another starts with too, what differs, what both end with. */
function apart(text: string, other: string): [before: string, changed: string, after: string] {
  const shorter = Math.min(text.length, other.length)
  let start = 0
  while (start < shorter && text[start] === other[start]) start++
  let end = 0
  while (end < shorter - start && text.at(-1 - end) === other.at(-1 - end)) end++
  const until = text.length - end
  return [text.slice(0, start), text.slice(start, until), text.slice(until)]
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-token-compare': TokenCompare
  }
}
