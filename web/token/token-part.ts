/** Header or payload, laid out and explained: one row for each member. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '../kit/base.ts'
import { claimWords } from '../words/claims.ts'
import { tokenWords } from '../words/token.ts'
import './claim-time-view.ts'
import { isTimeClaim } from './claim-time.ts'
import { isClaimName, isHeaderName, placeOf } from './known-claims.ts'
import { layOutJson } from './lay-out-json.ts'
import { isMarked, type Mark, tellMark } from './mark.ts'
import type { Member } from './read-json.ts'
import type { JsonObject } from './read-token.ts'
import { tokenStyles } from './token-styles.ts'

/** @fires mark-part with a `Marking` as detail */
@customElement('bp-token-part')
export class TokenPart extends LitElement {
  static override styles = [
    base,
    tokenStyles,
    css`
      h3 {
        margin-bottom: var(--space-1);
        font-size: var(--small);
      }
      .brace {
        color: var(--ink-2);
        line-height: 1.4;
      }
      ul {
        padding: 0;
        border-left: 3px var(--underline) var(--part);
        list-style: none;
      }
      li {
        padding: var(--space-1) var(--space-3) var(--space-2);
      }
      li + li {
        border-top: 1px solid var(--line);
      }
      li.marked {
        background: var(--sunk);
        box-shadow: inset 3px 0 var(--part);
      }
      button {
        min-height: 28px;
        padding: 0;
        border: 0;
        background: none;
        color: var(--part);
        font: 650 var(--code) / 1.65 var(--mono);
        text-align: start;
        word-break: break-all;
      }
      button:hover,
      button[aria-pressed='true'] {
        color: var(--part);
        text-decoration: underline;
        text-underline-offset: 0.25em;
      }
      .value {
        font: var(--code) / 1.65 var(--mono);
        font-variant-ligatures: none;
        white-space: pre-wrap;
        word-break: break-all;
        unicode-bidi: isolate;
      }
      .means {
        word-break: keep-all;
      }
      .private {
        border-bottom: 1px dashed var(--edge);
      }
      a {
        white-space: nowrap;
      }
    `,
  ]

  @property() name: 'header' | 'payload' = 'payload'
  @property({ attribute: false }) json!: JsonObject
  @property({ attribute: false }) marked: Mark | undefined
  @property({ attribute: false }) now: Date | undefined
  @property() language: 'en' | 'ko' = 'en'

  override render() {
    const words = tokenWords[this.language]
    const { members } = this.json
    return html`<section class=${this.name} aria-label=${words.claims[this.name]}>
      <h3><span class="part-name">${words.parts[this.name]}</span></h3>
      <div class="mono brace" aria-hidden="true">{</div>
      ${
        members.length > 0
          ? html`<ul @pointerleave=${() => tellMark(this, { mark: undefined })}>
              ${members.map((member, index) => this.renderMember(member, index))}
            </ul>`
          : html`<p class="small">${words.noMembers}</p>`
      }
      <div class="mono brace" aria-hidden="true">}</div>
    </section>`
  }

  private renderMember({ name, valueStart, end }: Member, index: number) {
    const mark: Mark = { part: this.name, member: index }
    const marked = isMarked(this.marked, this.name, index)
    const isLast = index === this.json.members.length - 1
    const value = layOutJson(this.json.text.slice(valueStart, end))
    const comma = isLast ? '' : ','
    return html`<li
      class=${marked ? 'marked' : ''}
      @pointerenter=${() => tellMark(this, { mark })}
      @focusin=${() => tellMark(this, { mark })}
      @focusout=${() => tellMark(this, { mark: undefined })}
    >
      <div>
        <button
          aria-pressed=${marked}
          aria-label=${`${name}: ${tokenWords[this.language].mark(name)}`}
          @click=${() => tellMark(this, { mark, stay: true })}
          >${layOutJson(JSON.stringify(name))}</button
        ><span class="value">: ${value}${comma}</span>
      </div>
      ${this.renderMeaning(name)}
      ${
        this.name === 'payload' && isTimeClaim(name)
          ? html`<bp-claim-time
              claim=${name}
              .value=${JSON.parse(this.json.text.slice(valueStart, end))}
              .now=${this.now}
              language=${this.language}
            ></bp-claim-time>`
          : nothing
      }
    </li>`
  }

  private renderMeaning(name: string) {
    const words = claimWords[this.language]
    const means = this.meaningOf(name)
    const { label, href } = placeOf(this.name, name)
    return html`<p class="small means">
      ${means ?? html`<span class="private">${words.private}</span>`}
      <a href=${href} target="_blank" rel="noreferrer">${label}</a>
    </p>`
  }

  /** What a name stands for; for an algorithm, what this very one does. */
  private meaningOf(name: string): string | undefined {
    const words = claimWords[this.language]
    if (this.name === 'payload') return isClaimName(name) ? words.payload[name] : undefined
    if (isHeaderName(name)) {
      const algorithm = name === 'alg' && this.algorithmMeans
      return algorithm ? `${words.header.alg} ${algorithm}` : words.header[name]
    }
    return /^(iss|sub|aud)$/.test(name) ? words.payload[name as 'iss'] : undefined
  }

  private get algorithmMeans(): string | undefined {
    const words = claimWords[this.language].algorithm
    const { alg } = this.json.value
    if (typeof alg !== 'string') return undefined
    if (alg.toLowerCase() === 'none') return words.none
    if (/^Ed(DSA|25519|448)$/.test(alg)) return words.EdDSA
    const [, family, hash] = /^(HS|RS|PS|ES)(256|384|512)$/.exec(alg) ?? []
    return hash && words[family as 'HS'](hash)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-token-part': TokenPart
  }
}
