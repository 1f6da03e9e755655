/** Saves what a learner hands in, under a name that is typed and kept nowhere. */

import { css, html, LitElement } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { loadLessons } from '../../lessons/index.ts'
import { base } from '../kit/base.ts'
import { download } from '../kit/files.ts'
import { handInFile, NAME_LIMIT, nameOf } from '../state/hand-in.ts'
import type { Playground } from '../state/playground.ts'
import { CLASS, routeHash } from '../state/route.ts'
import type { Words } from '../words/en.ts'
import { handInWords } from '../words/hand-in.ts'
import { dated } from './file-names.ts'
import { toolStyles } from './tool-styles.ts'

@customElement('bp-hand-in-tool')
export class HandInTool extends LitElement {
  static override styles = [
    base,
    toolStyles,
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
        font-size: var(--small);
        font-weight: 600;
      }
      input {
        width: min(20rem, 100%);
        min-height: 36px;
        padding: 0 var(--space-2);
        border: 1px solid var(--edge);
        border-radius: var(--radius-small);
        background: var(--sheet);
        font-size: var(--text);
        font-weight: 400;
      }
    `,
  ]

  @property({ attribute: false }) playground!: Pick<Playground, 'saved'>
  @property({ attribute: false }) words!: Words

  @state() private said = ''
  @state() private isBad = false

  @query('input') private input!: HTMLInputElement

  override render() {
    const { own, said, isBad } = this
    const forClass = routeHash({ language: this.words.id, lesson: CLASS })
    return html`<section aria-labelledby="hand-in">
      <h2 id="hand-in">${own.title}</h2>
      <p>${own.lead}</p>
      <p class="small">${own.holds} ${own.since}</p>
      <form @submit=${this.onSave}>
        <label>
          ${own.name}
          <input autocomplete="name" maxlength=${NAME_LIMIT} />
        </label>
        <button>${own.save}</button>
      </form>
      <p class="said ${isBad ? 'bad' : ''}" role="status">${said}</p>
      <p class="small"><a href=${forClass}>${own.forClass}</a></p>
    </section>`
  }

  private get own() {
    return handInWords[this.words.id]
  }

  private say(said: string, isBad = false) {
    this.said = said
    this.isBad = isBad
  }

  private readonly onSave = async (event: SubmitEvent) => {
    event.preventDefault()
    const { own } = this
    const name = nameOf(this.input.value)
    if (name === '') {
      this.input.focus()
      return this.say(own.noName, true)
    }
    const now = new Date()
    const text = handInFile(name, this.playground.saved.storage.stored, await loadLessons(), now)
    if (text === undefined) return this.say(own.nothing, true)
    // Every system takes such a name.
    const file = `hand-in-${name.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')}-${dated(now)}.json`
    download(new Blob([text], { type: 'application/json' }), file)
    this.say(own.saved(file))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-hand-in-tool': HandInTool
  }
}
