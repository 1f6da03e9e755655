/** The Authorization header as a row of its own: name, scheme, token. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { parseAuthorization } from '../../server/security/authorization.ts'
import { base } from '../kit/base.ts'
import { keepFocus } from '../kit/keep-focus.ts'
import { hideScheme } from '../kit/secrets.ts'
import { tell } from '../kit/tell.ts'
import type { Words } from '../words/en.ts'
import { requestRowStyles } from './request-row-styles.ts'
import { submitRequest } from './submit-request.ts'

const KNOWN_SCHEME = /^(Bearer|Basic) /i

/**
 * @fires authorization-change with the new value as detail; empty for no header
 * @fires submit-request when Enter is pressed in a field
 */
@customElement('bp-authorization-row')
export class AuthorizationRow extends LitElement {
  static override styles = [
    base,
    requestRowStyles,
    css`
      .authorization {
        border-color: var(--line);
      }
      .scheme {
        /* As wide as what is in it, where the browser can. */
        field-sizing: content;
        width: auto;
        /* With the arrow of its list. */
        min-width: 8.5rem;
        max-width: 50%;
        flex: none;
        border-right: 1px solid var(--line);
        font-weight: 650;
      }
      .scheme::placeholder {
        font-weight: 400;
      }
      /* That one can write or choose here is seen before one does. */
      .scheme::-webkit-calendar-picker-indicator {
        opacity: 1;
      }
      @supports not (field-sizing: content) {
        .scheme {
          width: 7.5rem;
        }
      }
      .token {
        flex: 1 1 5rem;
      }
      /* All of a token is seen where it is to be read, and while it is written. */
      :host(:not([whole])) .token:not(:focus) {
        /* Two whole lines. */
        max-height: 2.8em;
      }
      :host([whole]) .filled {
        .scheme {
          flex: 1 1 7rem;
          max-width: none;
          border-right: 0;
        }
        .token {
          flex: 1 1 60%;
        }
      }
      .filled .scheme {
        background: var(--accent-soft);
      }
      button {
        min-height: 40px;
        border-radius: 0;
        border-width: 0 0 0 1px;
        border-color: var(--line);
        font-size: var(--small);
      }
      .issued {
        flex: 1 0 100%;
        min-height: 32px;
        border-width: 1px 0 0;
        text-align: start;
        color: var(--accent);
        font-weight: 600;
      }
      @container (max-width: 399px) {
        /* There is nothing to take away, and no room for a row of its own. */
        button:disabled {
          display: none;
        }
        .scheme {
          flex: 1 1 7rem;
          min-width: 7rem;
        }
        .filled .scheme {
          max-width: none;
          border-right: 0;
        }
        .filled .token {
          flex: 1 1 60%;
        }
      }
    `,
  ]

  /** The header's value; empty for none. */
  @property() value = ''
  /** The newest token a server gave out; empty when none has. */
  @property() issued = ''
  /** Whether all of a long token stays in sight. */
  @property({ type: Boolean, reflect: true }) whole = false
  @property({ attribute: false }) words!: Words

  constructor() {
    super()
    keepFocus(this, () =>
      // Whoever takes the token that came goes on by sending it.
      this.issued && this.parts.token === this.issued
        ? (this.getRootNode() as ShadowRoot).querySelector<HTMLElement>('.send')
        : this.renderRoot.querySelector<HTMLElement>(this.value ? '.token' : '.scheme'),
    )
  }

  override render() {
    const { form } = this.words
    const { scheme, token } = this.parts
    return html`<form
      class="row authorization ${scheme || token ? 'filled' : ''}"
      autocomplete="off"
      @submit=${submitRequest}
    >
      <span class="name" id="authorization" translate="no">${form.authorization}</span>
      <input
        class=${hideScheme(scheme) === scheme ? 'scheme' : 'scheme secret'}
        aria-label="${form.authorization}: ${form.scheme}"
        list="schemes"
        placeholder=${token ? form.noScheme : form.noHeader}
        spellcheck="false"
        autocapitalize="off"
        translate="no"
        .value=${live(scheme)}
        @input=${(event: InputEvent) => this.write(valueOf(event), token)}
      />
      <datalist id="schemes">
        <option value="Bearer"></option>
        <option value="Basic"></option>
      </datalist>
      <textarea
        class="token secret"
        rows=${this.whole ? 5 : 1}
        aria-label="${form.authorization}: ${form.token}"
        placeholder=${form.token}
        spellcheck="false"
        autocapitalize="off"
        translate="no"
        .value=${live(token)}
        @input=${(event: InputEvent) => this.write(scheme, valueOf(event))}
        @keydown=${this.onKeydown}
      ></textarea>
      <button
        type="button"
        aria-label=${form.clear}
        title=${form.clear}
        ?disabled=${!scheme && !token}
        @click=${() => this.write('', '')}
      >
        ✕
      </button>
      ${
        this.issued && this.issued !== token
          ? html`<button type="button" class="issued" @click=${() => this.write('Bearer', this.issued)}>
              ${form.useToken}
            </button>`
          : nothing
      }
    </form>`
  }

  private get parts(): { scheme: string; token: string } {
    const { scheme } = parseAuthorization(this.value)
    return { scheme, token: this.value.slice(scheme.length + 1) }
  }

  private write(scheme: string, token: string) {
    // Who writes the whole value into one field wants it in both.
    const isWhole = scheme === '' && KNOWN_SCHEME.test(token)
    const value = isWhole ? token : token === '' ? scheme : `${scheme} ${token}`
    tell(this, 'authorization-change', value)
  }

  /** A header is one line: Enter sends, as in the other fields. */
  private onKeydown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.metaKey) return
    submitRequest(event)
  }
}

/** What was written, without the line breaks of something pasted. */
function valueOf(event: Event): string {
  return (event.target as HTMLInputElement).value.replaceAll(/[\r\n]+/g, '')
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-authorization-row': AuthorizationRow
  }
}
