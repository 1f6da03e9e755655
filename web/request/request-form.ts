/** The form that writes a request: method, path, Authorization, other headers, body. */

import { html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import type { RequestDraft } from '../../lessons/exchange/exchange.ts'
import { parseAuthorization } from '../../server/security/authorization.ts'
import { base } from '../kit/base.ts'
import { valueOf } from '../kit/value-of.ts'
import { hasSecret, hideScheme } from '../kit/secrets.ts'
import { authorizationLines, hasMore, otherHeaders } from '../state/draft-edits.ts'
import type { DraftProblem } from '../state/draft-problem.ts'
import type { Words } from '../words/en.ts'
import './copy-request.ts'
import { requestFormStyles } from './request-form-styles.ts'
import { tell } from '../kit/tell.ts'

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
  static override styles = [base, requestFormStyles]

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
          class=${hasSecret(draft.path) ? 'path secret' : 'path'}
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
          class=${hideScheme(scheme) === scheme ? 'scheme' : 'scheme secret'}
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
          class="token secret"
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
              .headers=${otherHeaders(draft)}
              .words=${words}
              ?invalid=${problem?.field === 'headers'}
              @headers-change=${(event: CustomEvent<RequestDraft['headers']>) =>
                this.change({ headers: [...authorizationLines(draft), ...event.detail] })}
            ></bp-header-rows>
            <label>
              <span class="label">${form.body}</span>
              <textarea
                class=${hasSecret(draft.body) ? 'secret' : ''}
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

  private get authorization(): { scheme: string; token: string } {
    const value = authorizationLines(this.draft)[0]?.[1] ?? ''
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
    tell(this, 'draft-change', detail)
  }

  private onToggle(event: ToggleEvent) {
    this.unfolded = (event.target as HTMLDetailsElement).open
  }

  private readonly onStop = (event: Event) => {
    const { checked } = event.target as HTMLInputElement
    tell(this, 'stop-change', checked)
  }

  private onSubmit(event: SubmitEvent) {
    event.preventDefault()
    tell(this, 'send-request')
  }

  private readonly onCancel = () => {
    tell(this, 'cancel-request')
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

declare global {
  interface HTMLElementTagNameMap {
    'bp-request-form': RequestForm
  }
}
