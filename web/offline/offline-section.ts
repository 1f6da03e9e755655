/** What is kept for the time without a network, and the way to keep it or to remove it. */

import { html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '../kit/base.ts'
import type { Words } from '../words/en.ts'
import { offlineWords, sizeText } from '../words/offline.ts'
import { CopyWatch } from './this-copy.ts'
import { toolStyles } from '../tools/tool-styles.ts'

@customElement('bp-offline-section')
export class OfflineSection extends LitElement {
  static override styles = [base, toolStyles]

  @property({ attribute: false }) words!: Words

  private readonly watch = new CopyWatch(this)

  override render() {
    const own = offlineWords[this.words.id]
    return html`<section aria-labelledby="title">
      <h2 id="title">${own.title}</h2>
      <p>${own.what}</p>
      <p class="state" role="status">${this.stateText}</p>
      ${this.renderButton()}
      ${this.watch.copy.state.kind === 'ready' ? html`<p class="small">${own.install}</p>` : nothing}
    </section>`
  }

  private get stateText(): string {
    const own = offlineWords[this.words.id]
    const { state } = this.watch.copy
    switch (state.kind) {
      case 'ready':
        return own.ready(sizeText(state.bytes))
      case 'keeping':
        return own.keeping(state.done, state.all)
      case 'failed':
        return own.failed[state.because]
      case 'unasked':
        return own.unasked[state.because]
      default:
        return own[state.kind]
    }
  }

  private renderButton() {
    const own = offlineWords[this.words.id]
    const keep = () => void this.watch.copy.keep()
    switch (this.watch.copy.state.kind) {
      case 'ready':
        return html`<button @click=${() => void this.watch.copy.remove()}>${own.remove}</button>`
      case 'failed':
        return html`<button @click=${keep}>${own.again}</button>`
      case 'unasked':
        return html`<button @click=${keep}>${own.keep}</button>`
      default:
        return nothing
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-offline-section': OfflineSection
  }
}
