/** The columns of a lesson: what to read and do, the workbench, the inside of the server. */

import { provide } from '@lit/context'
import { html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Exchange } from '../../lessons/exchange/exchange.ts'
import type { Language } from '../../lessons/lesson.ts'
import type { Result } from '../exchange/result.ts'
import '../exchange/result.ts'
import { base } from '../kit/base.ts'
import { type LessonContext, lessonContext } from '../lesson/lesson-context.ts'
import type { LessonPageView } from '../lesson/lesson-page.ts'
import '../lesson/lesson-page.ts'
import type { ServerPanel } from '../panels/server-panel.ts'
import '../panels/server-panel.ts'
import '../request/request-form.ts'
import { isDocsLeave } from '../stage/docs-message.ts'
import type { Command } from '../state/command.ts'
import type { Playground } from '../state/playground.ts'
import { routeHash, SUMMARY } from '../state/route.ts'
import { cookiesNow } from '../state/bench-facts.ts'
import { codeStandingOf, ownLookOf } from '../state/own-look.ts'
import type { Words } from '../words/en.ts'
import { benchView } from './bench-view.ts'
import { type Column, ColumnFrame } from './column-frame.ts'
import { COLUMN_OF, isNarrow } from './column-of.ts'
import type { CourseStop } from './course-progress.ts'
import type { OpenPage } from './load-view.ts'
import { workspaceStyles } from './workspace-styles.ts'

const COLUMNS: readonly Column[] = ['lesson', 'bench', 'server']

/** Renders the state of a playground, whose owner asks it for an update whenever that changed. */
@customElement('bp-workspace')
export class Workspace extends LitElement {
  static override styles = [base, workspaceStyles]

  @property({ attribute: false }) playground!: Playground
  @property({ attribute: false }) page!: OpenPage
  @property({ attribute: false }) stops: CourseStop[] = []
  @property() language: Language = 'en'
  /** URL of the playground, with a slash at its end. */
  @property() base = ''
  @property({ attribute: false }) words!: Words

  private readonly frame = new ColumnFrame(this)

  /** The journal the context speaks of. */
  private contextJournal: readonly Exchange[] | undefined

  @provide({ context: lessonContext })
  @state()
  protected context: LessonContext | undefined

