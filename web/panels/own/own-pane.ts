/** The learner's own copy of a server: where it is written, what it is compared with, where it goes. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CodeProblem } from '../../../lessons/exchange/code-problem.ts'
import type { Exchange } from '../../../lessons/exchange/exchange.ts'
import { appOf, type Lesson } from '../../../lessons/lesson.ts'
import { base } from '../../kit/base.ts'
import { tell } from '../../kit/tell.ts'
import type { problemsOf, runMapOf } from '../../stage/own/compile.ts'
import { hashOf } from '../../state/hash-of.ts'
import { TEXT_LIMIT } from '../../state/own-copies.ts'
import type { OwnLook } from '../../state/own-look.ts'
import type { Words } from '../../words/en.ts'
import { editorWords } from '../../words/editor.ts'
import { ownWords } from '../../words/own.ts'
import { type Range, rangeOfLines } from '../code/code-document.ts'
import { fileName, ranIn, stepsOf, traceAt } from '../code/code-files.ts'
import { type Mark, runMarks } from '../code/marks.ts'
import type { StepSource } from '../step-source.ts'
import { download, readText } from './files.ts'

type Compiler = { problemsOf: typeof problemsOf; runMapOf: typeof runMapOf }

/**
 * @fires edit-code with the file, its text and what it began with as detail
 * @fires reset-code with the file as detail
 * @fires mode-change with who is to answer as detail
 */
