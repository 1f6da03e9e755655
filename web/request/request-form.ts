/** The form that writes a request: method, path, Authorization, other headers, body. */

import { html, LitElement, nothing } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import type { RequestDraft } from '../../lessons/exchange/exchange.ts'
import { base } from '../kit/base.ts'
import { keepFocus } from '../kit/keep-focus.ts'
import { hasSecret } from '../kit/secrets.ts'
import { foldStyles, whenOpened } from '../kit/fold.ts'
import { valueOf } from '../kit/value-of.ts'
import { authorizationLines, otherHeaders } from '../state/draft-edits.ts'
import type { DraftProblem } from '../state/draft-problem.ts'
import type { Shell } from '../state/stored.ts'
import type { Suggestions } from '../state/suggestions.ts'
import type { Words } from '../words/en.ts'
import './authorization-row.ts'
import { Cancelling } from './cancelling.ts'
import { PartsInSight } from './parts-in-sight.ts'
import { bodyField, methodNames, serverField } from './request-fields.ts'
import { requestFormStyles } from './request-form-styles.ts'
import { requestRowStyles } from './request-row-styles.ts'
import { tell } from '../kit/tell.ts'
import type { Suggesting } from './suggesting.ts'

const loadMenu = whenOpened(() => import('./request-menu.ts'))
const loadCopies = whenOpened(() => import('./copy-request.ts'))

/**
 * @fires draft-change with the new draft as detail
 * @fires send-request when the learner sends
 * @fires cancel-request when the learner no longer waits for the answer
 * @fires stop-change with whether the auth server is to be stopped
 * @fires recall with 1 for the request sent before, -1 for the one after it
 * @fires ask-for-suggestions when a field is entered that the server's description can help with
 * @slot requests - the menu of requests, loaded when it is opened
 * @slot folds - what else there is to unfold below the rows
 */
@customElement('bp-request-form')
export class RequestForm extends LitElement {
  static override styles = [base, foldStyles, requestRowStyles, requestFormStyles]

  @property({ attribute: false }) draft!: RequestDraft
  /** The lesson's servers: their id and the path they answer under. */
  @property({ attribute: false }) servers: { id: string; path: string }[] = []
  /** The absolute URL the draft goes to. */
  @property() url = ''
  /** The shell that commands are copied for. */
  @property() shell: Shell = 'posix'
  @property({ attribute: false }) problem: DraftProblem | undefined
  /** Whether a body waits for a method that has one. */
  @property({ type: Boolean }) parked = false
  /** Whether the draft is one that was sent before, on a walk back through them. */
  @property({ type: Boolean }) recalling = false
  /** What the server's description names; undefined while it is not known. */
  @property({ attribute: false }) suggestions: Suggestions | undefined
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
  /** Whether all of a long token stays in sight: it is to be read by hand. */
  @property({ type: Boolean }) whole = false
  @property({ attribute: false }) words!: Words

  private readonly inSight = new PartsInSight()
  private readonly cancelling = new Cancelling(this)
  private suggesting: Suggesting | undefined

  @query('.path') private pathField!: HTMLInputElement
  @query('.send') private sendButton!: HTMLElement

