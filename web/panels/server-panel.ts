/** The inside of the server: its source with what ran, all that crossed the wire, its docs page. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { Exchange, Mode } from '../../lessons/exchange/exchange.ts'
import { type BreakTask, hasCalls, hasPages, type Lesson } from '../../lessons/lesson.ts'
import { base } from '../kit/base.ts'
import type { Tabs } from '../kit/tabs.ts'
import '../kit/tabs.ts'
import { loadElement } from '../lesson/optional-elements.ts'
import type { CodePane } from './code/code-pane.ts'
import type { DocsPanel } from './docs-panel.ts'
import type { StepSource } from './step-source.ts'
import type { Route } from '../stage/browser-stage.ts'
import type { Cookie } from '../stage/cookie-jar.ts'
import { serverUrl } from '../stage/addresses.ts'
import type { Words } from '../words/en.ts'
import type { CodeLook } from '../state/code-place.ts'
import type { PanelTab } from '../state/command.ts'
import { isOtherLook, type OwnLook } from '../state/own-look.ts'
import type { Theme } from '../state/stored.ts'

/**
 * @fires tab-change with an {@link PanelTab} as detail
 * @fires show-exchange with an exchange's id as detail
 * @fires clear-journal
 * @fires use-cookie with `name=value` as detail, to be written on the bench
 * @fires use-token with a token as detail, to put it on the bench
 * @fires navigate with a `Navigation` as detail, from a page in the small browser
 */
@customElement('bp-server-panel')
export class ServerPanel extends LitElement {
  static override styles = [
    base,
    css`
      bp-cookie-jar {
        margin-top: var(--space-5);
      }
      bp-knowledge {
        margin-bottom: var(--space-5);
      }
    `,
  ]

  @property() tab: PanelTab = 'code'
  @property({ attribute: false }) lesson!: Lesson
  /** Id of the server the draft goes to. */
  @property() server = ''
  /** The task of the open page, where it plays an attack in a browser. */
  @property({ attribute: false }) attack: BreakTask | undefined
  /** Whether the attack has succeeded on the vulnerable server. */
  @property({ type: Boolean }) broken = false
  /** Sources of the lesson's steps, by folder and file. */
  @property({ attribute: false }) sources: Record<string, StepSource> = {}
  @property({ attribute: false }) exchange: Exchange | undefined
  /** A token somebody wants to see. */
  @property({ attribute: false }) requestedToken: { token: string } | undefined
  /** A region the prose points at; empty for what the exchange did. */
  @property() region = ''
  /** How often a region was pointed at. */
  @property({ type: Number }) pointed = 0
  /** What the code is looked at for. */
  @property({ attribute: false }) code: CodeLook = { language: 'typescript' }
  /** The learner's own copy of the server that is asked. */
  @property({ attribute: false, hasChanged: isOtherLook }) own: OwnLook | undefined
  @property({ attribute: false }) journal: readonly Exchange[] = []
  /** Those of the journal that are this lesson's. */
  @property({ attribute: false }) exchanges: readonly Exchange[] = []
  /** The time that counts, once the learner has moved the clock. */
  @property({ attribute: false }) now: Date | undefined
  /** What the browser keeps, as far as it was seen: asked where it is shown, and not at each stroke on the bench. */
  @property({ attribute: false }) cookies: () => readonly Cookie[] = () => []
  @property() mode: Mode = 'browser'
  /** The way to the step app in this browser; undefined while it is prepared. */
  @property({ attribute: false }) route: Route | 'failed' | undefined
  @property() theme: Theme = 'system'
  /** URL of the playground, with a slash at its end. */
  @property() base = ''
  @property({ attribute: false }) words!: Words

  /** Whether the token tab was open: what is worked on there stays. */
  private tokenOpened = false

  @query('bp-tabs') private tabs!: Tabs
  @query('bp-code-pane') private codePane!: CodePane | null
  @query('bp-docs-panel') private docs!: DocsPanel | null

  /** The window of the docs page while it is open: messages of any other are not its. */
  get docsWindow(): Window | null {
    return this.docs?.frameWindow ?? null
  }

  /** Moves the focus to the tab that is open, and in that of the code to the code. */
  override focus(): void {
    void this.focusOpen()
  }

  private async focusOpen(): Promise<void> {
    if (this.tab === 'code' && (await this.codePane?.focusSheet())) return
    this.tabs.focus()
  }

