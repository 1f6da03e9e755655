/** The app: owns what changes (place, language, mode, journal, progress) and hands it down. */

import { provide } from '@lit/context'
import { html, LitElement, nothing } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { lessons } from '../../lessons/index.ts'
import type {
  Exchange,
  Language,
  Lesson,
  Mode,
  PredictTask,
  RequestDraft,
} from '../../lessons/lesson.ts'
import { isDocsLeave } from '../docs-message.ts'
import '../inspect/exchange.ts'
import { reasonPhrase } from '../inspect/reason-phrases.ts'
import { base } from '../kit/base.ts'
import '../kit/tabs.ts'
import '../lesson/code-pane.ts'
import type { DocsPanel } from '../lesson/docs-panel.ts'
import '../lesson/docs-panel.ts'
import '../lesson/flow.ts'
import { type LessonContext, lessonContext } from '../lesson/lesson-context.ts'
import type { LessonPageView } from '../lesson/lesson-page.ts'
import '../lesson/lesson-page.ts'
import { loadProse, loadSource, loadWords } from '../lesson/load-lesson.ts'
import type { Prose } from '../lesson/prose.ts'
import type { RequestForm } from '../lesson/request-form.ts'
import '../lesson/request-form.ts'
import { gatesFor, sourceMarks } from '../lesson/source-marks.ts'
import type { StepSource } from '../lesson/step-source.ts'
import { createBrowserStage, type Route as StageRoute } from '../stage/browser-stage.ts'
import { type DraftProblem, draftProblem } from '../stage/draft-problem.ts'
import { draftUrl, hasRealServer, send, type Sent, serverUrl } from '../stage/send.ts'
import type { Words } from '../words/en.ts'
import { appStyles } from './app-styles.ts'
import { docsToSent } from './docs-to-sent.ts'
import './journal.ts'
import type { KeysDialog } from './keys-dialog.ts'
import './keys-dialog.ts'
import { keyAction } from './keys.ts'
import { advance, isDone, predict, tasksOf } from './progress.ts'
import { readRoute, type Route, routeHash } from './route.ts'
import { type Kept, readKept, type StorageState, type Theme, writeKept } from './storage.ts'
import './top-bar.ts'

/** URL of the playground, with a slash at its end. */
const BASE = new URL('.', location.href).href

/** More exchanges than this are not kept: a journal is to be read. */
const JOURNAL_LIMIT = 100

const THEMES: Theme[] = ['system', 'light', 'dark']

type InsideTab = 'code' | 'journal' | 'docs'

@customElement('bp-playground-app')
export class PlaygroundApp extends LitElement {
  static override styles = [base, appStyles]

  private readonly stage = createBrowserStage({ base: new URL(BASE).pathname })
  private nextId = 1

  @state() private kept: Kept
  @state() private storageState: StorageState
  @state() private route: Route | undefined
  @state() private words: Words | undefined
  @state() private prose: Prose | undefined
  @state() private source: StepSource | undefined
  @state() private mode: Mode
  @state() private realServer = false
  @state() private stageRoute: StageRoute | 'failed' | undefined
  @state() private draft: RequestDraft
  @state() private problem: DraftProblem | undefined
  @state() private journal: Exchange[] = []
  @state() private shown: number | undefined
  @state() private sending = false
  @state() private failed: Mode | undefined
  @state() private tab: InsideTab = 'code'
  /** A region the prose points at, until the next exchange. */
  @state() private region: string | undefined
  @state() private said = ''

  @provide({ context: lessonContext })
  @state()
  protected context: LessonContext | undefined

  @query('bp-lesson-page') private lessonPage!: LessonPageView | null
  @query('bp-request-form') private form!: RequestForm | null
  @query('bp-keys-dialog') private keys!: KeysDialog | null
  @query('bp-docs-panel') private docs!: DocsPanel | null
  @query('#result') private result!: HTMLElement | null

  private readonly modeKnown: Promise<void>

  constructor() {
    super()
    const { kept, state } = readKept()
    this.kept = kept
    this.storageState = state
    this.mode = kept.mode ?? 'browser'
    this.draft = emptyDraft(lessons[0]!)
    this.modeKnown = this.findMode()
    this.applyTheme()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('hashchange', this.onRoute)
    addEventListener('keydown', this.onKeydown)
    addEventListener('message', this.onMessage)
    void this.onRoute()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('hashchange', this.onRoute)
    removeEventListener('keydown', this.onKeydown)
    removeEventListener('message', this.onMessage)
  }

