/** The form that writes a request: method, path, Authorization, other headers, body. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import type { RequestDraft } from '../../lessons/lesson.ts'
import { parseAuthorization } from '../../server/security/authorization.ts'
import { base } from '../kit/base.ts'
import type { DraftProblem } from '../state/draft-problem.ts'
import type { Words } from '../words/en.ts'
import './copy-request.ts'

/** After so many milliseconds without an answer, there is a button to wait no more. */
const CANCEL_DELAY = 600

/**
 * @fires draft-change with the new draft as detail
 * @fires send-request when the learner sends
 * @fires cancel-request when the learner no longer waits for the answer
 * @fires stop-change with whether the auth server is to be stopped
 */
@customElement('bp-request-form')
export class RequestForm extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        container-type: inline-size;
      }
      form {
        display: grid;
        gap: var(--space-2);
      }
      .line,
      .authorization {
        display: flex;
        flex-wrap: wrap;
        border: 1px solid var(--edge);
        border-radius: var(--radius);
        background: var(--sheet);
        overflow: hidden;
      }
      .authorization {
        border-color: var(--line);
      }
      input,
      select {
        min-width: 0;
        min-height: 40px;
        padding: 0 var(--space-3);
        border: 0;
        background-color: transparent;
        font: var(--code) / 1.4 var(--mono);
        font-variant-ligatures: none;
      }
      :is(.line, .authorization) :focus-visible {
        outline-offset: -2px;
      }
      select {
        max-width: 11rem;
        padding-right: 28px;
        background-color: var(--sunk);
        border-right: 1px solid var(--line);
        color: var(--ink-2);
        text-overflow: ellipsis;
      }
      option {
        background: var(--sheet);
        color: var(--ink);
      }
      .method {
        width: 6.5rem;
        border-right: 1px solid var(--line);
        font-weight: 650;
      }
      .path {
        flex: 1 1 10rem;
      }
      .act {
        display: grid;
        flex: 0 0 auto;
      }
      .act button {
        grid-area: 1 / 1;
        min-height: 40px;
        padding: 0 var(--space-5);
        border-radius: 0;
      }
      .name {
        display: flex;
        align-items: center;
        padding: 0 var(--space-3);
        border-right: 1px solid var(--line);
        color: var(--ink-2);
        font: var(--code) / 1.4 var(--mono);
      }
      .scheme {
        /* As wide as what is in it, where the browser can. */
        field-sizing: content;
        width: auto;
        min-width: 7.5rem;
        max-width: 60%;
        flex: none;
        border-right: 1px solid var(--line);
        font-weight: 650;
      }
      @supports not (field-sizing: content) {
        .scheme {
          width: 7.5rem;
        }
      }
      .token {
        flex: 1 1 5rem;
      }
      .authorization.filled .scheme {
        background: var(--accent-soft);
      }
      .authorization button {
        min-height: 40px;
        border-radius: 0;
        border-width: 0 0 0 1px;
        border-color: var(--line);
        font-size: var(--small);
      }
      .authorization .issued {
        flex: 1 0 100%;
        border-width: 1px 0 0;
        text-align: start;
        padding-left: var(--space-3);
        color: var(--accent);
        font-weight: 600;
      }
      .switch {
        display: flex;
        gap: var(--space-2);
        align-items: center;
        width: fit-content;
        font-size: var(--small);
        cursor: pointer;
      }
      .switch input {
        min-height: 0;
      }
      /* As much as one header takes, so that nothing jumps when they come. */
      bp-header-rows:not(:defined) {
        display: block;
        min-height: 80px;
      }
      .problem {
        padding: var(--space-2) var(--space-3);
        border-left: 3px solid var(--stop);
        background: var(--stop-soft);
        font-size: var(--small);
        overflow-wrap: anywhere;
      }
      .hold {
        padding: var(--space-2) var(--space-3);
        border-left: 3px solid var(--accent);
        background: var(--accent-soft);
        font-size: var(--small);
      }
      [aria-invalid='true'] {
        box-shadow: inset 0 -2px 0 var(--stop);
      }
      summary {
        width: fit-content;
        padding: var(--space-1) 0;
        color: var(--ink-2);
        font-size: var(--small);
        cursor: pointer;
      }
      .more {
        display: grid;
        gap: var(--space-3);
        padding: var(--space-2) 0;
      }
      textarea {
        width: 100%;
        min-height: 72px;
        padding: var(--space-2) var(--space-3);
        border: 1px solid var(--edge);
        border-radius: var(--radius-small);
        background: var(--sheet);
        font: var(--code) / 1.6 var(--mono);
        resize: vertical;
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-4);
        justify-content: space-between;
        align-items: start;
      }
      details {
        flex: 1 1 16rem;
      }
      details[open] {
        flex-basis: 100%;
      }
      @container (max-width: 520px) {
        .line:not(:has(select)) .method {
          flex: 1 1 100%;
          border-right: 0;
        }
        .line select {
          flex: 1 1 8rem;
          max-width: none;
          border-right: 0;
        }
        .path {
          flex: 1 1 100%;
          border-top: 1px solid var(--line);
        }
        .act {
          flex: 1 1 100%;
        }
        .line,
        .name {
          border-bottom: 1px solid var(--line);
        }
        .name {
          flex: 1 1 100%;
          min-height: 32px;
          border-right: 0;
        }
      }
    `,
  ]

  @property({ attribute: false }) draft!: RequestDraft
  /** The lesson's servers: their id and the path they answer under. */
  @property({ attribute: false }) servers: { id: string; path: string }[] = []
  /** The absolute URL the draft goes to. */
  @property() url = ''
  @property({ attribute: false }) problem: DraftProblem | undefined
  /** Why sending has to wait, in words; empty when it need not. */
  @property() hold = ''
  @property({ type: Boolean }) sending = false
  /** Whether the lesson has an auth server that can be stopped, and whether it is. */
  @property({ type: Boolean }) stoppable = false
  @property({ type: Boolean }) stopped = false
  /** Whether the chosen server is weak on purpose. */
  @property({ type: Boolean }) weak = false
  /** The newest token a server gave out; empty when none has. */
  @property() issued = ''
  @property({ attribute: false }) words!: Words

  /** Whether other headers and the body are in sight: what is being emptied stays so. */
  @state() private unfolded = false
  /** Whether the answer takes so long that there is a button to wait no more. */
  @state() private cancellable = false
  private cancelTimer: ReturnType<typeof setTimeout> | undefined
  /** The draft as last written here: any other was put here. */
  private written: RequestDraft | undefined

  @query('.path') private pathField!: HTMLInputElement

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.cancelTimer)
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('sending')) this.offerCancel()
    if (changed.has('draft')) {
      const before = changed.get('draft') as RequestDraft | undefined
      if (hasMore(this.draft) && !(before && hasMore(before))) this.unfolded = true
      if (!hasMore(this.draft) && this.draft !== this.written) this.unfolded = false
    }
    // Most requests have no more, and the first can be sent before these have come.
    if (this.unfolded) void import('./header-rows.ts')
  }

  override focus(): void {
    this.pathField.focus()
  }

  override render() {
    const { draft, words, problem } = this
    const { form } = words
    const { scheme, token } = this.authorization
    return html`<form @submit=${this.onSubmit} @keydown=${this.onKeydown} autocomplete="off">
      <div class="line">
        <input
          class="method"
          aria-label=${form.method}
          list="methods"
          spellcheck="false"
          aria-invalid=${problem?.field === 'method'}
          .value=${live(draft.method)}
          @input=${(event: InputEvent) => this.change({ method: valueOf(event) })}
        />
        <datalist id="methods">
          ${['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'].map(
            (method) => html`<option value=${method}></option>`,
          )}
        </datalist>
        ${this.servers.length > 1 ? this.renderServers() : nothing}
        <input
          class="path"
          aria-label=${form.path}
          spellcheck="false"
          autocapitalize="off"
          aria-invalid=${problem?.field === 'path'}
          .value=${live(draft.path)}
          @input=${(event: InputEvent) => this.change({ path: valueOf(event) })}
        />
        <span class="act">
          <button class="primary send" ?disabled=${this.hold !== '' || this.sending}>
            ${this.sending ? form.sending : form.send}
          </button>
          ${
            this.cancellable
              ? html`<button type="button" class="cancel" @click=${this.onCancel}>
                ${form.cancel}
              </button>`
              : nothing
          }
        </span>
      </div>
      <div class="authorization ${scheme || token ? 'filled' : ''}">
        <span class="name" id="authorization">${form.authorization}</span>
        <input
          class="scheme"
          aria-label="${form.authorization}: ${form.scheme}"
          list="schemes"
          placeholder=${token ? form.noScheme : form.noHeader}
          spellcheck="false"
          autocapitalize="off"
          .value=${live(scheme)}
          @input=${(event: InputEvent) => this.authorize(valueOf(event), token)}
        />
        <datalist id="schemes">
          <option value="Bearer"></option>
          <option value="Basic"></option>
        </datalist>
        <input
          class="token"
          aria-label="${form.authorization}: ${form.token}"
          placeholder=${form.token}
          spellcheck="false"
          autocapitalize="off"
          .value=${live(token)}
          @input=${(event: InputEvent) => this.authorize(scheme, valueOf(event))}
        />
        <button type="button" @click=${() => this.authorize('', '')} ?disabled=${!scheme && !token}>
          ${form.clear}
        </button>
        ${
          this.issued && this.issued !== token
            ? html`<button
              type="button"
              class="issued"
              @click=${() => this.authorize('Bearer', this.issued)}
            >
              ${form.useToken}
            </button>`
            : nothing
        }
      </div>
      <div role="alert">
        ${
          problem
            ? html`<p class="problem">${words.problem[problem.code](problem.about)}</p>`
            : nothing
        }
      </div>
      ${
        this.stoppable
          ? html`<label class="switch">
            <input
              type="checkbox"
              role="switch"
              .checked=${live(this.stopped)}
              @change=${this.onStop}
            />
            ${form.stopAuth}
          </label>`
          : nothing
      }
      ${this.weak ? html`<p class="problem">⚠ ${form.weak}</p>` : nothing}
      ${this.hold ? html`<p class="hold">${this.hold}</p>` : nothing}
      <div class="foot">
        <details ?open=${this.unfolded} @toggle=${this.onToggle}>
          <summary>${form.more}</summary>
          <div class="more">
            <bp-header-rows
              .headers=${otherHeaders(this.draft)}
              .words=${words}
              ?invalid=${problem?.field === 'headers'}
              @headers-change=${(event: CustomEvent<RequestDraft['headers']>) =>
                this.change({ headers: [...this.authorizationLines, ...event.detail] })}
            ></bp-header-rows>
            <label>
              <span class="label">${form.body}</span>
              <textarea
                spellcheck="false"
                aria-invalid=${problem?.field === 'body'}
                .value=${live(draft.body)}
                @input=${(event: InputEvent) => this.change({ body: valueOf(event) })}
              ></textarea>
            </label>
          </div>
        </details>
        <bp-copy-request .draft=${draft} url=${this.url} .words=${words}></bp-copy-request>
      </div>
    </form>`
  }

  private renderServers() {
    return html`<select
      aria-label=${this.words.form.server}
      .value=${live(this.draft.server)}
      @change=${(event: Event) => this.change({ server: valueOf(event) })}
    >
      ${this.servers.map(
        ({ id, path }) =>
          html`<option value=${id} ?selected=${id === this.draft.server}>${path}</option>`,
      )}
    </select>`
  }

  /** The first Authorization line has a row of its own; a second one stays where it was written. */
  private get authorizationLines(): RequestDraft['headers'] {
    return this.draft.headers.filter(isAuthorization).slice(0, 1)
  }

  private get authorization(): { scheme: string; token: string } {
    const value = this.authorizationLines[0]?.[1] ?? ''
    const { scheme } = parseAuthorization(value)
    return { scheme, token: value.slice(scheme.length + 1) }
  }

  private authorize(scheme: string, token: string) {
    const value = token === '' ? scheme : `${scheme} ${token}`
    const line: RequestDraft['headers'] = value === '' ? [] : [['Authorization', value]]
    this.change({ headers: [...line, ...otherHeaders(this.draft)] })
  }

  private change(part: Partial<RequestDraft>) {
    const detail: RequestDraft = { ...this.draft, ...part }
    this.written = detail
    this.dispatchEvent(new CustomEvent('draft-change', { detail, bubbles: true, composed: true }))
  }

  private onToggle(event: ToggleEvent) {
    this.unfolded = (event.target as HTMLDetailsElement).open
  }

  private readonly onStop = (event: Event) => {
    const { checked } = event.target as HTMLInputElement
    this.dispatchEvent(new CustomEvent('stop-change', { detail: checked }))
  }

  private onSubmit(event: SubmitEvent) {
    event.preventDefault()
    this.dispatchEvent(new CustomEvent('send-request', { bubbles: true, composed: true }))
  }

  private readonly onCancel = () => {
    this.dispatchEvent(new CustomEvent('cancel-request', { bubbles: true, composed: true }))
  }

  /** The button takes the place of the one just pressed, and not under a double click. */
  private offerCancel() {
    clearTimeout(this.cancelTimer)
    this.cancellable = false
    if (!this.sending) return
    this.cancelTimer = setTimeout(() => {
      this.cancellable = true
    }, CANCEL_DELAY)
  }

  private onKeydown(event: KeyboardEvent) {
    // The app listens for the same keys everywhere else; here they must not send twice.
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      event.stopPropagation()
      this.renderRoot.querySelector('form')?.requestSubmit()
    }
  }
}

/** All header lines but the first Authorization. */
function otherHeaders({ headers }: RequestDraft): RequestDraft['headers'] {
  const first = headers.find(isAuthorization)
  return headers.filter((line) => line !== first)
}

/** Whether a draft has what can be folded away. */
export function hasMore(draft: RequestDraft): boolean {
  return draft.body !== '' || otherHeaders(draft).length > 0
}

function isAuthorization([name]: [string, string]): boolean {
  return name.toLowerCase() === 'authorization'
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement).value
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-request-form': RequestForm
  }
}
