/** A row of the keys that code needs and phones hide: shown where fingers type, or where there is little room. */

import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '../../kit/base.ts'
import { tell } from '../../kit/tell.ts'
import type { EditorWords } from '../../words/editor.ts'

const TEXTS = ['{', '}', '(', ')', '[', ']', "'", '`', ';', '=>'] as const
const ACTIONS = { indent: '⇥', left: '←', right: '→', undo: '↶', redo: '↷' } as const

/** A text to be put in, or something to be done. */
export type TouchKey = { insert: string } | { act: keyof typeof ACTIONS }

/** @fires touch-key with a {@link TouchKey} as detail */
@customElement('bp-touch-keys')
export class TouchKeys extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: none;
      }
      @media (pointer: coarse), (max-width: 759px) {
        :host {
          display: block;
        }
      }
      .keys {
        display: flex;
        gap: 2px;
        padding: 2px 2px var(--space-1);
        /* One row, which a finger moves: below it, a phone's keyboard leaves little room for the text. */
        overflow-x: auto;
      }
      button {
        flex: 1 0 44px;
        min-height: 44px;
        padding: 0;
        font: var(--text) / 1 var(--mono);
        font-variant-ligatures: none;
        touch-action: manipulation;
        user-select: none;
        -webkit-user-select: none;
      }
    `,
  ]

  @property({ attribute: false }) words!: EditorWords

  override render() {
    const { touch } = this.words
    const actions = Object.keys(ACTIONS) as (keyof typeof ACTIONS)[]
    return html`<div
      class="keys"
      role="group"
      tabindex="0"
      aria-label=${touch.label}
      translate="no"
      @mousedown=${
        // The text keeps the focus, or the phone's keyboard would go.
        (event: Event) => event.preventDefault()
      }
    >
      ${TEXTS.map((text) => this.renderKey(text, touch.insert(text), { insert: text }))}
      ${actions.map((act) => this.renderKey(ACTIONS[act], touch[act], { act }))}
    </div>`
  }

  /** Not on the way of the Tab key: who has one has these keys too. */
  private renderKey(sign: string, label: string, key: TouchKey) {
    return html`<button
      type="button"
      tabindex="-1"
      aria-label=${label}
      title=${label}
      @click=${() => tell(this, 'touch-key', key)}
    >
      ${sign}
    </button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-touch-keys': TouchKeys
  }
}
