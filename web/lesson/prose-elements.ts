/** The small elements that stand inside a sentence: a region of the source, a request to take. */

import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '../kit/base.ts'
import { tell } from '../kit/tell.ts'

/** A button that reads as part of its sentence. */
export const inline = css`
  :host {
    display: inline;
    white-space: nowrap;
  }
  /* What follows belongs to it, a Korean particle above all: no line ends in between. */
  :host::after {
    content: '\\2060';
  }
  button,
  [role='button'] {
    display: inline;
    white-space: normal;
    min-height: 0;
    padding: 0 1px;
    border: 0;
    border-bottom: 1px dashed var(--accent);
    border-radius: 0;
    background: none;
    color: var(--accent);
    text-align: start;
    cursor: pointer;
    -webkit-box-decoration-break: clone;
    box-decoration-break: clone;
  }
`

/** No button element: that would be a box of its own, and what follows it begin a line. */
const button = (press: () => void) =>
  html`<span
    role="button"
    tabindex="0"
    @click=${press}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      if (event.ctrlKey || event.metaKey) return
      event.preventDefault()
      press()
    }}
    ><slot></slot
  ></span>`

class InlineButton extends LitElement {
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('[role=button]')?.focus()
  }
}

/** What is put on the bench does not look like what is only pointed at. */
const taken = css`
  [role='button'] {
    padding: 0 3px;
    outline-offset: -1px;
    border-bottom: 0;
    border-radius: var(--radius-small);
    background: var(--accent-soft);
  }
`

/**
 * Points at a region of the step's source.
 * @fires show-region with the region's name as detail
 */
@customElement('bp-region')
export class RegionLink extends InlineButton {
  static override styles = [base, inline]

  @property() name = ''

  override render() {
    return button(() => tell(this, 'show-region', this.name))
  }
}

/**
 * Puts one of the lesson's requests on the bench.
 * @fires use-request with the request's id as detail
 */
@customElement('bp-request')
export class RequestLink extends InlineButton {
  static override styles = [base, inline, taken]

  @property() name = ''

  override render() {
    return button(() => tell(this, 'use-request', this.name))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-region': RegionLink
    'bp-request': RequestLink
  }
}
