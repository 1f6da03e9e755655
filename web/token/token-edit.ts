/** A token written anew: its header and payload as JSON, and a signature with a key somebody types, or none. */

import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { base } from '../kit/base.ts'
import { valueOf } from '../kit/value-of.ts'
import { tokenWords } from '../words/token.ts'
import { partFor, withAlgorithm, withPart } from './change-token.ts'
import { layOutJson } from './lay-out-json.ts'
import { readJson } from './read-json.ts'
import type { JsonObject, Jws } from './read-token.ts'
import { sayFinding, sayJsonFault } from './say-finding.ts'
import { type Algorithm, ALGORITHMS, fits, isAlgorithm, sign } from './sign-token.ts'
import { tokenFormStyles, tokenStyles } from './token-styles.ts'
import { tell } from '../kit/tell.ts'

type EditedPart = 'header' | 'payload'
type Signing = 'keep' | 'none' | Algorithm

/** @fires token-change with the token that was made as detail */
@customElement('bp-token-edit')
export class TokenEdit extends LitElement {
  static override styles = [
    base,
    tokenStyles,
    tokenFormStyles,
    css`
      .key {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: var(--space-1) var(--space-2);
        align-items: end;
      }
      .key .small,
      .key [role='status'] {
        grid-column: 1 / -1;
      }
      .key input {
        width: 100%;
        font-family: var(--mono);
      }
      .fits {
        color: var(--pass);
        font-size: var(--small);
        font-weight: 600;
      }
      .fits.not {
        color: var(--stop);
      }
      .note {
        padding: var(--space-2) var(--space-3);
        border-left: 3px solid var(--wait);
        background: var(--wait-soft);
        font-size: var(--small);
      }
    `,
  ]

  @property({ attribute: false }) jws!: Jws
  @property() language: 'en' | 'ko' = 'en'