  @query('bp-lesson-page') private lessonPage!: LessonPageView | null
  @query('bp-server-panel') private panel!: ServerPanel | null
  @query('bp-request-form') private form!: HTMLElement | null
  @query('bp-result') private result!: Result | null

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('message', this.onMessage)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('message', this.onMessage)
  }

  override willUpdate(): void {
    const { words, context, playground, frame } = this
    frame.kept = playground.saved.data.columns ?? ''
    const { visit, prose, sources } = this.page
    const { workbench, progress } = playground
    const done = progress.isDone(visit)
    const code = codeStandingOf(playground.workbench)
    const known =
      context?.words === words &&
      context.prose === prose &&
      context.done === done &&
      context.code?.run === code?.run &&
      context.code?.isOld === code?.isOld &&
      context.code?.checks === code?.checks
    const exchanges = workbench.journal.of(visit.lesson.slug)
    if (known && this.contextJournal === exchanges) return
    this.contextJournal = exchanges
    this.context = {
      lesson: visit.lesson,
      prose,
      words,
      sources,
      exchanges,
      done,
      code,
      cookiesFor: (draft) => workbench.cookiesFor(draft),
    }
  }

  override render() {
    const { words, frame } = this
    return html`
      <main class="workspace" @frame-leave=${this.focusLesson}>
        <section class="lesson" id="lesson" aria-label=${words.columns.lesson}>
          ${frame.roomButton('lesson', words)} ${this.renderLesson(this.page)}
        </section>
        ${frame.bar('lesson', words)}
        <div class="work">
          <section class="bench" id="bench" aria-label=${words.columns.bench}>
            ${frame.roomButton('bench', words)} ${benchView(this.playground, this.page.visit, this.context!.exchanges, words)}
          </section>
          ${frame.bar('server', words)}
          <section class="server" id="server" aria-label=${words.columns.server}>
            ${this.renderPanel(this.page)}
          </section>
        </div>
      </main>
      <nav class="jump">
        ${COLUMNS.map(
          (column) =>
            html`<button @click=${() => this.jump(column)}>
              ${words.jump[column]}
              ${
                column === 'lesson' && this.playground.hasNews
                  ? html`<span class="news-dot"><span class="visually-hidden">${words.hasNews}</span></span>`
                  : nothing
              }
            </button>`,
        )}
      </nav>
    `
  }

  private renderLesson({ visit: { lesson, page }, prose }: OpenPage) {
    const { playground, words, stops, language } = this
    const at = stops.findIndex(({ slug }) => slug === lesson.slug)
    const onward = stops[at + 1] ?? {
      title: words.summary,
      href: routeHash({ language, lesson: SUMMARY }),
    }
    return html`<bp-lesson-page
      .lesson=${lesson}
      number=${at + 1}
      page=${page.id}
      language=${language}
      .prose=${prose}
      .progress=${playground.progress.all}
      mode=${playground.responder.mode}
      .exchanges=${this.context!.exchanges}
      .detected=${playground.workbench.detected}
      .onward=${onward}
      .words=${words}
    ></bp-lesson-page>`
  }

  private renderPanel({ visit, sources }: OpenPage) {
    const { lesson, page } = visit
    const { playground, words, frame } = this
    const { workbench, responder, saved } = playground
    const attack = page.kind === 'break' && page.play ? page : undefined
    const broken = attack && playground.progress.of(visit)?.parts.includes(attack.parts[0].id)
    return html`<bp-server-panel
      tab=${playground.looking.tab}
      .lesson=${lesson}
      server=${workbench.draft.server}
      .sources=${sources}
      .exchange=${workbench.shown}
      .requestedToken=${playground.looking.requestedToken}
      region=${playground.looking.region}
      pointed=${playground.looking.pointed}
      .code=${playground.looking.code}
      .own=${ownLookOf(playground.workbench)}
      .journal=${workbench.journal.exchanges}
      .exchanges=${this.context!.exchanges}
      .now=${workbench.now}
      .cookies=${this.cookies}
      .attack=${attack}
      ?broken=${broken}
      mode=${responder.mode}
      .route=${responder.route}
      theme=${saved.theme}
      base=${this.base}
      .words=${words}
      >${frame.eightyButton(words, 'actions')}${frame.roomButton('server', words, 'actions')}</bp-server-panel
    >`
  }

  private readonly cookies = () => cookiesNow(this.playground.workbench)

  // Hands and eyes

  /** Moves the focus to the request, to its answer, or to the moments of the clock where the lesson has one. */
  focusOnBench(part: 'bp-request-form' | 'bp-result' | 'bp-lab-clock'): void {
    this.frame.lookAt('bench')
    this.renderRoot.querySelector<HTMLElement>(part)?.focus()
  }

  focusLesson(): void {
    this.lessonPage?.focus()
  }

  /** Moves the focus to the lesson, and from its title on to its task. */
  focusTask(): void {
    this.lessonPage?.focusOn()
  }

  /** Gives all the room to the column in use, or to all of them again. */
  toggleRoom(): void {
    this.frame.toggleRoom()
  }

  /** Gives the code 80 columns, or as many as before. */
  toggleEighty(): void {
    this.frame.toggleEighty()
  }

  /** Shows one hint more, then the solution. */
  hint(): void {
    void this.lessonPage?.hint()
  }

  /** Goes to the chosen tab, from where what it shows is next. */
  async focusTab(): Promise<void> {
    await this.updateComplete
    await this.panel?.updateComplete
    this.panel?.focus()
  }

  /** Begins at the top of a page that was opened. */
  async showTop(): Promise<void> {
    // Where no lesson was open before, all of it is new.
    await this.updateComplete
    await this.lessonPage?.updateComplete
    for (const part of this.renderRoot.querySelectorAll('section, .work')) part.scrollTo(0, 0)
    this.focusLesson()
    if (isNarrow()) this.jump('lesson')
  }

  /** Leads to where a command had its effect. */
  follow(command: Command): void {
    const { kind } = command
    if (kind === 'start-over' && command.what.page !== undefined) this.focusLesson()
    // Beside each other, the columns scroll by themselves.
    if (kind === 'attack' && !isNarrow()) void this.result?.showAnswer()
    if (kind === 'show-exchange') void this.showExchange()
    // Whoever opens a tab from a task by a key goes on in there.
    if (kind === 'open-tab' && this.lessonPage?.isByKey) void this.focusTab()
    const column = COLUMN_OF[kind]
    if (!column) return
    this.frame.lookAt(column)
    if (isNarrow() && column !== 'lesson') this.jump(column)
    // Below its answer, a request that is put in place would not be seen, nor would the top of another tab.
    else if (column === 'bench') this.form?.scrollIntoView({ block: 'nearest' })
    else if (column === 'server') this.renderRoot.querySelector('#server')?.scrollTo(0, 0)
  }

  /** Brings what came of sending the draft into view. */
  async showResult(): Promise<void> {
    const { composer, shown, failed } = this.playground.workbench
    // An answer that came elsewhere is not shown here.
    if (composer.problem || !(shown || failed)) return
    this.frame.lookAt('bench')
    await this.updateComplete
    await this.result?.showAnswer()
    if (this.playground.hasNews && !isNarrow()) await this.lessonPage?.showOutcome()
  }

  /** Where the bench is out of sight, an exchange that is to be shown would not be seen. */
  private async showExchange(): Promise<void> {
    this.frame.lookAt('bench')
    await this.updateComplete
    if (isNarrow()) await this.result?.showAnswer()
  }

  private jump(column: Column) {
    const { hasNews } = this.playground
    if (column === 'lesson') this.playground.seeNews()
    // Whoever comes for what is new is not led to the top of the page.
    if (column === 'lesson' && hasNews && this.lessonPage?.hasOutcome) {
      void this.lessonPage.showOutcome()
    } else {
      this.renderRoot.querySelector(`#${column}`)?.scrollIntoView({ block: 'start' })
    }
  }

  /** The docs page in its frame asks who answers it here, tells what it sent, and gives the focus back. */
  private readonly onMessage = (event: MessageEvent<unknown>) => {
    if (event.origin !== location.origin || event.source !== this.panel?.docsWindow) return
    if (isDocsLeave(event.data)) return this.focusLesson()
    const { playground, base } = this
    void import('./docs-frame.ts').then(({ hearDocs }) =>
      hearDocs(event, playground, base, this.renderRoot),
    )
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-workspace': Workspace
  }
}
