/** An attack of somebody else's page or script, played in a frame of its own; what would leave it is recorded. */

import { consume } from '@lit/context'
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { RequestDraft } from '../../lessons/exchange/exchange.ts'
import type { BreakTask, Lesson } from '../../lessons/lesson.ts'
import type { Frame } from './frames/frame.ts'
import './frames/frame.ts'
import { type AttackTold, readAttackSaid } from './frames/messages.ts'
import { STEAL } from './frames/steal.ts'
import { base } from '../kit/base.ts'
import { keepFocus } from '../kit/keep-focus.ts'
import { Masking } from '../kit/masking.ts'
import { hideInHeader, hideSecrets } from '../kit/secrets.ts'
import type { Attack } from '../stage/other-site.ts'
import { twoServersWords } from '../words/two-servers.ts'
import { type LessonContext, lessonContext } from '../lesson/lesson-context.ts'
import { tell } from '../kit/tell.ts'

/** Where the client server's data is: what its cookie opens. */
const DATA = '/test-users-me'

/**
 * @fires use-request with the id of the login that the attack needs
 * @fires attack with an {@link Attack} as detail, to be sent
 */
@customElement('bp-attack')
export class AttackView extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
        align-content: start;
      }
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-4);
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        color: var(--ink-2);
        font-size: var(--small);
      }
      label {
        display: flex;
        gap: var(--space-2);
        align-items: center;
        min-height: 32px;
      }
      bp-frame {
        height: 190px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
      }
      pre {
        padding: var(--space-2) var(--space-3);
        border-left: 3px solid var(--stop);
        background: var(--stop-soft);
        font: var(--code) / 1.6 var(--mono);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .read {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
    `,
  ]

  @property({ attribute: false }) task!: BreakTask
  /** Whether the attack has succeeded on the vulnerable server: then it is played on the other. */
  @property({ type: Boolean }) broken = false

  @consume({ context: lessonContext, subscribe: true })
  @state()
  private context: LessonContext | undefined

  /** The server chosen by hand; empty for the one whose turn it is. */
  @state() private chosen = ''
  /** What the script took with it; undefined before it ran. */
  @state() private read: string | undefined

  private readonly masking = new Masking(this)

  /** What the frame was told to show last. */
  private shown = ''

  @query('bp-frame') private frame!: Frame | null

  constructor() {
    super()
    // The button for the other server is gone with a click.
    keepFocus(this, () => this.renderRoot.querySelector('button'))
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get('task') as BreakTask | undefined
    if (!before || before.id === this.task.id) return
    this.style.minHeight = ''
    this.choose('')
  }

  override updated(): void {
    this.show()
  }

  override render() {
    if (!this.context) return nothing
    const { lesson, words } = this.context
    const { attack } = twoServersWords[words.id]
    return html`
      <fieldset>
        <legend>${attack.page}</legend>
        ${[weakOf(lesson), this.task.hardened].map(
          (id) =>
            html`<label>
              <input
                type="radio"
                name="attacked"
                .value=${id}
                .checked=${id === this.attacked}
                @change=${() => this.choose(id)}
              />
              <span><code>${id}</code>${lesson.servers[id]?.weak ? ` ⚠ ${attack.weak}` : ''}</span>
            </label>`,
        )}
      </fieldset>
      ${this.cookies.length > 0 ? this.renderFrame(lesson) : this.renderNobody(lesson)}
      <div aria-live="polite">
        ${this.read === undefined ? nothing : html`<p class="read">${this.whatWasRead}</p>`}
      </div>
      ${
        this.broken && this.attacked !== this.task.hardened
          ? html`<button class="primary" @click=${this.onAgain}>
            ${attack.again(this.task.hardened)}
          </button>`
          : nothing
      }
      <p class="small">${attack.isolated}</p>
    `
  }

  private renderNobody(lesson: Lesson) {
    const { attack } = twoServersWords[this.context!.words.id]
    const login = Object.keys(lesson.requests).find((id) => {
      const { server, method } = lesson.requests[id]!
      return server === this.attacked && method === 'POST'
    })
    return html`<p>${attack.nobody}</p>
      <button @click=${() => tell(this, 'use-request', login)}>
        ${attack.logIn}
      </button>`
  }

  private renderFrame(lesson: Lesson) {
    const { attack } = twoServersWords[this.context!.words.id]
    const isScript = this.task.play === 'script'
    const { method, path } = this.task.sends ?? {}
    const line = `${method} …/${lesson.servers[this.attacked]!.path}${path}`
    return html`
      ${
        isScript
          ? html`<div>
            <span class="label">${attack.script}</span>
            <pre tabindex="0">${STEAL}</pre>
          </div>`
          : html`<p class="small">${attack.prize.hidden(line)}</p>`
      }
      <bp-frame
        document="attack"
        label=${isScript ? attack.frame : attack.otherSite}
        ?idle=${isScript}
        @frame-ready=${this.onReady}
        @frame-message=${this.onMessage}
      ></bp-frame>
      ${
        isScript
          ? html`<button class="primary" @click=${this.onRun}>${attack.run}</button>`
          : nothing
      }
    `
  }

  private get attacked(): string {
    return this.chosen || (this.broken ? this.task.hardened : weakOf(this.context!.lesson))
  }

  /** What a browser keeps for the attacked page. */
  private get cookies() {
    return this.context!.cookiesFor({ server: this.attacked, path: DATA })
  }

  private get whatWasRead(): string {
    const { attack } = twoServersWords[this.context!.words.id]
    if (!this.read) return attack.readNothing
    return attack.read(this.masking.shown(this.read, (read) => hideInHeader('cookie', read)))
  }

  private choose(id: string) {
    this.chosen = id
    this.read = undefined
  }

  /** Puts the page into the frame, with the cookies a script of it may read, unless it is there already. */
  private show() {
    if (!this.context || !this.frame) return
    const readable = this.cookies.filter(({ httpOnly }) => !httpOnly)
    const message: AttackTold = {
      kind: 'show',
      page: this.task.play === 'script' ? this.pageOfClient : this.pageOfOtherSite,
      cookies: readable.map(({ name, value }) => `${name}=${value}`).join('; '),
    }
    const written = JSON.stringify(message)
    if (written === this.shown) return
    this.shown = written
    this.frame.tell(message)
  }

  /** The page that the login there was answered with. */
  private get pageOfClient(): string {
    const { exchanges } = this.context!
    const login = exchanges.findLast(
      ({ server, request, response }) =>
        server === this.attacked && request.method === 'POST' && response.status === 200,
    )
    return this.masking.shown(login?.response.body ?? '', hideSecrets)
  }

  private get pageOfOtherSite(): string {
    const { prize } = twoServersWords[this.context!.words.id].attack
    return `<h1>${prize.title}</h1><p>${prize.text}</p><form><button>${prize.button}</button></form>`
  }

  private readonly onAgain = () => {
    // What comes next is shorter: nothing below moves under the pointer.
    this.style.minHeight = `${this.getBoundingClientRect().height}px`
    this.choose(this.task.hardened)
  }

  private readonly onReady = () => {
    this.shown = ''
    this.show()
  }

  private readonly onRun = () => {
    const message: AttackTold = { kind: 'run' }
    this.frame?.tell(message)
  }

  private readonly onMessage = ({ detail }: CustomEvent<unknown>) => {
    const message = readAttackSaid(detail)
    if (message?.kind === 'left') this.onLeft(message.url)
    const { sends } = this.task
    if (message?.kind === 'submitted' && sends) this.attack({ ...sends, server: this.attacked })
  }

  /** The thief has the cookie, and tries what is in it where tokens count. */
  private onLeft(url: string) {
    this.read = decodeURIComponent(new URL(url).search.slice(1))
    const { cookie = '', calls = '' } = this.context!.lesson.servers[this.attacked]!
    const token = new Map(this.read.split('; ').map(pairOf)).get(cookie) ?? ''
    this.attack({
      server: calls,
      method: 'GET',
      path: '/users/me/',
      headers: [['Authorization', `Bearer ${token}`.trim()]],
      body: '',
    })
  }

  private attack(draft: RequestDraft) {
    const detail: Attack = { draft, attacked: this.attacked }
    // What was read stays beside the page it was read on, until another is chosen.
    this.chosen = this.attacked
    tell(this, 'attack', detail)
  }
}

/** A cookie's name and value, as `document.cookie` writes them. */
function pairOf(cookie: string): [name: string, value: string] {
  const at = cookie.indexOf('=')
  return [cookie.slice(0, at), cookie.slice(at + 1)]
}

/** The server that is vulnerable on purpose. */
function weakOf({ servers }: Lesson): string {
  return Object.keys(servers).find((id) => servers[id]!.weak) ?? ''
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-attack': AttackView
  }
}