@customElement('bp-own-pane')
export class OwnPane extends LitElement {
  static override styles = [
    base,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        align-items: center;
        margin-bottom: var(--space-2);
      }
      .bar button {
        font-size: var(--small);
      }
      .said {
        margin-bottom: var(--space-2);
        padding: var(--space-2) var(--space-3);
        border-left: 3px solid var(--accent);
        background: var(--accent-soft);
        font-size: var(--small);
      }
      .warn {
        border-color: var(--wait);
        background: var(--wait-soft);
      }
      details[open] {
        flex-basis: 100%;
      }
      details .bar {
        margin: var(--space-2) 0 0;
      }
      summary {
        padding: var(--space-1) var(--space-2);
        font-size: var(--small);
        cursor: pointer;
      }
      input[type='file'] {
        display: none;
      }
    `,
  ]

  @property({ attribute: false }) own!: OwnLook
  @property({ attribute: false }) lesson!: Lesson
  /** Id of the server that is asked. */
  @property() server = ''
  /** Our own source of it. */
  @property({ attribute: false }) source!: StepSource
  @property({ attribute: false }) exchange: Exchange | undefined
  /** A region that the prose or the task points at. */
  @property() region = ''
  @property({ attribute: false }) words!: Words

  @state() private compiler: Compiler | undefined
  @state() private isCompared = false
  /** What could not be done. */
  @state() private trouble = ''

  private get texts() {
    return ownWords[this.words.id]
  }

  /** What the copy begins with. */
  private get begin(): string {
    return this.own.given?.text ?? this.source.text
  }

  /** What the copy is compared with. */
  private get ours(): string {
    return this.own.solution ?? this.source.text
  }

  private get text(): string {
    return this.own.text ?? this.begin
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('server') || changed.has('lesson')) this.trouble = ''
    if (!this.own.isOn) return
    void import('../editor/code-editor.ts')
    if (this.isCompared) void import('../editor/compare-view.ts')
    if (!this.compiler) void this.loadCompiler()
  }

  private async loadCompiler(): Promise<void> {
    const { problemsOf, runMapOf } = await import('../../stage/own/compile.ts')
    this.compiler = { problemsOf, runMapOf }
  }

  override render() {
    return this.own.isOn ? this.renderYours() : this.renderOffer()
  }

  private renderOffer() {
    const { own, texts } = this
    return html`<div class="bar">
      <button type="button" @click=${() => this.edit(this.text)}>
        ${own.text === undefined ? texts.edit : texts.goOn}
      </button>
      ${this.renderHome()}
    </div>
    ${this.renderTrouble()}`
  }

  private renderYours() {
    const { own, texts, text } = this
    const file = fileName(appOf(this.lesson, this.lesson.servers[this.server]!))
    return html`
      <p class="said">${texts.yours}</p>
      ${
        own.start !== undefined && own.start !== hashOf(this.begin)
          ? html`<p class="said warn">${texts.stale}</p>`
          : nothing
      }
      ${own.isKept ? nothing : html`<p class="said warn" role="status">${texts.notKept}</p>`}
      ${this.renderTrouble()} ${this.renderTools()}
      ${
        this.isCompared
          ? html`<bp-code-compare
              .ours=${this.ours}
              .yours=${text}
              .file=${file}
              .words=${editorWords[this.words.id]}
            ></bp-code-compare>`
          : html`<bp-code-editor
              .document=${{ file, text, key: own.file }}
              .marks=${this.marks}
              .problems=${this.problems}
              .reveal=${this.reveal}
              .words=${editorWords[this.words.id]}
              @edit=${({ detail }: CustomEvent<string>) => this.edit(detail)}
            ></bp-code-editor>`
      }
    `
  }

  private renderTools() {
    const { own, texts } = this
    const isChanged = own.text !== undefined && own.text !== this.begin
    return html`<div class="bar">
      <button type="button" @click=${() => tell(this, 'mode-change', 'ours')}>${texts.ours}</button>
      <button type="button" aria-pressed=${this.isCompared} @click=${() => (this.isCompared = !this.isCompared)}>
        ${this.isCompared ? texts.closeCompare : texts.compare}
      </button>
      ${
        isChanged || own.takenBack === undefined
          ? html`<button type="button" ?disabled=${!isChanged} @click=${() => tell(this, 'reset-code', own.file)}>
            ${texts.reset}
          </button>`
          : html`<button type="button" @click=${() => this.edit(own.takenBack!)}>${texts.undoReset}</button>`
      }
      <details>
        <summary>${texts.more}</summary>
        <div class="bar">
          <button type="button" ?disabled=${this.text === this.ours} @click=${() => this.edit(this.ours)}>
            ${texts.takeOurs}
          </button>
          <button type="button" @click=${this.onSave}>${texts.save}</button>
          <button type="button" @click=${() => this.renderRoot.querySelector('input')?.click()}>${texts.open}</button>
          <input type="file" accept=".ts,text/*" tabindex="-1" aria-hidden="true" @change=${this.onOpen} />
          ${this.renderHome()}
        </div>
      </details>
    </div>`
  }

  private renderHome() {
    const { texts } = this
    return html`<button type="button" title=${texts.homeMeans} @click=${this.onHome}>${texts.home}</button>`
  }

  private renderTrouble() {
    return this.trouble ? html`<p class="said warn" role="alert">${this.trouble}</p>` : nothing
  }

  /** What ran of the text on screen, where the answer that is looked at is its. */
  private get marks(): Mark[] {
    const { exchange, compiler, text, lesson, server } = this
    const trace = traceAt(lesson, stepsOf(lesson, server)[0], exchange)
    const ran = trace && ranIn(trace)
    if (!this.isAnswer || !ran || !compiler) return []
    return runMarks(compiler.runMapOf(text), ran)
  }

  /** Whether the answer that is looked at came of the text on screen. */
  private get isAnswer(): boolean {
    const { exchange, own, text } = this
    return exchange?.own?.key === own.file && exchange.own.text === text
  }

  private get problems(): readonly CodeProblem[] {
    const { own, compiler, text, exchange } = this
    const failed = own.failed?.text === text ? own.failed.problems : []
    const ran = this.isAnswer ? exchange!.own!.problems : []
    const found = compiler?.problemsOf(text) ?? []
    return found.length > 0 ? found : [...failed, ...ran]
  }

  /** What refused in the answer; else the region that is pointed at, until something was written. */
  private get reveal(): Range | undefined {
    const refused = this.marks.find(({ kind }) => kind === 'refused')
    if (refused) return refused
    const { own, region, source } = this
    const { text, regions } = own.given ?? source
    if (this.text !== text) return undefined
    const found = regions.find(({ name }) => name === region)
    return found && rangeOfLines(text, found.first, found.last)
  }

  private edit(text: string) {
    // It would not be kept, and an older text would go on to answer.
    this.trouble = text.length > TEXT_LIMIT ? this.texts.tooLong : ''
    if (this.trouble) return
    tell(this, 'edit-code', { file: this.own.file, text, start: hashOf(this.begin) })
  }

  private onSave() {
    const { lesson, server } = this
    const name = fileName(appOf(lesson, lesson.servers[server]!))
    download(new Blob([this.text], { type: 'text/plain' }), `${lesson.slug}-${name}`)
  }

  private async onOpen(event: Event) {
    const input = event.target as HTMLInputElement
    const [file] = input.files ?? []
    const text = file && (await readText(file))
    // The same file may be opened again.
    input.value = ''
    if (text !== undefined) this.edit(text)
    else if (file) this.trouble = this.texts.tooLarge
  }

  private async onHome() {
    const { lesson, server, own, words } = this
    const app = appOf(lesson, lesson.servers[server]!)
    const changed = own.text === undefined ? {} : { [app]: own.text }
    this.trouble = ''
    try {
      const { takeHome, fileNameOf } = await import('../../take-home/take-home.ts')
      const zip = await takeHome({ lesson, server, changed, language: words.id })
      download(zip, fileNameOf(lesson, server))
    } catch {
      this.trouble = this.texts.homeFailed
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-own-pane': OwnPane
  }
}