  override render() {
    const { words, route } = this
    if (!words || !route) return nothing
    const lesson = lessonOf(route)
    return html`
      <bp-top-bar
        .lessons=${lessons.map((entry) => ({
          title: entry === lesson ? (this.prose?.title ?? entry.slug) : entry.slug,
          href: routeHash({ language: route.language, lesson: entry.slug }),
          current: entry === lesson,
          done: tasksOf(entry).every((task) =>
            isDone(task, this.kept.progress[entry.slug]?.[task.id]),
          ),
        }))}
        mode=${this.mode}
        ?realServer=${this.realServer}
        theme=${this.kept.theme ?? 'system'}
        homeHref=${routeHash({ language: route.language, lesson: lessons[0]!.slug })}
        languageHref=${routeHash({ ...route, language: route.language === 'en' ? 'ko' : 'en' })}
        .words=${words}
        @mode-change=${(event: CustomEvent<Mode>) => this.changeMode(event.detail)}
        @theme-change=${this.onTheme}
        @show-keys=${() => this.keys?.open()}
        @skip=${() => this.form?.focus()}
      ></bp-top-bar>
      ${this.renderNotices(words)}
      ${lesson && this.prose && isPage(lesson, route.page)
        ? this.renderWorkspace(lesson, this.prose, words)
        : lesson && !this.prose
          ? html`<main class="alone">${words.loading}</main>`
          : this.renderNotFound(words)}
      <bp-keys-dialog .words=${words}></bp-keys-dialog>
      <p class="visually-hidden" role="status" id="said">${this.said}</p>
    `
  }

  private renderNotices(words: Words) {
    const notes = [
      this.storageState === 'broken' && words.storage.broken,
      this.storageState === 'unavailable' && words.storage.unavailable,
      this.mode === 'browser' && this.stageRoute === 'failed' && words.mode.failed,
      this.mode === 'browser' &&
        this.stageRoute === 'direct' &&
        `${words.mode.direct}${isSecureContext ? '' : ` ${words.mode.insecure}`}`,
    ].filter((note) => note !== false)
    return html`<div role="status">
      ${notes.map((note) => html`<p class="notice">${note}</p>`)}
    </div>`
  }

  private renderNotFound(words: Words) {
    const { language } = this.route!
    return html`<main class="alone">
      <h1>${words.notFound.title}</h1>
      <p>${words.notFound.text}</p>
      <a href=${routeHash({ language, lesson: lessons[0]!.slug })}>${words.notFound.home}</a>
    </main>`
  }

  private renderWorkspace(lesson: Lesson, prose: Prose, words: Words) {
    const exchange = this.journal.find(({ id }) => id === this.shown)
    return html`
      <main
        class="workspace"
        @use-request=${(event: CustomEvent<string>) => this.useRequest(lesson, event.detail)}
        @show-region=${this.onShowRegion}
        @predict=${(event: CustomEvent<string>) => this.onPredict(lesson, event.detail)}
        @open-docs=${() => this.openTab('docs')}
      >
        <section class="lesson" id="lesson" aria-label=${words.columns.lesson}>
          <bp-lesson-page
            .lesson=${lesson}
            number=${lessons.indexOf(lesson) + 1}
            page=${this.route!.page!}
            language=${this.route!.language}
            .prose=${prose}
            .progress=${this.kept.progress}
            .detected=${this.detectedIn(lesson)}
            .words=${words}
            @start-over=${() => this.startOver(lesson)}
          ></bp-lesson-page>
        </section>
        <section class="bench" id="bench" aria-label=${words.columns.bench}>
          <bp-request-form
            id="request"
            .draft=${this.draft}
            .servers=${Object.keys(lesson.servers).map((id) => ({
              id,
              path: new URL(serverUrl(lesson, id, BASE)).pathname.replace(/\/$/, ''),
            }))}
            url=${draftUrl(lesson, this.draft, BASE)}
            .problem=${this.problem}
            hold=${this.mustPredict(lesson) ? words.task.predictFirst : ''}
            ?sending=${this.sending}
            .words=${words}
            @draft-change=${this.onDraft}
            @send-request=${() => this.sendDraft(lesson)}
          ></bp-request-form>
          <div id="result">
            ${this.failed ? this.renderFailed(lesson, words) : nothing}
            ${!this.failed && exchange
              ? html`<bp-exchange
                  .exchange=${exchange}
                  .expectedGates=${gatesFor(lesson, exchange).map(({ id }) => id)}
                  .words=${words}
                ></bp-exchange>`
              : nothing}
            ${!this.failed && !exchange ? this.renderEmpty(words) : nothing}
          </div>
        </section>
        <section class="inside" id="inside" aria-label=${words.columns.inside}>
          ${this.renderInside(lesson, exchange, words)}
        </section>
      </main>
      <nav class="jump" aria-label=${words.pages}>
        ${(['lesson', 'bench', 'inside'] as const).map(
          (place) =>
            html`<button @click=${() => this.jump(place)}>${words.jump[place]}</button>`,
        )}
      </nav>
    `
  }

