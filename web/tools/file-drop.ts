/** Takes files: by a button, or dropped. */

import { css, html, LitElement } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { base } from '../kit/base.ts'
import { tell } from '../kit/tell.ts'

/** @fires files with the `File`s as detail; they are read by whoever hears it */
@customElement('bp-file-drop')
export class FileDrop extends LitElement {
  static override styles = [
    base,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-3);
        align-items: center;
        padding: var(--space-4);
        border: 1.5px dashed var(--edge);
        border-radius: var(--radius);
        background: var(--sheet);
      }
      .over {
        border-color: var(--accent);
        background: var(--accent-soft);
      }
      input {
        display: none;
      }
    `,
  ]

  /** What the button says, and what stands beside it. */
  @property() label = ''
  @property() hint = ''
  @property({ type: Boolean }) many = false

  @state() private isOver = false

  @query('input') private input!: HTMLInputElement

  override render() {
    return html`<div
      class=${this.isOver ? 'over' : ''}
      @dragenter=${this.onOver}
      @dragover=${this.onOver}
      @dragleave=${this.onAway}
      @drop=${this.onDrop}
    >
      <button type="button" @click=${() => this.input.click()}>${this.label}</button>
      <span class="small">${this.hint}</span>
      <input
        type="file"
        accept=".json,application/json"
        tabindex="-1"
        aria-hidden="true"
        ?multiple=${this.many}
        @change=${this.onChosen}
      />
    </div>`
  }

  private readonly onOver = (event: DragEvent) => {
    // Else the browser opens the file in the place of the page.
    event.preventDefault()
    this.isOver = true
  }

  private readonly onAway = () => {
    this.isOver = false
  }

  private readonly onDrop = (event: DragEvent) => {
    event.preventDefault()
    this.isOver = false
    this.give([...(event.dataTransfer?.files ?? [])])
  }

  private readonly onChosen = () => {
    const files = [...(this.input.files ?? [])]
    // The same file may be chosen again.
    this.input.value = ''
    this.give(files)
  }

  private give(files: File[]) {
    if (files.length > 0) tell(this, 'files', files)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-file-drop': FileDrop
  }
}