  @state() private texts = { header: '', payload: '' }
  @state() private signing: Signing = 'keep'
  @state() private key = ''
  @state() private reveal = false
  @state() private fit: boolean | undefined
  /** The signature before anything was changed here. */
  private oldSignature = ''
  /** The token made here last: the inspector hands it back as `jws`, and the fields must not be written anew then. */
  private made = ''
  /** Signing takes a moment; only the last one counts. */
  private turn = 0

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('jws') || this.jws.token === this.made) return
    const { header, payload, parts } = this.jws
    this.made = this.jws.token
    this.texts = { header: layOutJson(header.text), payload: layOutJson(payload.text) }
    this.signing = 'keep'
    this.oldSignature = parts[2]!.text
    void this.tryKey()
  }

  override render() {
    const words = tokenWords[this.language].edit
    return html`
      ${(['header', 'payload'] as const).map(
        (part) => html`<label class=${part}>
          <span class="label">${words[part]}</span>
          <textarea
            data-part=${part}
            rows=${Math.min(12, this.texts[part].split('\n').length)}
            spellcheck="false"
            autocapitalize="off"
            aria-invalid=${this.faultIn(part) !== undefined}
            .value=${live(this.texts[part])}
            @input=${(event: InputEvent) => this.write(part, valueOf(event))}
          ></textarea>
          <span role="alert">${this.renderFault(part)}</span>
        </label>`,
      )}
      <label>
        <span class="label">${words.signature}</span>
        <select @change=${(event: Event) => this.choose(valueOf(event) as Signing)}>
          ${(['keep', ...ALGORITHMS, 'none'] as const).map(
            (signing) =>
              html`<option value=${signing} .selected=${live(signing === this.signing)}>
                ${isAlgorithm(signing) ? words.with(signing) : words[signing]}
              </option>`,
          )}
        </select>
      </label>
      ${this.renderKey()}
      ${this.renderDisagreement()}
    `
  }

  private renderFault(part: EditedPart) {
    const fault = this.faultIn(part)
    return fault === undefined ? nothing : html`<span class="fault">${fault}</span>`
  }

  private renderKey() {
    const words = tokenWords[this.language].edit
    const needsKey = isAlgorithm(this.signing) && this.key === ''
    return html`<div class="key">
      <label>
        <span class="label">${words.key}</span>
        <input
          class="secret"
          type=${this.reveal ? 'text' : 'password'}
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          .value=${live(this.key)}
          @input=${(event: InputEvent) => this.useKey(valueOf(event))}
        />
      </label>
      <button aria-pressed=${this.reveal} @click=${this.onReveal}>${words.showKey}</button>
      <div role="status">
        ${needsKey ? html`<span class="fits not">${words.keyMissing}</span>` : this.renderFit()}
      </div>
      <span class="small">${words.keyNote}</span>
    </div>`
  }

  private renderFit() {
    const words = tokenWords[this.language].edit
    if (this.fit === undefined) return nothing
    // That a signature just made with a key fits the key says nothing of the server's.
    if (this.fit && isAlgorithm(this.signing)) {
      return html`<span class="fits">${words.signed}</span>`
    }
    return html`<span class="fits ${this.fit ? '' : 'not'}"
      >${this.fit ? `✓ ${words.fits}` : `✕ ${words.fitsNot}`}</span
    > ${!this.fit && this.signing === 'keep' ? html`<span class="fits not">${words.notSigned}</span>` : nothing}`
  }

  private renderDisagreement() {
    const { alg } = this.jws.header.value
    if (!isAlgorithm(this.signing) || this.key === '' || alg === this.signing) return nothing
    const words = tokenWords[this.language].edit
    return html`<p class="note">${words.headerSays(JSON.stringify(alg) ?? '–', this.signing)}</p>`
  }

  /** Why a part's text cannot be used. */
  private faultIn(part: EditedPart): string | undefined {
    const reading = readJson(this.texts[part])
    if (reading.fault) {
      return sayJsonFault(
        reading.fault,
        { at: reading.at + 1, about: reading.found },
        this.language,
      )
    }
    if (objectIn(this.texts[part])) return undefined
    const about =
      reading.value === null
        ? 'null'
        : Array.isArray(reading.value)
          ? 'array'
          : typeof reading.value
    return sayFinding({ code: 'not-an-object', part, about }, this.language)
  }

  private write(part: EditedPart, text: string) {
    this.texts = { ...this.texts, [part]: text }
    void this.make()
  }

  /** A way to sign is written into the header too; what the learner then writes there stands. */
  private choose(signing: Signing) {
    this.signing = signing
    const header = objectIn(this.texts.header)
    if (signing !== 'keep' && header) {
      this.texts = { ...this.texts, header: layOutJson(withAlgorithm(header, signing)) }
    }
    void this.make()
  }

  private useKey(key: string) {
    this.key = key
    if (isAlgorithm(this.signing)) void this.make()
    else void this.tryKey()
  }

  private onReveal() {
    this.reveal = !this.reveal
  }

  /** Whether what is written makes no token: then the last one that it made still stands. */
  private get isUnfinished(): boolean {
    const { signing, key, texts } = this
    if (!objectIn(texts.header) || !objectIn(texts.payload)) return true
    return isAlgorithm(signing) && key === ''
  }

  private async make() {
    const turn = ++this.turn
    const { signing, key, texts } = this
    tell(this, 'unfinished', this.isUnfinished)
    // What the key was found to fit was another token.
    this.fit = undefined
    if (!objectIn(texts.header) || !objectIn(texts.payload)) return
    if (isAlgorithm(signing) && key === '') return
    let token = this.jws.token
    for (const part of ['header', 'payload'] as const) {
      // Its own blanks stay as long as nobody writes in it.
      if (texts[part] !== layOutJson(this.jws[part].text))
        token = withPart(token, part, partFor(texts[part]))
    }
    if (isAlgorithm(signing)) token = await sign(token, key, signing)
    else token = withPart(token, 'signature', signing === 'none' ? '' : this.oldSignature)
    if (turn !== this.turn) return
    this.made = token
    tell(this, 'token-change', token)
    await this.tryKey(token)
  }

  /** Whether the key fits the token, where its header names an algorithm a typed key can be for. */
  private async tryKey(token = this.jws.token) {
    const { key } = this
    const alg = objectIn(this.texts.header)?.value['alg']
    const can = key !== '' && isAlgorithm(alg) && !token.endsWith('.')
    const fit = can ? await fits(token, key, alg) : undefined
    if (key === this.key && token === this.made) this.fit = fit
  }
}

function objectIn(text: string): JsonObject | undefined {
  const reading = readJson(text)
  if (reading.fault || !text.trimStart().startsWith('{')) return undefined
  return { text, value: reading.value as Record<string, unknown>, members: reading.members }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-token-edit': TokenEdit
  }
}