  private renderEmpty(words: Words) {
    return html`<div class="empty">
      <svg viewBox="0 0 120 40" aria-hidden="true">
        <rect x="1" y="8" width="30" height="24" rx="5" />
        <rect x="89" y="8" width="30" height="24" rx="5" />
        <path d="M38 16h44m-6-4 6 4-6 4M82 26H38m6-4-6 4 6 4" />
      </svg>
      <h2>${words.empty.title}</h2>
      <p>${words.empty.text}</p>
    </div>`
  }

  private renderFailed(lesson: Lesson, words: Words) {
    return html`<div class="failed" role="alert">
      <h2>${words.failed.title}</h2>
      <p>${words.failed[this.failed!]}</p>
      ${this.failed === 'real'
        ? html`<button
            @click=${() => {
              this.changeMode('browser')
              void this.sendDraft(lesson)
            }}
          >
            ${words.failed.switch}
          </button>`
        : nothing}
    </div>`
  }

  private renderInside(lesson: Lesson, exchange: Exchange | undefined, words: Words) {
    const { marks, note } = sourceMarks(lesson, exchange, words)
    const app = lesson.servers[this.draft.server]?.app ?? 'app'
    return html`<bp-tabs
      .tabs=${[
        { id: 'code', label: words.tabs.code },
        { id: 'journal', label: `${words.tabs.journal} ${this.journal.length || ''}`.trim() },
        { id: 'docs', label: words.tabs.docs },
      ]}
      selected=${this.tab}
      label=${words.tabs.label}
      @tab-change=${(event: CustomEvent<InsideTab>) => this.openTab(event.detail)}
    >
      ${this.tab === 'code'
        ? html`<bp-code-pane
            .source=${this.source}
            file="${app}.ts"
            .marks=${this.region ? { [this.region]: 'shown' } : marks}
            note=${note}
            .words=${words}
          ></bp-code-pane>`
        : nothing}
      ${this.tab === 'journal'
        ? html`<bp-journal
            .exchanges=${this.journal}
            shown=${this.shown ?? 0}
            .words=${words}
            @show-exchange=${(event: CustomEvent<number>) => this.show(event.detail)}
            @clear-journal=${() => {
              this.journal = []
              this.shown = undefined
            }}
          ></bp-journal>`
        : nothing}
      ${this.tab === 'docs' ? this.renderDocs(lesson, words) : nothing}
    </bp-tabs>`
  }

  private renderDocs(lesson: Lesson, words: Words) {
    if (this.mode === 'browser' && this.stageRoute !== 'service-worker') {
      const { direct } = words.docs
      return html`<p>${this.stageRoute === undefined ? words.mode.preparing : direct}</p>`
    }
    const server = serverUrl(lesson, this.draft.server, BASE)
    const dark = getComputedStyle(document.documentElement).colorScheme.includes('dark')
    const theme = this.kept.theme === 'system' || !this.kept.theme ? '' : dark ? 'dark' : 'light'
    const page = new URL(this.mode === 'real' ? `${server}docs` : 'docs.html', BASE)
    if (this.mode === 'browser') {
      page.searchParams.set('openapi', new URL(`${server}openapi.json`).pathname)
      page.searchParams.set('mode', 'browser')
    }
    if (theme) page.searchParams.set('theme', theme)
    return html`<bp-docs-panel src=${page.href} .words=${words}></bp-docs-panel>`
  }

  // Where the learner is

