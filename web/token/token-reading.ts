/** A token as it was read: what is wrong with it, its raw text, and what its parts say. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { base } from '../kit/base.ts'
import '../kit/secret.ts'
import { hideSecrets } from '../kit/secrets.ts'
import { Masking } from '../kit/masking.ts'
import { tokenWords, type TokenWords } from '../words/token.ts'
import { isMarked, type Mark, type Marking } from './mark.ts'
import { offsetOf } from './offset-of.ts'
import type { Finding, Part, Reading, SdJwt } from './reading.ts'
import { sayFinding } from './say-finding.ts'
import './token-part.ts'
import { tokenStyles } from './token-styles.ts'
import './token-text.ts'
import { tell } from '../kit/tell.ts'

/** @fires cure with the text that was probably meant as detail */
@customElement('bp-token-reading')
export class TokenReading extends LitElement {
  static override styles = [
    base,
    tokenStyles,
    css`
      :host {
        container-type: inline-size;
      }
      .reading,
      .parts {
        display: grid;
        gap: var(--space-4);
        min-width: 0;
      }
      @container (min-width: 640px) {
        .reading {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
          align-items: start;
        }
        bp-token-text {
          position: sticky;
          top: 0;
        }
        [role='status'] {
          grid-column: 1 / -1;
        }
      }
      [role='status']:not(:has(ul)) {
        display: contents;
      }
      .findings {
        display: grid;
        gap: var(--space-2);
        padding: 0;
        list-style: none;
      }
      .findings li {
        padding: var(--space-2) var(--space-3);
        border-left: 3px solid var(--wait);
        background: var(--wait-soft);
        font-size: var(--small);
      }
      .findings .problem {
        border-color: var(--stop);
        background: var(--stop-soft);
      }
      .findings .plain {
        border-color: var(--edge);
        background: var(--sunk);
      }
      .findings button {
        display: block;
        margin-top: var(--space-2);
      }
      .marked {
        background: var(--sunk);
        box-shadow: inset 3px 0 var(--part);
      }
      .signature {
        padding-left: var(--space-3);
        border-left: 3px var(--underline) var(--part);
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--space-1) var(--space-3);
        margin: 0;
        padding-left: var(--space-3);
        border-left: 3px dashed var(--edge);
        font: var(--code) / 1.65 var(--mono);
      }
      dt {
        font-weight: 650;
      }
      dd {
        margin: 0;
        white-space: pre-wrap;
        word-break: break-all;
        unicode-bidi: isolate;
      }
      h3 .small {
        font-weight: 400;
      }
      h3 {
        margin-bottom: var(--space-1);
        font-size: var(--small);
      }
      pre {
        max-height: 16em;
        overflow: auto;
        padding: var(--space-2) var(--space-3);
        border-left: 3px var(--underline) var(--part);
        font: var(--code) / 1.65 var(--mono);
        white-space: pre-wrap;
        word-break: break-all;
        unicode-bidi: isolate;
      }
    `,
  ]

  @property({ attribute: false }) reading!: Reading
  @property({ attribute: false }) now: Date | undefined
  @property() language: 'en' | 'ko' = 'en'

  private readonly masking = new Masking(this)

  /** What the pointer or the focus is at. */
  @state() private at: Mark | undefined
  /** What was pressed to stay marked. */
  @state() private pinned: Mark | undefined

  override render() {
    const { reading } = this
    if (reading.kind === 'empty') return nothing
    const words = tokenWords[this.language]
    const parts = 'parts' in reading ? reading.parts : []
    const hasFindings = reading.kind !== 'jws' || reading.warnings.length > 0
    return html`<div class="reading">
      <div role="status">
        ${hasFindings ? html`<ul class="findings">${this.renderFindings()}</ul>` : nothing}
      </div>
      <bp-token-text
        token=${reading.token}
        .parts=${parts}
        .wrong=${this.wrong}
        .marked=${this.at ?? this.pinned}
        .words=${words}
        @mark-part=${this.onMark}
      ></bp-token-text>
      <div class="parts">
        ${parts.map((part) => this.renderPart(part))}
        ${reading.kind === 'sd-jwt' ? this.renderDisclosures(reading) : nothing}
      </div>
    </div>`
  }

