/** The app: which place is on screen, what keys mean, and what is said. */

import { html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { course } from '../../lessons/index.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { base } from '../kit/base.ts'
import { loadWords } from '../lesson/load-lesson.ts'
import { fontsFor, prepareFonts } from '../kit/fonts.ts'
import type { Announcement } from '../state/announcement.ts'
import { isLoadFailure } from '../state/failure.ts'
import { type Route, routeHash, TOOLS } from '../state/route.ts'
import { appStyles } from './app-styles.ts'
import { applyTheme, browserPlayground, keepInStep } from './browser-playground.ts'
import { type CourseStop, stopsOf } from './course-progress.ts'
import { performEvents } from './event-commands.ts'
import type { KeysDialog } from './keys-dialog.ts'
import { actionsOf } from './key-actions.ts'
import { type KeyAction, keyAction } from './keys.ts'
import { notFound } from './not-found.ts'
import { loadFailure, loadFailureStyles } from './load-failure.ts'
import { languageAt, loadBegun, loadView, type StartView, type View } from './load-view.ts'
import { RoomFrame } from './room-frame.ts'
import { titleOf } from './view-title.ts'
import './top-bar.ts'
import type { Workspace } from './workspace.ts'
import { BASE } from '../kit/base-url.ts'
import './workspace.ts'

/** Keys that mean something without a lesson too. */
const AT_START: KeyAction[] = ['keys', 'lessons', 'mode', 'theme', 'present']

@customElement('bp-playground-app')
export class PlaygroundApp extends LitElement {
  static override styles = [base, loadFailureStyles, appStyles]

  private readonly playground = browserPlayground(BASE, (route) => this.open(route))
  private readonly room = new RoomFrame(this, () => this.openSome())
  private endKeeping: (() => void) | undefined

  @state() private view: View | undefined
  /** All of them, once the first view stands. */
  @state() private lessons: readonly Lesson[] = []
  @state() private announcement = ''
  /** Whether a file of the page did not come. */
  @property({ type: Boolean, reflect: true, attribute: 'load-failed' }) loadFailed = false

  @query('bp-workspace') private workspace!: Workspace | null
  @query('bp-keys-dialog') private keys!: KeysDialog | null
  @query('bp-start-page, .sheet > *') private alone!: HTMLElement | null

  constructor() {
    super()
    const { playground } = this
    performEvents(this, playground)
    playground.onChange = () => {
      applyTheme(playground.saved.theme)
      // The app first: it tells the workspace which page is open.
      this.requestUpdate()
      this.workspace?.requestUpdate()
    }
    playground.onAnnouncement = (announcement) => void this.announce(announcement)
    playground.onPerformed = (command) => this.workspace?.follow(command)
    playground.onSent = () => void this.workspace?.showResult()
    // Where one goes on from the start page may be no more.
    playground.saved.whenForgotten(() => {
      if (this.view?.start) this.onAddress()
    })
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.endKeeping = keepInStep(this.playground, BASE)
    applyTheme(this.playground.saved.theme)
    addEventListener('hashchange', this.onAddress)
    addEventListener('keydown', this.onKeydown)
    addEventListener('unhandledrejection', this.onRejection)
    this.onAddress()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.endKeeping?.()
    removeEventListener('hashchange', this.onAddress)
    removeEventListener('keydown', this.onKeydown)
    removeEventListener('unhandledrejection', this.onRejection)
  }

  override willUpdate(): void {
    if (this.playground.saved.notices.length > 0) void import('./storage-note.ts')
  }

  override render() {
    const { view, playground } = this
    const { saved, responder } = playground
    const notice = this.loadFailed ? loadFailure(languageAt(location.hash, saved.data)) : nothing
    // What stands in the page's own HTML, until there is something to show.
    if (!view) return html`${notice}<slot></slot>`
    const { route, words, open, start, sheet } = view
    const stops = stopsOf(this.lessons, saved.data.progress, route.language)
    return html`${notice}
      <bp-top-bar
        .lessons=${stops}
        current=${open?.visit.lesson.slug ?? ''}
        mode=${playground.workbench.answering}
        ?own=${this.hasOwn}
        ?realServer=${responder.realServer}
        theme=${saved.theme}
        homeHref=${routeHash({ language: route.language })}
        toolsHref=${routeHash({ language: route.language, lesson: TOOLS })}
        languageHref=${routeHash({ ...route, language: words.other.code })}
        .words=${words}
        @show-keys=${this.onKeys}
        @skip=${() => this.workspace?.focusOnBench('bp-request-form')}
      ></bp-top-bar>
      <div role="status">
        <bp-update-notice
          .journal=${playground.workbench.journal}
          .words=${words}
        ></bp-update-notice>
        ${saved.notices.map(
          (note) => html`<p class="notice">
            <bp-storage-note note=${note} .words=${words}></bp-storage-note>
          </p>`,
        )}
      </div>
      ${
        open
          ? html`<bp-workspace
            .playground=${playground}
            .page=${open}
            .stops=${stops}
            language=${route.language}
            base=${BASE}
            .words=${words}
          ></bp-workspace>`
          : start
            ? this.renderStart(view, start, stops)
            : sheet
              ? html`<main class="sheet">${sheet.render({ playground, stops, page: route.page, words })}</main>`
              : notFound(view)
      }
      ${open && this.room.show?.({ playground, page: open, words, stops })}
      <bp-keys-dialog .words=${words}></bp-keys-dialog>
      <p class="visually-hidden" role="status">${this.announcement}</p>
    `
  }

  private renderStart({ words, route }: View, { resume }: StartView, stops: CourseStop[]) {
    return html`<main>
      <bp-start-page
        .stops=${stops}
        .resume=${resume}
        language=${route.language}
        .words=${words}
      ></bp-start-page>
    </main>`
  }

  /** Whether there is a copy of the learner's own that can answer what is on the bench. */
  private get hasOwn(): boolean {
    const { own, workbench } = this.playground
    const visit = this.view?.open?.visit
    return visit !== undefined && own.sourceOf(visit, workbench.draft.server) !== undefined
  }

  private readonly onRejection = (event: PromiseRejectionEvent) => {
    if (!isLoadFailure(event.reason)) return
    event.preventDefault()
    this.loadFailed = true
  }

  private async announce(announcement: Announcement) {
    const { words, open } = this.view ?? {}
    const { announcementText } = await import('./announcement-text.ts')
    if (words) this.announcement = await announcementText(announcement, words, open?.prose)
  }

  // Places

  private open(route: Partial<Route>) {
    const language = this.view?.route.language ?? languageAt('', this.playground.saved.data)
    location.hash = routeHash({ language, ...route })
  }

  private readonly onAddress = () => void this.go()

  private async go() {
    const hash = location.hash
    const { saved } = this.playground
    prepareFonts(languageAt(hash, saved.data))
    const view = await loadView(hash, saved.data)
    if (this.view?.route.language !== view.route.language) await fontsFor(view.route.language)
    // The learner may be elsewhere by now.
    if (location.hash !== hash) return
    const before = this.view
    const { route, open, start, sheet } = view
    // The address always says where one is, and Back does not lead into a circle.
    const isPlace = open || start || sheet
    if (isPlace) history.replaceState(null, '', routeHash(route))
    this.view = view
    // What stood there while this was loading. Not each time: WebKit ends all frames of the page with it.
    if (!before) this.replaceChildren()
    this.lang = document.documentElement.lang = route.language
    if (isPlace) saved.choose({ language: route.language })
    document.title = titleOf(view)
    const page = start ?? sheet
    if (page) await this.entered(page.lessons, before)
    if (!open) return
    this.enter(open, before)
    if (open.shared) void this.playground.perform({ kind: 'edit-draft', draft: open.shared })
    void this.learnMoreWords(view)
    const begun = await loadBegun(saved.data.progress, open.visit.lesson)
    if (this.view?.open === open) this.lessons = begun
  }

  /** The reasons of tokens: where a lesson has none, a learner's own server may. */
  private async learnMoreWords(view: View) {
    const words = await loadWords(view.route.language, true)
    if (this.view === view && words !== view.words) this.view = { ...view, words }
  }

  /** The start page, or a sheet, is there: in another language it is the same place. */
  private async entered(lessons: readonly Lesson[], before: View | undefined) {
    this.lessons = lessons
    await this.updateComplete
    const now = this.view!
    if (
      !before ||
      (before.start && now.start) ||
      (now.sheet && before.route.lesson === now.route.lesson)
    )
      return
    scrollTo({ top: 0 })
    this.alone?.focus()
  }

  private enter({ visit }: NonNullable<View['open']>, before: View | undefined) {
    // In another language it is the same visit.
    if (before?.open?.visit.page === visit.page) return
    // What was said last was said of the page before.
    this.announcement = ''
    this.playground.enter(visit)
    if (before) void this.updateComplete.then(() => this.workspace?.showTop())
  }

  /** Whether a key leads from the start page into the course. */
  private leadsIn(action: KeyAction): boolean {
    return action === 'next' && this.view?.start !== undefined
  }

  private async turn(by: 1 | -1) {
    const { visit } = this.view?.open ?? {}
    if (!visit) return this.openSome()
    const { pageBeside } = await import('./page-beside.ts')
    const place = await pageBeside(visit, by)
    if (place && this.view?.open?.visit === visit) this.turnTo(place)
  }

  private turnTo(route: { lesson: string; page?: string }) {
    void this.playground.perform({ kind: 'open', route })
  }

  /** Leads to the lesson that was open last, where none is. */
  private openSome() {
    if (!this.view || this.view.open) return
    this.turnTo({ lesson: this.playground.saved.data.last ?? course[0].slug })
  }

  private readonly onKeydown = (event: KeyboardEvent) => {
    const { playground, workspace } = this
    if (event.key === 'Escape') void playground.perform({ kind: 'cancel' })
    const action = keyAction(event)
    if (!action || !(this.view?.open || AT_START.includes(action) || this.leadsIn(action))) return
    event.preventDefault()
    const hands = {
      playground,
      workspace,
      turn: (by: 1 | -1) => this.turn(by),
      showKeys: this.onKeys,
      showLessons: () => this.renderRoot.querySelector('bp-top-bar')?.focus(),
      present: this.room.present,
    }
    void actionsOf(hands)[action]()
  }

  private readonly onKeys = async () => {
    await import('./keys-dialog.ts')
    await this.keys?.updateComplete
    this.keys?.open()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-playground-app': PlaygroundApp
  }
}