  constructor() {
    super()
    // The button that cancels goes away with the focus on it; sending again is the likely next step.
    keepFocus(this, () => this.sendButton)
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('sending')) this.cancelling.begin(this.sending)
    if (changed.has('draft')) this.inSight.follow(this.draft)
    if (this.problem) void import('./problem-note.ts')
    // Most requests have no more, and the first can be sent before these have come.
    if (this.inSight.headers) void import('./header-rows.ts')
  }

  /** Goes to the path, all of it marked: what is typed takes its place, as after Tab. */
  override focus(): void {
    this.pathField.focus()
    this.pathField.select()
  }

  override render() {
    const { draft, words, problem } = this
    const { form } = words
    return html`<form
      @submit=${this.onSubmit}
      @submit-request=${this.submit}
      @keydown=${this.onKeydown}
      @focusin=${this.onFocus}
      autocomplete="off"
    >
      <div class="row line">
        <input
          class="method"
          aria-label=${form.method}
          list="methods"
          spellcheck="false"
          aria-invalid=${problem?.field === 'method'}
          .value=${live(draft.method)}
          @input=${(event: InputEvent) => this.change({ method: valueOf(event) })}
        />
        ${methodNames()}
        ${
          this.servers.length > 1
            ? serverField(this.servers, draft.server, words, (server) => this.change({ server }))
            : nothing
        }
        <input
          class=${hasSecret(draft.path) ? 'path secret' : 'path'}
          aria-label=${form.path}
          spellcheck="false"
          autocapitalize="off"
          aria-invalid=${problem?.field === 'path'}
          list="paths"
          .value=${live(draft.path)}
          @input=${(event: InputEvent) => this.change({ path: valueOf(event) })}
        />
        <datalist id="paths"></datalist>
        <span class="act">
          <button
            class="primary send"
            ?disabled=${this.hold !== ''}
            aria-disabled=${this.sending}
          >
            ${this.sending ? form.sending : form.send}
          </button>
          ${
            this.cancelling.isOffered
              ? html`<button type="button" class="cancel" @click=${() => tell(this, 'cancel-request')}>
                ${form.cancel}
              </button>`
              : nothing
          }
        </span>
      </div>
      <bp-authorization-row
        value=${authorizationLines(draft)[0]?.[1] ?? ''}
        issued=${this.issued}
        ?whole=${this.whole}
        .words=${words}
        @authorization-change=${this.onAuthorization}
      ></bp-authorization-row>
      ${
        this.inSight.body
          ? html`<div class="row body">
              <span class="name" aria-hidden="true">${form.body}</span>${bodyField(this, this.onBody)}
            </div>`
          : this.parked
            ? html`<p class="row body parked small" role="status">
                <span class="name">${form.body}</span>
                <span class="waits">${form.parked(draft.method)}</span>
              </p>`
            : nothing
      }
      <div role="alert">
        ${
          problem
            ? html`<bp-problem-note
              class="problem"
              .problem=${problem}
              .words=${words}
            ></bp-problem-note>`
            : nothing
        }
      </div>
      ${this.weak ? html`<p class="problem">⚠ ${form.weak}</p>` : nothing}
      ${this.hold ? html`<p class="hold">${this.hold}</p>` : nothing}
      <div class="foot">
        <details class="requests" @toggle=${loadMenu}>
          <summary>${form.requests}</summary>
          <slot name="requests"></slot>
        </details>
        <details class="headers" ?open=${this.inSight.headers} @toggle=${this.onToggle}>
          <summary>${form.more}</summary>
          <div class="more">
            <bp-header-rows
              .headers=${otherHeaders(draft)}
              .names=${this.suggestions?.headers}
              .words=${words}
              ?invalid=${problem?.field === 'headers'}
              @headers-change=${(event: CustomEvent<RequestDraft['headers']>) =>
                this.change({ headers: [...authorizationLines(draft), ...event.detail] })}
            ></bp-header-rows>
            ${
              this.inSight.body
                ? nothing
                : html`<div>
                    <span class="label" aria-hidden="true">${form.body}</span>
                    ${bodyField(this, this.onBody)}
                  </div>`
            }
          </div>
        </details>
        <details @toggle=${loadCopies}>
          <summary>${form.copy}</summary>
          <bp-copy-request
            .draft=${draft}
            url=${this.url}
            shell=${this.shell}
            .words=${words}
          ></bp-copy-request>
        </details>
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
        <slot name="folds"></slot>
      </div>
    </form>`
  }

  private readonly onBody = (event: InputEvent) => this.change({ body: valueOf(event) })

  private readonly onAuthorization = ({ detail }: CustomEvent<string>) => {
    const line: RequestDraft['headers'] = detail === '' ? [] : [['Authorization', detail]]
    this.change({ headers: [...line, ...otherHeaders(this.draft)] })
  }

  private change(part: Partial<RequestDraft>) {
    const detail: RequestDraft = { ...this.draft, ...part }
    this.inSight.write(detail)
    tell(this, 'draft-change', detail)
  }

  private onToggle(event: ToggleEvent) {
    this.inSight.headers = (event.target as HTMLDetailsElement).open
    this.requestUpdate()
  }

  /** What helps whoever writes is loaded once somebody does. */
  private readonly onFocus = () => {
    void import('./suggesting.ts').then(
      ({ Suggesting }) => (this.suggesting ??= new Suggesting(this)),
    )
  }

  private readonly onStop = (event: Event) => {
    const { checked } = event.target as HTMLInputElement
    tell(this, 'stop-change', checked)
  }

  private onSubmit(event: SubmitEvent) {
    event.preventDefault()
    tell(this, 'send-request')
  }

  private onKeydown(event: KeyboardEvent) {
    // While Hangul is composed, Enter ends the syllable.
    if (event.key !== 'Enter' || event.isComposing || !(event.ctrlKey || event.metaKey)) return
    // The app listens for the same keys everywhere else; here they must not send twice.
    event.preventDefault()
    event.stopPropagation()
    this.submit()
  }

  private readonly submit = () => {
    this.renderRoot.querySelector('form')?.requestSubmit()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-request-form': RequestForm
  }
}
