/** The token inspector: any token read, judged by what servers said, changed on purpose, compared. */

import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import type { Exchange } from '../../lessons/exchange/exchange.ts'
import { base } from '../kit/base.ts'
import type { Words } from '../words/en.ts'
import { tokenWords } from '../words/token.ts'
import { type Jws, type Reading, readToken } from './read-token.ts'
import './token-compare.ts'
import './token-edit.ts'
import './token-flip.ts'
import { inspectorStyles } from './inspector-styles.ts'
import { tokenIn } from './token-in.ts'
import './token-reading.ts'
import './token-state.ts'
import { tokenStyles } from './token-styles.ts'
import { holdStill } from '../kit/hold-still.ts'
import { keepFocus } from '../kit/keep-focus.ts'
import { tell } from '../kit/tell.ts'

/**
 * Nothing of a token leaves this element but by `use-token`, and nothing is stored.
 *
 * @fires use-token with the token as detail, to put it on the bench
 */
@customElement('bp-token-inspector')
export class TokenInspector extends LitElement {
  static override styles = [base, tokenStyles, inspectorStyles]

  /** The exchange on the bench: its token is shown until another is asked for. */
  @property({ attribute: false }) exchange: Exchange | undefined
  /** The lesson's journal, oldest first. */
  @property({ attribute: false }) exchanges: readonly Exchange[] = []
  /** A token to show. It is an object, so that the same token can be asked for twice. */
  @property({ attribute: false }) requestedToken: { readonly token: string } | undefined
  /** The time that counts; undefined for this machine's clock. */
  @property({ attribute: false }) now: Date | undefined
  @property({ attribute: false }) words!: Words

  /** The token as it stands here. */
  @state() private token = ''
  /** Whether what is written below makes no token, so that there is none to be put on the bench. */
  @state() private unfinished = false
  /** What it was before it was changed here. */
  private original = ''
  /** What it was before each change, oldest first. */
  private past: string[] = []
  private pasted = false
  /** What the exchanges offered last. */
  private offered: string | undefined
  /** A token that came while another was being worked on. */
  private newer: string | undefined
  /** Who changed the token last: what is typed is one change, however many keys it took. */
  private changedBy = ''