  private readonly onRoute = async () => {
    const route = readRoute(location.hash) ?? {
      language: this.kept.language ?? preferredLanguage(),
      lesson: location.hash.length > 2 ? 'unknown' : lessons[0]!.slug,
    }
    const lesson = lessonOf(route)
    if (lesson && route.page === undefined) {
      const place = this.kept.places[lesson.slug]
      route.page = place && isPage(lesson, place) ? place : lesson.pages[0]!.id
      // The address always says where one is, and Back does not lead into a circle.
      history.replaceState(null, '', routeHash(route))
    }
    const moved = this.route?.page !== route.page
    const [words, prose, source] = await Promise.all([
      loadWords(route.language),
      lesson && loadProse(lesson, route.language),
      lesson && loadSource(lesson, 'app'),
    ])
    const first = this.route === undefined
    this.route = route
    this.words = words
    this.prose = prose
    this.source = source
    document.documentElement.lang = route.language
    this.lang = route.language
    if (lesson && prose && isPage(lesson, route.page)) {
      this.context = { lesson, prose, words }
      document.title = `${prose.pages[route.page!]?.title} · ${prose.title} · ${words.brand}`
      const places = { ...this.kept.places, [lesson.slug]: route.page! }
      this.keep({ language: route.language, places })
      if (moved) this.enterPage(lesson, route.page!)
    } else {
      document.title = `${words.notFound.title} · ${words.brand}`
    }
    if (first || !moved) return
    await this.updateComplete
    this.lessonPage?.focus()
    if (narrow()) this.jump('lesson')
  }

  /** Clears the bench for a page and puts its request there. */
  private enterPage(lesson: Lesson, id: string) {
    const page = lesson.pages.find((entry) => entry.id === id)
    const request = page && 'request' in page ? page.request : undefined
    if (request) this.useRequest(lesson, request)
    this.shown = undefined
    this.failed = undefined
    this.region = undefined
  }

  private startOver(lesson: Lesson) {
    this.keep({ progress: { ...this.kept.progress, [lesson.slug]: {} } })
    this.journal = this.journal.filter((exchange) => exchange.lesson !== lesson.slug)
    this.shown = undefined
    this.said = this.words!.startedOver
    location.hash = routeHash({ ...this.route!, page: lesson.pages[0]!.id })
  }

  private keep(part: Partial<Kept>) {
    this.kept = { ...this.kept, ...part }
    if (!writeKept(this.kept) && this.storageState === 'fine') this.storageState = 'unavailable'
  }

  // Who answers

  private async findMode() {
    this.realServer = await hasRealServer(BASE)
    this.mode = this.realServer ? (this.kept.mode ?? 'real') : 'browser'
    if (this.mode === 'browser') await this.prepareStage()
  }

  private async prepareStage() {
    try {
      this.stageRoute = await this.stage.ready()
    } catch {
      this.stageRoute = 'failed'
    }
  }

  private changeMode(mode: Mode) {
    if (mode === 'real' && !this.realServer) return
    this.mode = mode
    this.failed = undefined
    this.said = this.words!.mode[mode]
    this.keep({ mode })
    if (mode === 'browser') void this.prepareStage()
    else this.stage.stop()
  }

  // Requests

  private readonly onDraft = (event: CustomEvent<RequestDraft>) => {
    this.draft = event.detail
    this.problem = undefined
  }

  private useRequest(lesson: Lesson, id: string) {
    const request = lesson.requests[id]
    if (!request) return
    this.draft = request
    this.problem = undefined
  }

  private async onPredict(lesson: Lesson, option: string) {
    const task = this.predictTask(lesson)
    if (!task) return
    this.keep({ progress: predict(this.kept.progress, lesson.slug, task.id, option) })
    this.useRequest(lesson, task.request)
    await this.sendDraft(lesson)
  }

  private predictTask(lesson: Lesson): PredictTask | undefined {
    const page = lesson.pages.find(({ id }) => id === this.route?.page)
    return page?.kind === 'predict' ? page : undefined
  }

  /** Whether the draft is what the open page wants predicted first. */
  private mustPredict(lesson: Lesson): boolean {
    const task = this.predictTask(lesson)
    if (!task || this.kept.progress[lesson.slug]?.[task.id]?.prediction) return false
    const asked = lesson.requests[task.request]
    return JSON.stringify(asked) === JSON.stringify(this.draft)
  }

  private async sendDraft(lesson: Lesson) {
    if (this.sending) return
    if (this.mustPredict(lesson)) {
      this.said = this.words!.task.predictFirst
      return
    }
    this.problem = draftProblem(this.draft, draftUrl(lesson, this.draft, BASE))
    if (this.problem) return
    this.sending = true
    this.failed = undefined
    try {
      await this.modeKnown
      const { mode, stage } = this
      this.add(lesson, await send(this.draft, { lesson, mode, base: BASE, stage }))
    } catch {
      this.failed = this.mode
    } finally {
      this.sending = false
    }
    if (!narrow()) return
    await this.updateComplete
    this.result?.scrollIntoView({ block: 'start' })
  }

