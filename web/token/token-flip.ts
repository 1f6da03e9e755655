/** One bit of a token flipped: which part, which bit, and what became of it. */

import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { base } from '../kit/base.ts'
import { tokenWords } from '../words/token.ts'
import { bitsOf, type Flip, flipBit } from './change-token.ts'
import type { Part, PartName } from './read-token.ts'
import { tokenStyles } from './token-styles.ts'
import { tell } from '../kit/tell.ts'

/** @fires token-change with the token that was made as detail */
@customElement('bp-token-flip')
export class TokenFlip extends LitElement {
  static override styles = [
    base,
    tokenStyles,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-3);
        align-items: end;
      }
      label {
        display: grid;
        gap: var(--space-1);
      }
      input {
        width: 8em;
        font-variant-numeric: tabular-nums;
      }
      p {
        margin-top: var(--space-2);
        font-size: var(--small);
      }
      .run {
        font-family: var(--mono);
        font-weight: 700;
      }
    `,
  ]

  @property() token = ''
  @property({ attribute: false }) parts: Part[] = []
  @property() language: 'en' | 'ko' = 'en'

  @state() private name: PartName = 'signature'
  /** Undefined for the middle. */
  @state() private bit: number | undefined
  @state() private flipped: Flip | undefined

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('token') && this.flipped?.token !== this.token) this.flipped = undefined
  }

  override render() {
    const words = tokenWords[this.language]
    const chosen = this.chosen
    const bits = chosen ? bitsOf(chosen) : 0
    return html`<form @submit=${this.onSubmit}>
        <label>
          <span class="label">${words.flip.part}</span>
          <select @change=${this.onPart}>
            ${this.parts.map(
              ({ name }) =>
                html`<option value=${name} .selected=${live(name === this.name)}>
                  ${words.parts[name]}
                </option>`,
            )}
          </select>
        </label>
        <label>
          <span class="label">${words.flip.bit(bits)}</span>
          <input
            type="number"
            min="1"
            max=${bits}
            required
            ?disabled=${bits === 0}
            .value=${live(String(this.bit ?? Math.ceil(bits / 2)))}
            @input=${this.onBit}
          />
        </label>
        <button ?disabled=${bits === 0}>${words.flip.flip}</button>
      </form>
      ${bits === 0 ? html`<p>${words.flip.nothing}</p>` : nothing}
      <div role="status">${this.renderFlipped()}</div>`
  }

  private renderFlipped() {
    if (!this.flipped) return nothing
    const words = tokenWords[this.language]
    const { part, bit, byte, character, from, to } = this.flipped
    return html`<p class=${part}>
      ${words.flip.done(words.partIn[part], bit, byte, character)}
      <span class="run">${from}</span> → <span class="run">${to}</span>
    </p>`
  }

  private get chosen(): Part | undefined {
    return this.parts.find(({ name }) => name === this.name)
  }

  private onPart({ target }: Event) {
    this.name = (target as HTMLSelectElement).value as PartName
    this.bit = undefined
  }

  private onBit({ target }: Event) {
    this.bit = (target as HTMLInputElement).valueAsNumber
  }

  /** The browser has checked that the number is a bit of the part. */
  private onSubmit(event: SubmitEvent) {
    event.preventDefault()
    const { chosen } = this
    if (!chosen?.bytes || bitsOf(chosen) === 0) return
    this.flipped = flipBit(this.token, chosen, this.bit)
    tell(this, 'token-change', this.flipped.token)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-token-flip': TokenFlip
  }
}
