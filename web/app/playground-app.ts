/** The app: puts place, bench and inside together, and gives every key and click its meaning. */

import { provide } from '@lit/context'
import { html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { course } from '../../lessons/index.ts'
import {
  appOf,
  type Exchange,
  type Lesson,
  type Mode,
  type RequestDraft,
  type Task,
} from '../../lessons/lesson.ts'
import { isDocsCookieQuestion, isDocsLeave, isDocsRequest } from '../stage/docs-message.ts'
import type { Navigation } from '../two-servers/browser-pane.ts'
import { reasonPhrase } from '../exchange/reason-phrases.ts'
import { base } from '../kit/base.ts'
import { fontsFor, prepareFonts } from '../kit/fonts.ts'
import { type LessonContext, lessonContext } from '../lesson/lesson-context.ts'
import type { LessonPageView } from '../lesson/lesson-page.ts'
import '../lesson/lesson-page.ts'
import type { RequestForm } from '../request/request-form.ts'
import '../request/request-form.ts'
import type { Attack } from '../stage/other-site.ts'
import { draftUrl, serverUrl } from '../stage/send.ts'
import type { Words } from '../words/en.ts'
import { appStyles } from './app-styles.ts'
import { Bench } from '../state/workbench.ts'
import { docsToSent } from '../state/docs-to-sent.ts'
import type { Inside, InsideTab } from '../panels/server-panel.ts'
import '../panels/server-panel.ts'
import { Keeper } from '../state/saved-state.ts'
import type { KeysDialog } from './keys-dialog.ts'
import { type KeyAction, keyAction } from './keys.ts'
import { isMissing } from '../state/failure.ts'
import { missing, missingStyles } from './load-failure.ts'
import { languageAt, loadLessons, loadPlace, neighbour, type Place } from './place.ts'
import { isDone } from '../state/progress.ts'
import { Responder } from '../state/responder.ts'
import '../exchange/result.ts'
import { routeHash } from '../state/route.ts'
import type { StartPage } from './start-page.ts'
import { type Stop, stopsOf } from './course-progress.ts'
import './top-bar.ts'

/** URL of the playground, with a slash at its end. */
const BASE = new URL('.', location.href).href

/** Keys that mean something without a lesson too. */
const AT_START: KeyAction[] = ['keys', 'mode', 'theme']

const COLUMNS = ['lesson', 'bench', 'inside'] as const

@customElement('bp-playground-app')
export class PlaygroundApp extends LitElement {
  static override styles = [base, missingStyles, appStyles]

  private readonly keeper = new Keeper(this, new URL(BASE).pathname)
  private readonly responder = new Responder(this, BASE, this.keeper.kept.mode)
  private readonly bench = new Bench(this, {
    keeper: this.keeper,
    responder: this.responder,
    base: BASE,
  })

  @state() private place: Place | undefined
  /** All of them, once the first place stands. */
  @state() private lessons: readonly Lesson[] = []
  @state() private tab: InsideTab = 'code'
  /** The token to inspect; a new object each time it is asked for. */
  @state() private asked: { token: string } | undefined
  /** A region the prose points at, until the next exchange. */
  @state() private region = ''
  @state() private said = ''
  /** Whether a file of the page did not come. */
  @property({ type: Boolean, reflect: true }) missing = false
  /** Whether the lesson has an answer to what was sent, while it may be out of sight. */
  @state() private news = false

  /** The journal the context speaks of. */
  private told: readonly Exchange[] | undefined

  @provide({ context: lessonContext })
  @state()
  protected context: LessonContext | undefined

  @query('bp-lesson-page') private lessonPage!: LessonPageView | null
  @query('bp-request-form') private form!: RequestForm | null
  @query('bp-keys-dialog') private keys!: KeysDialog | null
  @query('bp-inside') private insideView!: Inside | null
  @query('bp-start-page') private startPage!: StartPage | null
  @query('bp-result') private result!: HTMLElement | null

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('hashchange', this.onAddress)
    addEventListener('keydown', this.onKeydown)
    addEventListener('message', this.onMessage)
    addEventListener('unhandledrejection', this.onRejection)
    // Where one goes on from the start page may be no more.
    this.keeper.whenForgotten(() => {
      if (this.place?.start) this.onAddress()
    })
    this.onAddress()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('hashchange', this.onAddress)
    removeEventListener('keydown', this.onKeydown)
    removeEventListener('message', this.onMessage)
    removeEventListener('unhandledrejection', this.onRejection)
  }

  override willUpdate(): void {
    if (!this.place?.open) return
    const { words, open } = this.place
    const { lesson, page, prose, sources } = open
    const { bench, context } = this
    const done = isDone(page, this.keeper.kept.progress[lesson.slug]?.[page.id])
    const known = context?.words === words && context.prose === prose && context.done === done
    if (known && this.told === bench.journal) return
    this.told = bench.journal
    this.context = {
      lesson,
      prose,
      words,
      sources,
      exchanges: bench.journal.filter((exchange) => exchange.lesson === lesson.slug),
      done,
      cookiesFor: (draft) => bench.cookiesFor(lesson, draft),
    }
  }

  override render() {
    const { place, keeper, responder } = this
    const notice = this.missing ? missing(languageAt(location.hash, keeper.kept)) : nothing
    // What stands in the page's own HTML, until there is something to show.
    if (!place) return html`${notice}<slot></slot>`
    const { route, words, open, start } = place
    const stops = stopsOf(this.lessons, keeper.kept.progress, route.language)
    return html`${notice}
      <bp-top-bar
        .lessons=${stops}
        current=${open?.lesson.slug ?? ''}
        mode=${responder.mode}
        ?realServer=${responder.realServer}
        theme=${keeper.theme}
        homeHref=${routeHash({ language: route.language })}
        languageHref=${routeHash({ ...route, language: words.other.code })}
        .words=${words}
        @mode-change=${(event: CustomEvent<Mode>) => this.changeMode(event.detail)}
        @theme-change=${this.onTheme}
        @show-keys=${this.onKeys}
        @skip=${() => this.form?.focus()}
      ></bp-top-bar>
      <div role="status">
        ${keeper.notices.map((note) => html`<p class="notice">${words.storage[note]}</p>`)}
      </div>
      ${
        open
          ? this.renderWorkspace(place, open, stops)
          : start
            ? this.renderStart(place, start, stops)
            : this.renderNotFound(place)
      }
      <bp-keys-dialog .words=${words}></bp-keys-dialog>
      <p class="visually-hidden" role="status" id="said">${this.said}</p>
    `
  }

  /** What there is to know about the way to the server in this browser. */
  private wayNote({ mode: said }: Words): string {
    const { mode, route } = this.responder
    if (mode === 'real') return ''
    if (route === 'failed') return said.failed
    if (route !== 'direct') return ''
    return isSecureContext ? said.direct : `${said.direct} ${said.insecure}`
  }

  private renderStart({ words, route }: Place, { from }: Start, stops: Stop[]) {
    return html`<main>
      <bp-start-page
        .stops=${stops}
        .from=${from}
        language=${route.language}
        .words=${words}
        @start-over=${this.onCourseOver}
      ></bp-start-page>
    </main>`
  }

  private renderNotFound({ words, route }: Place) {
    const home = routeHash({ language: route.language, lesson: course[0].slug })
    return html`<main class="alone">
      <h1>${words.notFound.title}</h1>
      <p>${words.notFound.text}</p>
      <a href=${home}>${words.notFound.home}</a>
    </main>`
  }

  private renderWorkspace(
    { words, route }: Place,
    { lesson, page, prose, sources }: Open,
    stops: Stop[],
  ) {
    const { bench, keeper, responder } = this
    const { exchanges } = this.context!
    return html`
      <main
        class="workspace"
        @use-request=${(event: CustomEvent<string>) => bench.use(lesson, event.detail)}
        @show-region=${this.onShowRegion}
        @predict=${this.onPredict}
        @read=${this.onRead}
        @replay=${this.onReplay}
        @task-again=${this.onTaskAgain}
        @attack=${(event: CustomEvent<Attack>) => void this.attack([event.detail])}
        @show-exchange=${this.onShowExchange}
        @attacks=${(event: CustomEvent<Attack[]>) => void this.attack(event.detail)}
        @show-token=${this.onShowToken}
        @open-tab=${(event: CustomEvent<InsideTab>) => this.openTab(event.detail)}
      >
        <section class="lesson" id="lesson" aria-label=${words.columns.lesson}>
          <bp-lesson-page
            .lesson=${lesson}
            number=${stops.findIndex(({ slug }) => slug === lesson.slug) + 1}
            page=${page.id}
            language=${route.language}
            .prose=${prose}
            .progress=${keeper.kept.progress}
            .exchanges=${exchanges}
            .detected=${bench.detected(lesson)}
            .onward=${
              stops[stops.findIndex(({ slug }) => slug === lesson.slug) + 1] ?? {
                title: words.allLessons,
                href: routeHash({ language: route.language }),
              }
            }
            .words=${words}
            @start-over=${this.onStartOver}
          ></bp-lesson-page>
        </section>
        <section class="bench" id="bench" aria-label=${words.columns.bench}>
          <bp-request-form
            id="request"
            .draft=${bench.draft}
            .servers=${Object.keys(lesson.servers).map((id) => ({
              id,
              path: `…/${lesson.servers[id]!.path}${lesson.servers[id]!.weak ? ' ⚠' : ''}`,
            }))}
            url=${draftUrl(lesson, bench.draft, BASE)}
            .problem=${bench.problem}
            hold=${bench.mustPredict(lesson, page) ? words.task.predictFirst : ''}
            ?sending=${bench.sending}
            ?stoppable=${lesson.stoppable ?? false}
            ?stopped=${bench.stopped}
            ?weak=${lesson.servers[bench.draft.server]?.weak ?? false}
            issued=${bench.issued(lesson)}
            .words=${words}
            @draft-change=${(event: CustomEvent<RequestDraft>) => bench.edit(event.detail)}
            @send-request=${this.onSend}
            @cancel-request=${() => bench.cancel()}
            @stop-change=${(event: CustomEvent<boolean>) => bench.stop(event.detail)}
          ></bp-request-form>
          ${
            lesson.clock
              ? html`<bp-lab-clock
                .now=${bench.now}
                .exchanges=${exchanges}
                .draft=${bench.draft}
                .words=${words}
                @clock-change=${(event: CustomEvent<Date | null>) =>
                  bench.moveClock(event.detail ?? undefined)}
              ></bp-lab-clock>`
              : nothing
          }
          <bp-result
            .lesson=${lesson}
            .draft=${bench.draft}
            .exchange=${bench.shown}
            server=${bench.draft.server}
            .failed=${bench.failed}
            .busy=${bench.busy}
            .words=${words}
            @cancel-request=${() => bench.cancel()}
            @send-in-browser=${() => {
              this.changeMode('browser')
              void this.send()
            }}
          ></bp-result>
          <p class="way" role="status">${this.wayNote(words)}</p>
        </section>
        <section class="inside" id="inside" aria-label=${words.columns.inside}>
          <bp-inside
            tab=${this.tab}
            .lesson=${lesson}
            server=${bench.draft.server}
            .source=${sources[sourceOf(lesson, bench.draft.server)]}
            .exchange=${bench.shown}
            .asked=${this.asked}
            region=${this.region}
            .journal=${bench.journal}
            .exchanges=${exchanges}
            .now=${bench.now}
            mode=${responder.mode}
            .route=${responder.route}
            theme=${keeper.theme}
            base=${BASE}
            .words=${words}
            @tab-change=${(event: CustomEvent<InsideTab>) => this.openTab(event.detail)}
            @show-exchange=${this.onShowExchange}
            @clear-journal=${() => bench.clear()}
            .cookies=${this.cookies}
            @use-token=${this.onUseToken}
            @navigate=${this.onNavigate}
            @use-cookie=${this.onUseCookie}
          ></bp-inside>
        </section>
      </main>
      <nav class="jump">
        ${COLUMNS.map(
          (column) =>
            html`<button @click=${() => this.jump(column)}>
              ${words.jump[column]}
              ${
                column === 'lesson' && this.news
                  ? html`<span class="news"><span class="visually-hidden">${words.news}</span></span>`
                  : nothing
              }
            </button>`,
        )}
      </nav>
    `
  }

  private readonly onRejection = (event: PromiseRejectionEvent) => {
    if (!isMissing(event.reason)) return
    event.preventDefault()
    this.missing = true
  }

  // Places

  private readonly cookies = () => this.bench.cookies

  private readonly onAddress = () => void this.go()

  private async go() {
    const hash = location.hash
    prepareFonts(languageAt(hash, this.keeper.kept))
    const place = await loadPlace(hash, this.keeper.kept)
    if (this.place?.route.language !== place.route.language) await fontsFor(place.route.language)
    // The learner may be elsewhere by now.
    if (location.hash !== hash) return
    const before = this.place
    const { route, words, open, start } = place
    // The address always says where one is, and Back does not lead into a circle.
    if (open || start) history.replaceState(null, '', routeHash(route))
    this.place = place
    // What stood there while this was loading. Not each time: WebKit ends all frames of the page with it.
    if (!before) this.replaceChildren()
    this.lang = document.documentElement.lang = route.language
    if (start) {
      document.title = words.brand
      this.lessons = start.lessons
      this.keeper.choose({ language: route.language })
      await this.updateComplete
      if (before && !before.start) {
        scrollTo({ top: 0 })
        this.startPage?.focus()
      }
      return
    }
    if (!open) {
      document.title = `${words.notFound.title} · ${words.brand}`
      return
    }
    const { lesson, page, prose } = open
    document.title = `${prose.pages[page.id]?.title} · ${prose.title} · ${words.brand}`
    this.keeper.choose({ language: route.language })
    this.keeper.enter(lesson.slug, page.id)
    if (before?.open?.page === page) return
    this.bench.enter(lesson, page)
    if (before?.open?.lesson !== lesson && this.tab === 'pane') this.tab = 'code'
    this.news = false
    this.region = ''
    if (before) {
      await this.updateComplete
      for (const column of COLUMNS) this.renderRoot.querySelector(`#${column}`)?.scrollTo(0, 0)
      this.lessonPage?.focus()
      if (narrow()) this.jump('lesson')
    }
    if (this.lessons.length === 0) this.lessons = await loadLessons()
  }

  private turn(by: number) {
    const address = this.place && neighbour(this.place, by)
    if (address) location.hash = address
  }

  private readonly onStartOver = () => {
    const { route, words, open } = this.place!
    this.bench.startOver({ lesson: open!.lesson.slug })
    this.said = words.startedOver
    location.hash = routeHash({ ...route, page: open!.lesson.pages[0]!.id })
  }

  private readonly onTaskAgain = () => {
    const { words, open } = this.place!
    const { lesson, page } = open!
    this.bench.startOver({ lesson: lesson.slug, page: page.id })
    this.bench.enter(lesson, page)
    this.said = words.task.openAgain
    this.lessonPage?.focus()
  }

  private readonly onCourseOver = (event: CustomEvent<string>) => {
    this.bench.startOver({})
    this.said = event.detail
  }

  // Requests

  private changeMode(mode: Mode) {
    if (!this.responder.change(mode)) return
    // It was asked of somebody else.
    this.bench.cancel()
    this.bench.failed = undefined
    this.said = this.place!.words.mode[mode]
    this.keeper.choose({ mode })
  }

  private readonly onSend = () => void this.send()

  private readonly onPredict = (event: CustomEvent<string>) => {
    const { lesson, page } = this.place!.open!
    if (page.kind !== 'predict' || this.isWaiting()) return
    this.bench.predict(lesson, page, event.detail)
    void this.send()
  }

  private readonly onRead = (event: CustomEvent<string>) => {
    const { lesson, page } = this.place!.open!
    if (page.kind !== 'decode' || this.isWaiting()) return
    this.bench.read(lesson, page, event.detail)
    void this.send()
  }

  private readonly onReplay = () => {
    const { lesson, page } = this.place!.open!
    if (page.kind === 'break' && !this.isWaiting() && this.bench.replay(lesson, page))
      void this.send()
  }

  /** Whether an answer is still to come: what takes the place of the draft and is sent has to wait, and that is said. */
  private isWaiting(): boolean {
    if (this.bench.sending) this.said = this.place!.words.form.stillSending
    return this.bench.sending
  }

  /** Sends attacks, one after the other: the later ones need what the first ones brought. */
  private async attack(attacks: Attack[]) {
    if (this.isWaiting()) return
    const { lesson } = this.place!.open!
    for (const attack of attacks) {
      const ticked = await this.bench.attack(lesson, attack)
      if (!ticked) return
      this.arrived(ticked)
    }
  }

  private async send() {
    const { open, words } = this.place!
    if (!open) return
    if (this.bench.mustPredict(open.lesson, open.page)) {
      this.said = words.task.predictFirst
      return
    }
    const ticked = await this.bench.send(open.lesson)
    if (ticked) this.arrived(ticked)
    const { problem, shown, failed } = this.bench
    // An answer that came elsewhere is not shown here.
    if (problem || !(shown || failed) || !narrow()) return
    await this.updateComplete
    this.result?.scrollIntoView({ block: 'start' })
  }

  /** A page in the small browser leads on: the same request as by hand, on the bench for all to see. */
  private readonly onNavigate = ({ detail }: CustomEvent<Navigation>) => {
    const { lesson } = this.place!.open!
    const draft = draftFor(lesson, detail)
    if (!draft || this.isWaiting()) return
    this.bench.edit(draft)
    void this.send()
  }

  private readonly onShowExchange = ({ detail }: CustomEvent<number>) => {
    this.bench.show(this.bench.journal.find(({ id }) => id === detail))
  }

  /** Writes a cookie as a header, where it can be spoilt: sent so, it counts instead of the browser's own. */
  private readonly onUseCookie = ({ detail }: CustomEvent<string>) => {
    const { draft } = this.bench
    const others = draft.headers.filter(([name]) => name.toLowerCase() !== 'cookie')
    this.bench.edit({ ...draft, headers: [...others, ['Cookie', detail]] })
    if (narrow()) this.jump('bench')
  }

  private readonly onMessage = ({ data, origin, source, ports }: MessageEvent) => {
    if (origin !== location.origin || source !== this.insideView?.docsWindow) return
    if (isDocsLeave(data)) this.lessonPage?.focus()
    if (isDocsRequest(data)) {
      void this.responder.sendForDocs(data.request).then((answer) => ports[0]?.postMessage(answer))
    }
    if (isDocsCookieQuestion(data)) ports[0]?.postMessage(this.bench.cookieLine(data.url))
    const lesson = this.place?.open?.lesson
    const { mode } = this.responder
    const sent = lesson && docsToSent(data, { lesson, mode, base: BASE })
    if (lesson && sent) this.arrived(this.bench.add(lesson, sent))
  }

  /** Says what came and which tasks it finished. */
  private arrived(ticked: Task[]) {
    const { words, open } = this.place!
    const newest = this.bench.journal.at(-1)!
    const { status } = newest.response
    const isHere = newest === this.bench.shown
    if (isHere) this.region = ''
    this.news = ticked.length > 0 || (open && this.bench.detected(open.lesson)) !== undefined
    this.said = [
      isHere ? words.exchange.announce(status, reasonPhrase(status)) : words.exchange.elsewhere,
      ...ticked.map(({ id }) => words.task.ticked(open?.prose.pages[id]?.title ?? id)),
    ].join('. ')
  }

  // Hands and eyes

  private openTab(tab: InsideTab) {
    this.tab = tab
    if (narrow()) this.jump('inside')
  }

  private readonly onShowToken = (event: CustomEvent<string>) => {
    this.asked = { token: event.detail }
    this.openTab('token')
  }

  private readonly onUseToken = (event: CustomEvent<string>) => {
    const { draft } = this.bench
    const others = draft.headers.filter(([name]) => !/^authorization$/i.test(name))
    this.bench.edit({ ...draft, headers: [['Authorization', `Bearer ${event.detail}`], ...others] })
    if (narrow()) this.jump('bench')
  }

  private readonly onShowRegion = (event: CustomEvent<string>) => {
    this.region = event.detail
    this.openTab('code')
  }

  private jump(column: (typeof COLUMNS)[number]) {
    if (column === 'lesson') this.news = false
    this.renderRoot.querySelector(`#${column}`)?.scrollIntoView({ block: 'start' })
  }

  private readonly onKeydown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') this.bench.cancel()
    const action = keyAction(event)
    if (!action || !(this.place?.open || AT_START.includes(action))) return
    event.preventDefault()
    const actions = {
      keys: this.onKeys,
      send: this.onSend,
      next: () => this.turn(1),
      previous: () => this.turn(-1),
      request: () => this.form?.focus(),
      lesson: () => this.lessonPage?.focus(),
      code: () => this.openTab('code'),
      token: () => this.openTab('token'),
      journal: () => this.openTab('journal'),
      docs: () => this.openTab('docs'),
      hint: () => this.lessonPage?.hint(),
      mode: () => this.changeMode(this.responder.mode === 'real' ? 'browser' : 'real'),
      theme: this.onTheme,
    }
    void actions[action]()
  }

  private readonly onKeys = async () => {
    await import('./keys-dialog.ts')
    await this.keys?.updateComplete
    this.keys?.open()
  }

  private readonly onTheme = () => {
    this.keeper.nextTheme()
    const { theme } = this.place!.words
    this.said = `${theme.label}: ${theme[this.keeper.theme]}`
  }
}

type Open = NonNullable<Place['open']>
type Start = NonNullable<Place['start']>

/** A navigation as a draft, which asks for a page as browsers do; undefined where it leaves the lesson's servers. */
function draftFor(lesson: Lesson, { method, url, body }: Navigation): RequestDraft | undefined {
  const server = Object.keys(lesson.servers).find((id) =>
    url.startsWith(serverUrl(lesson, id, BASE)),
  )
  if (!server) return undefined
  const path = url.slice(serverUrl(lesson, server, BASE).length - 1)
  const headers: RequestDraft['headers'] = [['Accept', 'text/html']]
  if (body !== '') headers.push(['Content-Type', 'application/x-www-form-urlencoded'])
  return { server, method, path, headers, body }
}

/** The source of a server's step app, as `folder/file`. */
function sourceOf(lesson: Lesson, server: string): string {
  return appOf(lesson, lesson.servers[server] ?? Object.values(lesson.servers)[0]!)
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