  constructor() {
    super()
    // What undoes a change goes away with it.
    keepFocus(this, () => this.renderRoot.querySelector('#token'))
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('exchange') || changed.has('exchanges')) this.offer()
    if (changed.has('requestedToken') && this.requestedToken) this.load(this.requestedToken.token)
  }

  override render() {
    const { token } = this
    const words = tokenWords[this.words.id]
    const reading = readToken(token)
    return html`
      ${this.renderPaste(reading.kind === 'jws' && reading.parts.some(({ bytes }) => bytes))}
      ${
        this.newer === undefined
          ? nothing
          : html`<p class="newer" role="status">
              ${words.newer}
              <button @click=${this.onNewer}>${words.showNewer}</button>
            </p>`
      }
      ${
        reading.kind === 'empty'
          ? html`<p class="empty">${words.empty}</p>`
          : html`${this.renderState(reading)} ${this.renderButtons()}
              ${this.renderReading(reading)} ${this.renderTools(reading)}`
      }
    `
  }

  /** @param isEditable whether there is an editor below: much to read stands before it. */
  private renderPaste(isEditable: boolean) {
    const words = tokenWords[this.words.id]
    return html`<div class="paste">
      <div class="row">
        <label class="label" for="token">${words.paste}</label>
        ${
          isEditable
            ? html`<button class="plain to-edit" @click=${this.onEdit}>${words.edit.title} ↓</button>`
            : nothing
        }
        <button class="plain" ?disabled=${this.token === ''} @click=${() => this.load('')}>
          ${words.clear}
        </button>
      </div>
      <textarea
        id="token"
        class="secret"
        rows=${Math.min(12, Math.max(3, Math.ceil(this.token.length / 40)))}
        spellcheck="false"
        autocapitalize="off"
        autocomplete="off"
        aria-describedby="stays"
        .value=${live(this.token)}
        @input=${this.onPaste}
      ></textarea>
      <span class="small" id="stays">${words.stays}</span>
    </div>`
  }

  /** What cannot be a token has nothing to be believed. */
  private renderState({ kind }: Reading) {
    if (kind === 'malformed') return nothing
    // What servers said was of the token before the edit.
    if (this.unfinished) {
      return html`<p class="small unfinished" role="status">${tokenWords[this.words.id].unfinished}</p>`
    }
    return html`<bp-token-state
      token=${this.token}
      ?opaque=${kind === 'opaque'}
      .exchanges=${this.exchanges}
      .words=${this.words}
    ></bp-token-state>`
  }

  private renderButtons() {
    const words = tokenWords[this.words.id]
    const isChanged = this.token !== this.original
    return html`<div class="buttons">
      ${this.past.length > 0 ? html`<button @click=${this.onUndo}>${words.undo}</button>` : nothing}
      ${
        isChanged
          ? html`<button @click=${() => this.load(this.original, this.pasted)}>${words.reset}</button>
              <span class="changed">${words.changed}</span>`
          : nothing
      }
      ${this.renderUse()}
    </div>`
  }

  /** Beside the token, and once more where each change of it ends: who works by keys need not go back. */
  private renderUse() {
    return html`<button class="primary" ?disabled=${this.unfinished} @click=${this.onUse}>
      ${tokenWords[this.words.id].use}
    </button>`
  }

  private renderReading(reading: Reading) {
    return html`<bp-token-reading
      .reading=${reading}
      .now=${this.now}
      language=${this.words.id}
      @cure=${(event: CustomEvent<string>) => this.load(event.detail, true)}
    ></bp-token-reading>`
  }

  private renderTools(reading: Reading) {
    if (!('parts' in reading) || !reading.parts.some(({ bytes }) => bytes)) return nothing
    const words = tokenWords[this.words.id]
    const jws: Jws | undefined = reading.kind === 'jws' ? reading : undefined
    return html`<div>
      ${
        jws
          ? html`<details class="edit">
              <summary>${words.edit.title}</summary>
              <bp-token-edit
                .jws=${jws}
                language=${this.words.id}
                @token-change=${this.onEdited}
                @unfinished=${(event: CustomEvent<boolean>) => {
                  this.unfinished = event.detail
                }}
              ></bp-token-edit>
              ${this.renderUse()}
            </details>`
          : nothing
      }
      <details>
        <summary>${words.flip.title}</summary>
        <bp-token-flip
          token=${this.token}
          .parts=${reading.parts}
          language=${this.words.id}
          @token-change=${this.onFlipped}
        ></bp-token-flip>
        ${this.renderUse()}
      </details>
      ${
        jws
          ? html`<details>
              <summary>${words.compare.title}</summary>
              <bp-token-compare
                .first=${jws}
                original=${this.original}
                .exchanges=${this.exchanges}
                language=${this.words.id}
              ></bp-token-compare>
            </details>`
          : nothing
      }
    </div>`
  }

  /** Takes the newest token that crossed the wire, unless the learner works on another. */
  private offer() {
    const token =
      (this.exchange && tokenIn(this.exchange)) ??
      this.exchanges.toReversed().map(tokenIn).find(Boolean)
    if (token === undefined || token === this.offered) return
    this.offered = token
    const busy = this.token !== '' && (this.pasted || this.token !== this.original)
    if (!busy) this.load(token)
    else this.newer = token === this.token ? undefined : token
  }

  private load(token: string, pasted = false) {
    this.unfinished = false
    this.token = this.original = token
    this.past = []
    this.changedBy = ''
    this.pasted = pasted && token !== ''
    this.newer = undefined
    this.requestUpdate()
  }

  private change(token: string, by: string) {
    if (token === this.token) return
    if (by !== 'edit' || this.changedBy !== by) this.past.push(this.token)
    this.changedBy = by
    this.token = token
  }

  private readonly onPaste = ({ target }: InputEvent) =>
    this.load((target as HTMLTextAreaElement).value, true)

  private readonly onNewer = () => this.load(this.newer!)

  private readonly onEdited = ({ detail, currentTarget }: CustomEvent<string>) => {
    // The claims are shown above, and a claim more would push away what is written in.
    void holdStill(currentTarget as Element)
    this.change(detail, 'edit')
  }

  private readonly onFlipped = ({ detail }: CustomEvent<string>) => {
    this.unfinished = false
    this.change(detail, 'flip')
  }

  private readonly onUndo = () => {
    this.unfinished = false
    this.token = this.past.pop() ?? this.original
    this.changedBy = ''
  }

  private readonly onEdit = () => {
    const editor = this.renderRoot.querySelector<HTMLDetailsElement>('details.edit')!
    editor.open = true
    const summary = editor.querySelector('summary')!
    summary.focus()
    summary.scrollIntoView({ block: 'start' })
  }

  private readonly onUse = () => tell(this, 'use-token', this.token)
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-token-inspector': TokenInspector
  }
}