  /** Loaded with the lesson that has them, or with the tab. */
  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // What was worked on belongs to the lesson.
    if (changed.has('lesson')) this.tokenOpened = false
    if (hasCalls(this.lesson)) void loadElement('bp-knowledge')
    if (this.tab === 'token') {
      this.tokenOpened = true
      void import('../token/token-inspector.ts')
    }
    if (this.tab === 'code') void import('./code/code-pane.ts')
    if (this.tab === 'journal') void import('./journal.ts')
    if (this.tab === 'docs') void import('./docs-panel.ts')
    if (hasPages(this.lesson)) {
      void loadElement('bp-browser-pane')
      void loadElement('bp-cookie-jar')
    }
  }

  override render() {
    const { words, journal } = this
    return html`<bp-tabs
      .tabs=${[
        { id: 'code', label: words.tabs.code },
        { id: 'token', label: words.tabs.token },
        { id: 'journal', label: `${words.tabs.journal} ${journal.length || ''}`.trim() },
        { id: 'docs', label: words.tabs.docs },
        ...(hasPages(this.lesson) ? [{ id: 'pane', label: words.tabs.pane }] : []),
      ]}
      selected=${this.tab}
      label=${words.tabs.label}
    >
      <slot name="actions" slot="actions"></slot>
      ${this.tab === 'code' ? this.renderCode() : nothing}
      ${this.tokenOpened ? this.renderToken() : nothing}
      ${
        this.tab === 'journal'
          ? html`${this.renderKnowledge()}<bp-journal
            .exchanges=${journal}
            shown=${this.exchange?.id ?? 0}
            .words=${words}
          ></bp-journal>`
          : nothing
      }
      ${this.tab === 'docs' ? this.renderDocs() : nothing}
      ${this.tab === 'pane' ? this.renderPane() : nothing}
    </bp-tabs>`
  }

  private renderCode() {
    return html`<bp-code-pane
      .lesson=${this.lesson}
      server=${this.server}
      .sources=${this.sources}
      .exchange=${this.exchange}
      region=${this.region}
      pointed=${this.pointed}
      .code=${this.code}
      .own=${this.own}
      .words=${this.words}
    ></bp-code-pane>`
  }

  private renderToken() {
    return html`<bp-token-inspector
      ?hidden=${this.tab !== 'token'}
      .exchange=${this.exchange}
      .exchanges=${this.exchanges}
      .requestedToken=${this.requestedToken}
      .now=${this.now}
      .words=${this.words}
    ></bp-token-inspector>`
  }

  /** In a lesson of two servers, what each has learned by now. */
  private renderKnowledge() {
    const { lesson, words } = this
    if (!hasCalls(lesson)) return nothing
    return html`<bp-knowledge
      .exchanges=${this.exchanges}
      .words=${words}
    ></bp-knowledge>`
  }

  /** What a browser shows: the page of an attack, where the lesson plays one, else the server's own; and its cookies. */
  private renderPane() {
    const { attack, broken } = this
    return html`${attack ? html`<bp-attack .task=${attack} ?broken=${broken}></bp-attack>` : this.renderPages()}
    <bp-cookie-jar
      .cookies=${this.cookies()}
      .words=${this.words}
    ></bp-cookie-jar>`
  }

  private renderPages() {
    const { lesson, words } = this
    // The server of the draft if it has pages, else the first that has.
    const withPages = Object.keys(lesson.servers).filter((id) => lesson.servers[id]!.pages)
    const server = withPages.includes(this.server) ? this.server : withPages[0]!
    const own = (exchange: Exchange) => exchange.server === server && exchange.origin !== 'attack'
    return html`<bp-browser-pane
      .exchange=${this.exchanges.findLast(own)}
      home=${serverUrl(lesson, server, this.base)}
      .words=${words}
    ></bp-browser-pane>`
  }

  private renderDocs() {
    const { words, mode } = this
    if (mode === 'browser' && this.route === undefined) {
      return html`<p>${words.mode.preparing}</p>`
    }
    const server = serverUrl(this.lesson, this.server, this.base)
    const page = new URL(mode === 'real' ? `${server}docs` : 'docs.html', this.base)
    if (mode === 'browser') {
      page.searchParams.set('openapi', new URL(`${server}openapi.json`).pathname)
      page.searchParams.set('mode', 'browser')
    }
    page.searchParams.set('language', words.id)
    if (this.theme !== 'system') page.searchParams.set('theme', this.theme)
    const sent = this.exchanges.findLast(({ origin }) => origin === 'docs')
    return html`<bp-docs-panel src=${page.href} .sent=${sent} .words=${words}></bp-docs-panel>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-server-panel': ServerPanel
  }
}