  private readonly onMessage = ({ data, origin, source }: MessageEvent) => {
    if (origin !== location.origin || source !== this.docs?.frameWindow) return
    if (isDocsLeave(data)) this.lessonPage?.focus()
    const lesson = this.route && lessonOf(this.route)
    const sent = lesson && docsToSent(data, { lesson, mode: this.mode, base: BASE })
    if (lesson && sent) this.add(lesson, sent)
  }

  private add(lesson: Lesson, sent: Sent) {
    const exchange: Exchange = { ...sent, id: this.nextId++ }
    this.journal = [...this.journal, exchange].slice(-JOURNAL_LIMIT)
    this.region = undefined
    this.show(exchange.id)
    const before = this.kept.progress
    const own = this.journal.filter((entry) => entry.lesson === lesson.slug)
    const after = advance(before, lesson, own)
    if (after !== before) this.keep({ progress: after })
    const ticked = tasksOf(lesson)
      .filter(
        (task) =>
          !isDone(task, before[lesson.slug]?.[task.id]) &&
          isDone(task, after[lesson.slug]?.[task.id]),
      )
      .map(({ id }) => this.words!.task.ticked(this.prose?.pages[id]?.title ?? id))
    const { status } = exchange.response
    this.said = [this.words!.exchange.announce(status, reasonPhrase(status)), ...ticked].join('. ')
  }

  private show(id: number) {
    this.shown = id
    this.failed = undefined
  }

  private detectedIn(lesson: Lesson): string | undefined {
    const newest = this.journal.at(-1)
    if (!newest || newest.lesson !== lesson.slug || newest.id !== this.shown) return undefined
    return lesson.detectors.find(({ fits }) => fits(newest))?.id
  }

  // The inside

  private openTab(tab: InsideTab) {
    this.tab = tab
    if (narrow()) this.jump('inside')
  }

  private readonly onShowRegion = (event: CustomEvent<string>) => {
    this.region = event.detail
    this.openTab('code')
  }

  // Hands and eyes

  private jump(place: 'lesson' | 'bench' | 'inside') {
    this.renderRoot.querySelector(`#${place}`)?.scrollIntoView({ block: 'start' })
  }

  private readonly onKeydown = (event: KeyboardEvent) => {
    const action = keyAction(event)
    const lesson = this.route && lessonOf(this.route)
    if (!action || !lesson || !this.words) return
    event.preventDefault()
    const turn = (by: 1 | -1) => {
      const at = lesson.pages.findIndex(({ id }) => id === this.route!.page)
      const page = lesson.pages[at + by]
      if (page) location.hash = routeHash({ ...this.route!, page: page.id })
    }
    const actions = {
      keys: () => this.keys?.open(),
      send: () => void this.sendDraft(lesson),
      next: () => turn(1),
      previous: () => turn(-1),
      request: () => this.form?.focus(),
      lesson: () => this.lessonPage?.focus(),
      code: () => this.openTab('code'),
      journal: () => this.openTab('journal'),
      docs: () => this.openTab('docs'),
      hint: () => this.lessonPage?.hint(),
      mode: () => this.changeMode(this.mode === 'real' ? 'browser' : 'real'),
      theme: () => this.onTheme(),
    }
    actions[action]()
  }

  private readonly onTheme = () => {
    const at = THEMES.indexOf(this.kept.theme ?? 'system')
    this.keep({ theme: THEMES[(at + 1) % THEMES.length]! })
    this.applyTheme()
    this.said = `${this.words!.theme.label}: ${this.words!.theme[this.kept.theme!]}`
  }

  private applyTheme() {
    const { theme = 'system' } = this.kept
    const root = document.documentElement
    if (theme === 'system') delete root.dataset['theme']
    else root.dataset['theme'] = theme
  }
}

function lessonOf({ lesson }: Route): Lesson | undefined {
  return lessons.find(({ slug }) => slug === lesson)
}

function isPage(lesson: Lesson, page: string | undefined): boolean {
  return lesson.pages.some(({ id }) => id === page)
}

function emptyDraft(lesson: Lesson): RequestDraft {
  return lesson.requests[lesson.firstRequest]!
}

function preferredLanguage(): Language {
  return navigator.languages.some((language) => /^ko\b/.test(language)) ? 'ko' : 'en'
}

/** Whether the columns stand below each other. */
function narrow(): boolean {
  return matchMedia('(max-width: 759px)').matches
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-playground-app': PlaygroundApp
  }
}
