/** A notice of what became of what this browser keeps. */

import { html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { SavedState } from '../state/saved-state.ts'
import type { Words } from '../words/en.ts'
import { storageWords } from '../words/storage.ts'

@customElement('bp-storage-note')
export class StorageNote extends LitElement {
  @property() note!: SavedState['notices'][number]
  @property({ attribute: false }) words!: Words

  override render() {
    return html`<span>${storageWords[this.words.id][this.note]}</span>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-storage-note': StorageNote
  }
}
