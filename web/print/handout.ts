/** A lesson on paper: texts, diagram, requests and answers, source; the answers to its tasks on pages of their own. */

import { ContextProvider } from '@lit/context'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Exchange } from '../../lessons/exchange/exchange.ts'
import { course, lessonCalled } from '../../lessons/index.ts'
import { appOf, type Lesson, type LessonPage } from '../../lessons/lesson.ts'
import '../exchange/sequence-diagram.ts'
import { base } from '../kit/base.ts'
import { type LessonContext, lessonContext } from '../lesson/lesson-context.ts'
import { loadProse, loadSource, loadWords, withCodeTasks } from '../lesson/load-lesson.ts'
import type { Help, PageProse, Prose } from '../lesson/prose.ts'
import '../lesson/prose-elements.ts'
import '../lesson/password.ts'
import '../lesson/term.ts'
import type { StepSource } from '../panels/step-source.ts'
import type { Playground } from '../state/playground.ts'
import { routeHash } from '../state/route.ts'
import type { Words } from '../words/en.ts'
import { handoutWords } from '../words/handout.ts'
import { askPredicted, isPrediction, rightOption } from './ask-predicted.ts'
import { exchangeText } from './exchange-text.ts'
import { handoutStyles } from './handout-styles.ts'
import { BASE } from '../kit/base-url.ts'
import { sheetStyles } from '../kit/sheet-styles.ts'

interface Loaded {
  lesson: Lesson
  words: Words
  prose: Prose
  /** What the pages of code tasks say too. */
  pages: Record<string, PageProse>
  help: Help
  sources: Record<string, StepSource>
  exchanges: Record<string, Exchange>
}

@customElement('bp-handout')
export class Handout extends LitElement {
  static override styles = [base, sheetStyles, handoutStyles]

  @property({ attribute: false }) playground!: Playground
  /** Slug of the lesson. */
  @property() lesson = ''
  @property({ attribute: false }) words!: Words

  @state() private loaded: Loaded | 'unknown' | undefined

  @query('h1') private heading!: HTMLElement | null

  private readonly provider = new ContextProvider(this, { context: lessonContext })
  private loading = new AbortController()

