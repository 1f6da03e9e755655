/** The lesson's column: its pages, what the open one says, its task, what went wrong, the way on. */

import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { ifDefined } from 'lit/directives/if-defined.js'
import type { Exchange, Mode } from '../../lessons/exchange/exchange.ts'
import type { Language, Lesson, LessonPage } from '../../lessons/lesson.ts'
import { base } from '../kit/base.ts'
import { prose as proseStyles } from '../kit/prose-styles.ts'
import { firstNeeded, isDone, type Progress, requiredOf, tasksOf } from '../state/progress.ts'
import { routeHash } from '../state/route.ts'
import type { Words } from '../words/en.ts'
import type { Glossary } from './glossary.ts'
import type { Help, Prose } from './prose.ts'
import './prose-elements.ts'
import type { Lost, TaskCard } from './task-card.ts'
import './task-card.ts'
import { tell } from '../kit/tell.ts'
import { lessonPageStyles } from './lesson-page-styles.ts'

/** @fires start-over when the learner wants to forget the lesson's progress */
@customElement('bp-lesson-page')
export class LessonPageView extends LitElement {
  static override styles = [base, proseStyles, lessonPageStyles]

  @property({ attribute: false }) lesson!: Lesson
  /** The lesson's place among the lessons, from 1. */
  @property({ type: Number }) number = 1
  @property() page = ''
  @property() language: Language = 'en'
  @property({ attribute: false }) prose!: Prose
  @property({ attribute: false }) progress: Progress = {}
  /** Who answers. */
  @property() mode: Mode = 'browser'
  /** What crossed the wire in this lesson, oldest first. */
  @property({ attribute: false }) exchanges: readonly Exchange[] = []
  /** Where to go after the last page. */
  @property({ attribute: false }) onward: { title: string; href: string } | undefined
  /** Id of the detector that fits the newest exchange. */
  @property({ attribute: false }) detected: string | undefined
  @property({ attribute: false }) words!: Words

  /** What helps who is stuck; undefined until it is loaded. */
  @state() private help: Help | undefined

  @query('bp-task-card') private card!: TaskCard | null
  @query('h1') private heading!: HTMLElement
  @query('bp-glossary') private glossary!: Glossary

