/** A password that a lesson's text has to say: hidden like any other while secrets are. */

import { html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { PASSWORDS } from '../../lessons/passwords.ts'
import { base } from '../kit/base.ts'
import { Masking } from '../kit/masking.ts'
import { prose } from '../kit/prose-styles.ts'
import { hideAll } from '../kit/secrets.ts'
import { inline } from './prose-elements.ts'

@customElement('bp-password')
export class Password extends LitElement {
  static override styles = [base, prose, inline]

  /** Whose it is, as `lessons/passwords.ts` names them. */
  @property() name = ''

  private readonly masking = new Masking(this)

  override render() {
    return html`<code translate="no">${this.masking.shown(PASSWORDS[this.name] ?? '', hideAll)}</code>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-password': Password
  }
}