  /** Moves the focus to the page's title: what a screen reader reads next. */
  override focus(): void {
    this.heading?.focus()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.loading.abort()
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('lesson') || changed.has('words')) void this.load()
  }

  private async load() {
    this.loading.abort()
    const { signal } = (this.loading = new AbortController())
    this.loaded = undefined
    const { id } = this.words
    const lesson = await lessonCalled(this.lesson)
    if (!lesson) {
      this.loaded = 'unknown'
      return
    }
    const { responder } = this.playground
    const apps = [...new Set(Object.values(lesson.servers).map((server) => appOf(lesson, server)))]
    const [words, prose, sources, exchanges] = await Promise.all([
      loadWords(id, true),
      loadProse(lesson, id),
      Promise.all(apps.map(async (app) => [app, await loadSource(app)] as const)),
      askPredicted({ lesson, responder, base: BASE, signal }),
    ])
    const [help, { pages }] = await Promise.all([prose.help(), withCodeTasks(prose)])
    if (signal.aborted) return
    this.loaded = {
      lesson,
      words,
      prose,
      pages,
      help,
      exchanges,
      sources: Object.fromEntries(sources),
    }
    const context: LessonContext = {
      ...this.loaded,
      exchanges: [],
      cookiesFor: () => [],
    }
    this.provider.setValue(context)
  }

  override render() {
    const own = handoutWords[this.words.id]
    const { loaded } = this
    if (loaded === 'unknown') return html`<h1 tabindex="-1">${own.unknown}</h1>`
    if (!loaded) return html`<p class="loading" role="status">${own.loading}</p>`
    const { lesson, prose } = loaded
    const number = course.findIndex(({ slug }) => slug === lesson.slug) + 1
    return html`
      <header>
        <h1 tabindex="-1">${own.of(number, prose.title)}</h1>
        <p class="screen">
          <button class="primary" @click=${() => print()}>${own.print}</button>
          <a href=${routeHash({ language: this.words.id, lesson: lesson.slug })}>${own.back}</a>
        </p>
      </header>
      ${lesson.pages.map((page, index) => this.renderPage(loaded, page, index))}
      ${lesson.flow ? this.renderFlow(loaded) : nothing}
      ${this.renderExchanges(loaded)}
      ${Object.entries(loaded.sources).map(([file, source]) => this.renderSource(file, source))}
      ${this.renderAnswers(loaded)}
    `
  }

  private renderPage({ pages }: Loaded, page: LessonPage, index: number) {
    const own = handoutWords[this.words.id]
    const prose = pages[page.id]!
    const boxes = Object.values({ ...prose.options, ...prose.parts, ...prose.checks })
    return html`<section class="page">
      <h2>
        ${index + 1}. ${prose.title}
        <span class="kind">${own.kinds[page.kind]}${page.optional ? `, ${own.optional}` : ''}</span>
      </h2>
      <div class="text">${prose.text}</div>
      ${prose.ask ? html`<div class="ask">${prose.ask}</div>` : nothing}
      ${
        boxes.length === 0
          ? nothing
          : html`<ul class="boxes">
              ${boxes.map((text) => html`<li>${text}</li>`)}
            </ul>`
      }
    </section>`
  }

  private renderFlow({ lesson, prose }: Loaded) {
    const own = handoutWords[this.words.id]
    const { participants, steps } = lesson.flow!
    return html`<section>
      <h2>${own.flow}</h2>
      <bp-sequence-diagram
        label=${own.flow}
        nowLabel=""
        .participants=${participants.map((id) => ({ id, label: prose.participants[id] ?? id }))}
        .messages=${steps.map(({ id, from, to }, index) => ({
          from,
          to,
          label: `${index + 1} ${prose.flow[id]?.title ?? id}`,
          state: 'past' as const,
        }))}
      ></bp-sequence-diagram>
      <ol class="steps">
        ${steps.map(({ id }) => html`<li><b>${prose.flow[id]?.title}</b> ${prose.flow[id]?.text}</li>`)}
      </ol>
    </section>`
  }

  private renderExchanges({ lesson, pages, exchanges }: Loaded) {
    const own = handoutWords[this.words.id]
    const predictions = lesson.pages.filter(isPrediction)
    if (predictions.length === 0) return nothing
    return html`<section>
      <h2>${own.requests}</h2>
      <p class="small">${own.requestsWhat}</p>
      ${predictions.map((page) => {
        const exchange = exchanges[page.id]
        const { request = '', response = '' } = exchange ? exchangeText(exchange) : {}
        return html`<div class="pair">
          <h3>${lesson.pages.indexOf(page) + 1}. ${pages[page.id]!.title}</h3>
          ${
            exchange
              ? html`<pre translate="no">${request}</pre>
                <pre translate="no">${response}</pre>`
              : html`<p>${own.nobody}</p>`
          }
        </div>`
      })}
    </section>`
  }

  private renderSource(file: string, { text, step }: StepSource) {
    const own = handoutWords[this.words.id]
    // A variant is its step but for a few lines.
    const changed = step?.isVariant ? step.added : undefined
    const lines = text.trimEnd().split('\n')
    const shown = changed ? changed.map((line) => lines[line - 1] ?? '') : lines
    return html`<section>
      <h2>${(changed ? own.variant : own.source)(file)}</h2>
      <pre class="source" translate="no">${shown.join('\n')}</pre>
    </section>`
  }

  private renderAnswers(loaded: Loaded) {
    const own = handoutWords[this.words.id]
    const { lesson, pages } = loaded
    const answered = lesson.pages.filter(({ kind }) => kind !== 'reading')
    return html`<section class="answers">
      <h2 class="title">${own.answers}</h2>
      ${answered.map(
        (page) => html`<div class="answer">
          <h3>${lesson.pages.indexOf(page) + 1}. ${pages[page.id]!.title}</h3>
          ${this.answerOf(loaded, page)}
        </div>`,
      )}
    </section>`
  }

  private answerOf({ pages, help, exchanges }: Loaded, page: LessonPage): TemplateResult {
    const own = handoutWords[this.words.id]
    const prose = { ...pages[page.id]!, ...(page.kind !== 'code' && help.pages[page.id]) }
    const right = isPrediction(page) ? rightOption(page, exchanges[page.id]) : undefined
    return html`
      ${right ? html`<p class="right"><b>${own.right}:</b> ${prose.options[right]}</p>` : nothing}
      ${isPrediction(page) ? nothing : (prose.solution ?? nothing)} ${prose.after ?? nothing}
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-handout': Handout
  }
}
