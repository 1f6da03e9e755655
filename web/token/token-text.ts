/** A token as it travels: three parts in colour and underline, the characters of a claim marked when pointed at. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { base } from '../kit/base.ts'
import { Masking } from '../kit/masking.ts'
import '../kit/secret.ts'
import type { TokenWords } from '../words/token.ts'
import { runsOf } from './characters-of.ts'
import { seen } from './invisible.ts'
import { isMarked, type Mark, tellMark } from './mark.ts'
import type { Part } from './read-token.ts'
import { tokenStyles } from './token-styles.ts'

/** @fires mark-part with a `Marking` as detail */
@customElement('bp-token-text')
export class TokenText extends LitElement {
  static override styles = [
    base,
    tokenStyles,
    css`
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-4);
        padding: 0 0 var(--space-2);
        list-style: none;
        font-size: var(--small);
      }
      .text {
        max-height: 22em;
        overflow-y: auto;
        padding: var(--space-3);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--sheet);
        font: var(--code) / 2 var(--mono);
        font-variant-ligatures: none;
        word-break: break-all;
        overflow-wrap: anywhere;
      }
      .run.member {
        cursor: pointer;
      }
      .run.marked {
        background: var(--part);
        color: var(--sheet);
        border-radius: 2px;
      }
      .wrong {
        outline: 2px solid var(--stop);
        outline-offset: 1px;
        background: var(--stop-soft);
        color: var(--stop);
        font-weight: 700;
      }
      .rest {
        color: var(--ink-2);
      }
    `,
  ]

  @property() token = ''
  @property({ attribute: false }) parts: Part[] = []
  /** Offset of a character that is wrong. */
  @property({ attribute: false }) wrong: number | undefined
  @property({ attribute: false }) marked: Mark | undefined
  @property({ attribute: false }) words!: TokenWords

  private readonly masking = new Masking(this)

  override render() {
    const { words, parts, token } = this
    // Neither what is in it, nor how long its parts are.
    if (this.masking.isOn) return html`<bp-secret .text=${token}></bp-secret>`
    return html`
      ${
        parts.length > 1
          ? html`<ul class="legend">
              ${parts.map(
                ({ name, text }) => html`<li class=${name}>
                  <span class="part-name">${words.parts[name]}</span>
                  <span class="small">${words.characters(text.length)}</span>
                </li>`,
              )}
            </ul>`
          : nothing
      }
      <div class="text" tabindex="0" role="group" aria-label=${words.raw}>${this.renderText()}</div>
    `
  }

  private renderText() {
    const { parts, token } = this
    const last = parts.at(-1)
    const rest = last ? token.slice(last.start + last.text.length) : token
    return html`${repeat(
      parts,
      ({ name }) => name,
      (part, index) => html`${index > 0 ? '.' : nothing}<span
          class=${part.name}
          @pointerleave=${() => tellMark(this, { mark: undefined })}
          >${this.renderPart(part)}</span
        >`,
    )}<span class="rest">${this.renderPlain(rest, token.length - rest.length)}</span>`
  }

  private renderPart(part: Part) {
    const wrong = this.wrong === undefined ? -1 : this.wrong - part.start
    if (wrong >= 0 && wrong < part.text.length) {
      return html`<span class="run">${this.renderPlain(part.text, part.start)}</span>`
    }
    return runsOf(part).map(({ text, member }) => {
      const mark: Mark = { part: part.name, ...(member !== undefined && { member }) }
      const marked = isMarked(this.marked, part.name, member)
      return html`<span
        class="run ${member === undefined ? '' : 'member'} ${marked ? 'marked' : ''}"
        @pointerenter=${() => tellMark(this, { mark })}
        @click=${() => tellMark(this, { mark, stay: true })}
        >${text}</span
      >`
    })
  }

  /** Text that starts at an offset of the token, with what is wrong in it set apart. */
  private renderPlain(text: string, start: number) {
    const wrong = this.wrong === undefined ? -1 : this.wrong - start
    if (wrong < 0 || wrong >= text.length) return text
    const character = String.fromCodePoint(text.codePointAt(wrong)!)
    const after = text.slice(wrong + character.length)
    return html`${text.slice(0, wrong)}<mark class="wrong">${seen(character)}</mark>${after}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-token-text': TokenText
  }
}