  private renderFindings() {
    const { reading } = this
    const words = tokenWords[this.language]
    const plain = (text: string) => html`<li class="plain">${text}</li>`
    const say = (finding: Finding) => sayFinding(this.withoutSecrets(finding), this.language)
    if (reading.kind === 'encrypted') return plain(words.encrypted)
    if (reading.kind === 'opaque') {
      const { at, issuer, format } = reading
      const known = issuer ? words.issuedBy(issuer) : format ? words.formatOf(format) : words.opaque
      return html`${plain(known)}${at ? html`<li>${words.opaqueCharacter(at)}</li>` : nothing}`
    }
    if (reading.kind === 'empty') return nothing
    if (reading.kind !== 'malformed') {
      const warnings = reading.warnings.map((found) => html`<li>${say(found)}</li>`)
      return reading.kind === 'sd-jwt' ? html`${this.renderSdJwt(reading)}${warnings}` : warnings
    }
    const { problem, cure, several = [] } = reading
    return html`<li class="problem">
      ${say(problem)}
      ${cure === undefined ? nothing : this.renderCure(cure, cureLabel(problem, words))}
      ${several.map((token, index) => this.renderCure(token, words.cureOf(index + 1)))}
    </li>`
  }

  /** A finding may quote what it found. */
  private withoutSecrets({ about, ...finding }: Finding): Finding {
    if (about === undefined) return finding
    return { ...finding, about: this.masking.shown(about, hideSecrets) }
  }

  private renderCure(text: string, label: string) {
    return html`<button @click=${() => this.cure(text)}>${label}</button>`
  }

  private renderSdJwt({ disclosures, keyBinding }: SdJwt) {
    const { sdJwt } = tokenWords[this.language]
    const readable = disclosures.filter(({ value }) => value !== undefined)
    return html`<li class="plain">${sdJwt.means(readable.length)}</li>
      ${
        keyBinding === undefined
          ? nothing
          : html`<li class="plain">
              ${sdJwt.bound} ${this.renderCure(keyBinding, sdJwt.openBound)}
            </li>`
      }`
  }

  private renderDisclosures({ disclosures }: SdJwt) {
    const { sdJwt } = tokenWords[this.language]
    if (disclosures.length === 0) return nothing
    return html`<section class="disclosures">
      <h3>${sdJwt.disclosed}</h3>
      <dl>
        ${disclosures.map(
          ({ text, name, value }) =>
            html`<dt>${value === undefined ? sdJwt.unreadable : (name ?? sdJwt.inList)}</dt>
              <dd>${value ?? html`<bp-secret .text=${text}></bp-secret>`}</dd>`,
        )}
      </dl>
    </section>`
  }

  private renderPart(part: Part) {
    const words = tokenWords[this.language]
    const { name, json, bytes } = part
    if (name === 'signature') {
      return html`<section class="signature ${isMarked(this.at ?? this.pinned, 'signature') ? 'marked' : ''}" aria-label=${words.parts.signature}>
        <h3><span class="part-name">${words.parts.signature}</span>
          <span class="small">${words.bytes(bytes?.length ?? 0)}</span></h3>
        <p class="small">${part.text === '' ? words.noSignature : words.signatureMeans}</p>
      </section>`
    }
    if (json) {
      return html`<bp-token-part
        name=${name}
        .json=${json}
        .marked=${this.at ?? this.pinned}
        .now=${this.now}
        language=${this.language}
        @mark-part=${this.onMark}
      ></bp-token-part>`
    }
    if (!bytes || bytes.length === 0) return nothing
    return html`<section class=${name} aria-label=${words.decoded(words.partIn[name])}>
      <h3><span class="part-name">${words.decoded(words.partIn[name])}</span></h3>
      <pre tabindex="0"><bp-secret .text=${new TextDecoder().decode(bytes)}></bp-secret></pre>
    </section>`
  }

  /** Where the raw text is wrong, if at one character. */
  private get wrong(): number | undefined {
    const { reading } = this
    if (reading.kind === 'opaque') return reading.at === undefined ? undefined : reading.at - 1
    return reading.kind === 'malformed' ? offsetOf(reading.problem, reading.parts) : undefined
  }

  private cure(text: string) {
    tell(this, 'cure', text)
  }

  private onMark({ detail: { mark, stay } }: CustomEvent<Marking>) {
    if (!stay) this.at = mark
    else {
      const again = this.pinned?.part === mark?.part && this.pinned?.member === mark?.member
      this.pinned = again ? undefined : mark
    }
  }
}

function cureLabel({ code }: Finding, words: TokenWords): string {
  if (code === 'nested') return words.openInner
  return code === 'invisible' ? words.takeOut : words.cure
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-token-reading': TokenReading
  }
}
