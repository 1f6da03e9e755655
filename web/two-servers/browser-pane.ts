/** A small browser: a client server's pages as a person would see them, in a frame where nothing of theirs runs. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Exchange } from '../../lessons/exchange/exchange.ts'
import type { Frame } from './frames/frame.ts'
import './frames/frame.ts'
import { type PaneTold, readPaneSaid } from './frames/messages.ts'
import { base } from '../kit/base.ts'
import { Masking } from '../kit/masking.ts'
import { hideSecrets } from '../kit/secrets.ts'
import type { Navigation } from '../state/navigation.ts'
import type { Words } from '../words/en.ts'
import { twoServersWords } from '../words/two-servers.ts'
import { tell } from '../kit/tell.ts'

/** @fires navigate with a {@link Navigation} as detail */
@customElement('bp-browser-pane')
export class BrowserPane extends LitElement {
  static override styles = [
    base,
    css`
      .bar {
        display: flex;
        gap: var(--space-2);
        align-items: center;
        padding: var(--space-2);
        border: 1px solid var(--line);
        border-bottom: 0;
        border-radius: var(--radius) var(--radius) 0 0;
        background: var(--sunk);
      }
      .address {
        flex: 1;
        min-width: 0;
        padding: var(--space-1) var(--space-3);
        border-radius: 14px;
        background: var(--sheet);
        font: var(--code) / 1.5 var(--mono);
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .screen {
        position: relative;
      }
      .none {
        position: absolute;
        inset: 0;
        display: grid;
        place-items: center;
        padding: var(--space-5);
        border: 1px solid var(--line);
        border-radius: 0 0 var(--radius) var(--radius);
        background: var(--sunk);
        color: var(--ink-2);
        text-align: center;
      }
      bp-frame {
        height: 340px;
        border: 1px solid var(--line);
        border-radius: 0 0 var(--radius) var(--radius);
      }
    `,
  ]

  /** The exchange whose answer is on the page; undefined before the first. */
  @property({ attribute: false }) exchange: Exchange | undefined
  /** URL of the client server's first page. */
  @property() home = ''
  @property({ attribute: false }) words!: Words

  @query('bp-frame') private frame!: Frame | null

  private readonly masking = new Masking(this)
  /** What the frame was told to draw last. */
  private drawn = ''

  /** URLs of the pages one can go back to, the one that is shown last. */
  @state() private visited: string[] = []

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('exchange')) return
    // Going back does not post a form again, so the answer to a form is no entry of the history.
    const { request, response } = this.exchange ?? {}
    if (request?.method !== 'GET') return
    const url = response?.url || request.url
    if (url !== this.visited.at(-1)) this.visited = [...this.visited, url]
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('exchange')) this.draw()
    // Secrets are hidden, or shown, since it was drawn.
    else if (this.drawn !== this.body) this.draw()
  }

  override render() {
    const { pane } = twoServersWords[this.words.id]
    const address = this.exchange?.response.url || this.exchange?.request.url || this.home
    return html`
      <div class="bar">
        <button ?disabled=${this.previous === undefined} @click=${this.onBack}>
          ${twoServersWords[this.words.id].back}
        </button>
        <button @click=${() => this.go({ method: 'GET', url: this.home, body: '' })}>
          ${pane.home}
        </button>
        <button ?disabled=${!this.exchange} @click=${this.onReload}>${pane.reload}</button>
        <span class="address" title=${this.masking.shown(address, hideSecrets)}>${placeOf(address)}</span>
      </div>
      <div class="screen">
        <bp-frame
          document="pane"
          label=${pane.title}
          @frame-ready=${this.draw}
          @frame-message=${this.onMessage}
        ></bp-frame>
        ${
          this.exchange
            ? nothing
            : html`<p class="none">${twoServersWords[this.words.id].noPage}</p>`
        }
      </div>
    `
  }

  /** Has the answer drawn: its markup if it is a page, else its text. */
  private draw() {
    if (!this.exchange) return
    const { body } = this
    const { headers } = this.exchange.response
    this.drawn = body
    const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
    const page: PaneTold = type.startsWith('text/html') ? { html: body } : { text: body }
    this.frame?.tell(page)
  }

  /** The answer's body as it may be shown now. */
  private get body(): string {
    return this.masking.shown(this.exchange?.response.body ?? '', hideSecrets)
  }

  private readonly onMessage = ({ detail }: CustomEvent<unknown>) => {
    const message = readPaneSaid(detail)
    if (!message) return
    const reference = message.kind === 'link' ? message.href : message.action
    const base = this.exchange?.response.url || this.exchange?.request.url
    if (!URL.canParse(reference, base)) return
    const url = new URL(reference, base).href
    if (message.kind === 'link') return this.go({ method: 'GET', url, body: '' })
    const fields = String(new URLSearchParams(message.fields))
    if (message.method === 'post') return this.go({ method: 'POST', url, body: fields })
    this.go({ method: 'GET', url: `${url.split('?')[0]}?${fields}`, body: '' })
  }

  /** The page before the one that is shown. */
  private get previous(): string | undefined {
    return this.visited.at(this.exchange?.request.method === 'GET' ? -2 : -1)
  }

  private readonly onBack = () => {
    const url = this.previous!
    this.visited = this.visited.slice(0, this.visited.lastIndexOf(url) + 1)
    this.go({ method: 'GET', url, body: '' })
  }

  private readonly onReload = () => {
    const { request, response } = this.exchange!
    // A form sent twice logs in twice: a browser would ask, this one reads the page again.
    this.go({
      method: 'GET',
      url: request.method === 'GET' ? response.url || request.url : this.home,
      body: '',
    })
  }

  private go(detail: Navigation) {
    tell(this, 'navigate', detail)
  }
}

/** The path of an address below its lesson: there is no room for more. */
function placeOf(address: string): string {
  if (!URL.canParse(address)) return ''
  return new URL(address).pathname.replace(/^.*\/lessons\/[^/]+/, '…')
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-browser-pane': BrowserPane
  }
}