  constructor() {
    super()
    // For few readers, and at the foot of the page.
    void import('./notes.ts').catch(() => undefined)
    // From a term, however deep in the page it stands.
    this.addEventListener('show-glossary', this.onGlossary)
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('prose')) return
    this.help = undefined
    void this.loadHelp(this.prose)
  }

  /** Moves the focus to the page's title: what a screen reader reads next. */
  override focus(): void {
    this.heading.focus()
    // It may have the focus already, and be out of sight.
    this.heading.scrollIntoView({ block: 'nearest' })
  }

  /** Moves the focus to the title, and from there to the task. */
  focusOn(): void {
    if ((this.renderRoot as ShadowRoot).activeElement === this.heading) this.card?.focus()
    else this.focus()
  }

  /** Shows one hint more, then the solution, where it can be read. */
  async hint(): Promise<void> {
    this.card?.hint()
    await this.showOutcome()
  }

  /** Brings what the lesson has to say of the last answer into view. */
  async showOutcome(): Promise<void> {
    await this.updateComplete
    await this.card?.updateComplete
    this.outcome?.scrollIntoView({ block: 'nearest' })
  }

  /** Whether the lesson has something to say of the last answer. */
  get hasOutcome(): boolean {
    return this.outcome !== undefined
  }

  /** Whether a key, and no pointer, is what presses in the task. */
  get isByKey(): boolean {
    return Boolean(this.card?.renderRoot.querySelector('button:focus-visible'))
  }

  private get outcome(): Element | undefined {
    return this.renderRoot.querySelector('.wrong') ?? this.card?.outcome
  }

  private async loadHelp(prose: Prose): Promise<void> {
    const help = await prose.help()
    if (prose === this.prose) this.help = help
  }

  override render() {
    const { lesson, words, prose } = this
    const page = lesson.pages.find(({ id }) => id === this.page)
    const known = prose.pages[this.page]
    if (!page || !known) return nothing
    const pageProse = { ...known, ...(page.kind !== 'code' && this.help?.pages[page.id]) }
    const wrong = this.detected && this.help?.detectors[this.detected]
    const tasks = requiredOf(tasksOf(lesson))
    return html`
      <p class="small count">
        ${words.progress(this.number, tasks.filter((task) => this.isDone(task)).length, tasks.length)}
      </p>
      <nav aria-label=${words.pages}>
        <ol class="dots">
          ${lesson.pages.map((entry, index) => this.renderDot(entry, index))}
        </ol>
      </nav>
      <h1 tabindex="-1">${pageProse.title}</h1>
      ${page.optional ? html`<p class="small count optional">${words.optional}</p>` : nothing}
      <div class="text">${pageProse.text}</div>
      ${
        page.kind === 'reading'
          ? nothing
          : html`<bp-task-card
            .task=${page}
            .prose=${pageProse}
            .progress=${this.progress[lesson.slug]?.[page.id]}
            .lost=${this.lostOn(page)}
            ?done=${this.isDone(page)}
            .words=${words}
          ></bp-task-card>`
      }
      <div aria-live="polite">${wrong ? this.renderWrong(wrong) : nothing}</div>
      ${this.renderWay(page)}
      <div class="foot">
        <bp-notes .load=${prose.notes} .words=${words}></bp-notes>
        <button class="plain" @click=${this.onGlossary}>${words.glossary}</button>
        <button class="plain" @click=${this.onStartOver}>${words.startOver}</button>
      </div>
      <bp-glossary .words=${words}></bp-glossary>
    `
  }

  private lostOn(page: LessonPage): Lost | undefined {
    const { lesson, exchanges } = this
    const needs = firstNeeded(page, this.progress[lesson.slug]?.[page.id], exchanges, this.mode)
    const draft = lesson.requests[needs?.request ?? '']
    return needs && { ...needs, ...(draft && { line: `${draft.method} ${draft.path}` }) }
  }

  private renderDot(page: LessonPage, index: number) {
    const { words, prose } = this
    const done = this.isDone(page)
    const state = words.pageState[done ? 'done' : page.kind === 'reading' ? 'reading' : 'open']
    const states = page.optional ? `${words.pageState.optional}, ${state}` : state
    const title = `${prose.pages[page.id]?.title} (${states})`
    return html`<li>
      <a
        class="${page.kind} ${done ? 'done' : ''}"
        href=${this.href(page)}
        title=${title}
        aria-label="${index + 1}. ${title}"
        aria-current=${ifDefined(page.id === this.page ? ('page' as const) : undefined)}
        >${done ? '✓' : index + 1}</a
      >
    </li>`
  }

  private renderWrong(sentence: TemplateResult) {
    return html`<div class="wrong" data-detected=${this.detected ?? nothing}>
      <span class="label">${this.words.task.wentWrong}</span> ${sentence}
    </div>`
  }

  private renderWay(page: LessonPage) {
    const { pages } = this.lesson
    const at = pages.indexOf(page)
    const [before, after] = [pages[at - 1], pages[at + 1]]
    const ready = page.kind === 'reading' || page.optional || this.isDone(page)
    return html`<div class="way">
      ${before ? html`<a href=${this.href(before)}>← ${this.words.previous}</a>` : html`<span></span>`}
      ${
        after
          ? html`<a class=${ready ? 'primary' : ''} href=${this.href(after)}>${this.words.next} →</a>`
          : this.onward
            ? html`<a class=${ready ? 'primary' : ''} href=${this.onward.href}
              >${this.onward.title} →</a
            >`
            : nothing
      }
    </div>`
  }

  private isDone(page: LessonPage): boolean {
    return isDone(page, this.progress[this.lesson.slug]?.[page.id])
  }

  private href({ id }: LessonPage): string {
    return routeHash({ language: this.language, lesson: this.lesson.slug, page: id })
  }

  private readonly onGlossary = () => void this.openGlossary()

  private async openGlossary() {
    await import('./glossary.ts')
    // The lesson may have been left meanwhile.
    if (this.isConnected) await this.glossary.open()
  }

  private onStartOver() {
    if (confirm(this.words.startOverSure)) tell(this, 'start-over', { lesson: this.lesson.slug })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-lesson-page': LessonPageView
  }
}
