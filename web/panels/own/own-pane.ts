/**
 * A file of the learner's own copy of a server: where it is written, what it is compared with, where it goes. It is the
 * server's own file, or a security block that it is made with.
 */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CodeProblem } from '../../../lessons/exchange/code-problem.ts'
import type { Exchange } from '../../../lessons/exchange/exchange.ts'
import { appOf, type Lesson } from '../../../lessons/lesson.ts'
import { base } from '../../kit/base.ts'
import { tell } from '../../kit/tell.ts'
import { isHostBlock } from '../../stage/own/block-names.ts'
import type { problemsOf, runMapOf } from '../../stage/own/compile.ts'
import type { blockProblems } from '../../stage/own/compile-blocks.ts'
import { isSameCode } from '../../stage/own/own-source.ts'
import { hashOf } from '../../state/hash-of.ts'
import { type OwnFile, type OwnText, TEXT_LIMIT, textsOf } from '../../state/own-copies.ts'
import type { OwnLook } from '../../state/own-look.ts'
import type { Words } from '../../words/en.ts'
import { editorWords } from '../../words/editor.ts'
import { ownWords } from '../../words/own.ts'
import { type Range, rangeOfLines } from '../code/code-document.ts'
import { fileName, ranIn, stepsOf, traceAt } from '../code/code-files.ts'
import { type Mark, runMarks } from '../code/marks.ts'
import type { StepSource } from '../step-source.ts'
import { download, readText } from './files.ts'

interface Compiler {
  problemsOf: typeof problemsOf
  runMapOf: typeof runMapOf
  blockProblems: typeof blockProblems
}

/**
 * @fires edit-code with the file, its text and what it began with as detail
 * @fires reset-code with the file as detail
 * @fires restore-code with the file as detail
 * @fires show-code with the place of a file that does not run as detail
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
  /** The security block that is looked at, such as `security/bearer.ts`; empty for the server's own file. */
  @property() block = ''
  /** Our own source of the server. */
  @property({ attribute: false }) source!: StepSource
  /** Our own source of the block. */
  @property({ attribute: false }) blockSource: StepSource | undefined
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

  /** The file that is looked at. */
  private get file(): OwnFile {
    return { file: this.own.file, block: this.block || undefined }
  }

  /** Its name, as people know it. */
  private get name(): string {
    const { block, lesson, server } = this
    return block.split('/').at(-1) || fileName(appOf(lesson, lesson.servers[server]!))
  }

  /** What the server's own file begins with. */
  private get step(): string {
    return this.own.given?.text ?? this.source.text
  }

  /** What the file begins with. */
  private get begin(): string {
    return this.blockSource?.text ?? this.step
  }

  /** What it is compared with. */
  private get ours(): string {
    return this.blockSource?.text ?? this.own.solution ?? this.source.text
  }

  /** What is kept of it; undefined where it is ours. */
  private get kept(): OwnText | undefined {
    const { own, block } = this
    if (block) return own.blocks?.[block]
    return own.text === undefined ? undefined : { text: own.text, start: own.start! }
  }

  private get text(): string {
    return this.kept?.text ?? this.begin
  }

  /** What was taken back last. */
  private get takenBack(): OwnText | undefined {
    const { own, block } = this
    return block ? own.blocksTakenBack?.[block] : own.takenBack
  }

  /** Whether it is written here: a block once it is the learner's. */
  private get isOpen(): boolean {
    return this.own.isOn && (!this.block || this.kept !== undefined)
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (['server', 'lesson', 'block'].some((each) => changed.has(each))) this.trouble = ''
    if (!this.isOpen) return
    void import('../editor/code-editor.ts')
    if (this.isCompared) void import('../editor/compare-view.ts')
    if (!this.compiler) void this.loadCompiler()
  }

  private async loadCompiler(): Promise<void> {
    const [{ problemsOf, runMapOf }, { blockProblems }] = await Promise.all([
      import('../../stage/own/compile.ts'),
      import('../../stage/own/compile-blocks.ts'),
    ])
    this.compiler = { problemsOf, runMapOf, blockProblems }
  }

  override render() {
    return this.isOpen ? this.renderYours() : this.renderOffer()
  }

  private renderOffer() {
    const { block, kept, takenBack, texts } = this
    if (isHostBlock(block)) return html`<p class="said">${texts.host}</p>`
    return html`<div class="bar">
      <button type="button" @click=${() => this.edit(this.text)}>
        ${kept ? texts.goOn : block ? texts.makeMine : texts.edit}
      </button>
      ${
        block && takenBack && !kept
          ? html`<button type="button" @click=${() => tell(this, 'restore-code', this.file)}>${texts.undoReset}</button>`
          : nothing
      }
      ${block ? nothing : this.renderHome()}
    </div>
    ${this.renderTrouble()}`
  }

  private renderYours() {
    const { own, texts, text, kept, block, name: file } = this
    return html`
      <p class="said">${block ? texts.yoursBlock : texts.yours} ${block ? nothing : this.renderBlocks()}</p>
      ${
        kept && kept.start !== hashOf(this.begin)
          ? html`<p class="said warn">${texts.stale}</p>`
          : nothing
      }
      ${own.isKept ? nothing : html`<p class="said warn" role="status">${texts.notKept}</p>`}
      ${this.renderTrouble()} ${this.renderElsewhere()} ${this.renderTools()}
      ${
        this.isCompared
          ? html`<bp-code-compare
              .ours=${this.ours}
              .yours=${text}
              .file=${file}
              .words=${editorWords[this.words.id]}
            ></bp-code-compare>`
          : html`<bp-code-editor
              .document=${{ file, text, key: block ? `${own.file}+${block}` : own.file }}
              .marks=${this.marks}
              .problems=${this.problems}
              .reveal=${this.reveal}
              .words=${editorWords[this.words.id]}
              @edit=${({ detail }: CustomEvent<string>) => this.edit(detail)}
            ></bp-code-editor>`
      }
    `
  }

  /** The blocks that the server is made with and that are the learner's too. */
  private renderBlocks() {
    const files = Object.keys(this.own.blocks ?? {})
    if (files.length === 0) return nothing
    return html`${this.texts.with}
    ${files.map(
      (file) =>
        html`<button type="button" class="plain" @click=${() => tell(this, 'show-code', { file })}>
          ${file.split('/').at(-1)}
        </button> `,
    )}`
  }

  private renderTools() {
    const { block, texts, takenBack } = this
    const isChanged = this.text !== this.begin || (!block && this.own.blocks !== undefined)
    return html`<div class="bar">
      <button type="button" @click=${() => tell(this, 'mode-change', 'ours')}>${texts.ours}</button>
      <button type="button" aria-pressed=${this.isCompared} @click=${() => (this.isCompared = !this.isCompared)}>
        ${this.isCompared ? texts.closeCompare : texts.compare}
      </button>
      ${
        block || isChanged || !takenBack
          ? html`<button type="button" ?disabled=${!block && !isChanged} @click=${() => tell(this, 'reset-code', this.file)}>
            ${block ? texts.giveBack : texts.reset}
          </button>`
          : html`<button type="button" @click=${() => tell(this, 'restore-code', this.file)}>${texts.undoReset}</button>`
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

  /** What keeps the copy from running and stands in another file of it. */
  private renderElsewhere() {
    const { own, exchange, texts } = this
    const now = { text: own.text ?? this.step, ...(own.blocks && { blocks: textsOf(own.blocks) }) }
    const failed = own.failed && isSameCode(own.failed, now) ? own.failed.problems : []
    const ran = exchange?.own && isSameCode(exchange.own, now) ? exchange.own.problems : []
    const [file] = [...failed, ...ran]
      .map((problem) => problem.file ?? '')
      .filter((each) => each !== this.block)
    if (file === undefined) return nothing
    const name =
      file.split('/').at(-1) || fileName(appOf(this.lesson, this.lesson.servers[this.server]!))
    return html`<p class="said warn" role="status">
      ${texts.elsewhere(name)}
      <button type="button" @click=${() => tell(this, 'show-code', file ? { file } : undefined)}>
        ${texts.openFile(name)}
      </button>
    </p>`
  }

  private renderTrouble() {
    return this.trouble ? html`<p class="said warn" role="alert">${this.trouble}</p>` : nothing
  }

  /** What ran of the text on screen, where the answer that is looked at is its. */
  private get marks(): Mark[] {
    const { exchange, compiler, text, lesson, server, block } = this
    if (block) return []
    const trace = traceAt(lesson, stepsOf(lesson, server)[0], exchange)
    const ran = trace && ranIn(trace)
    if (!this.isAnswer || !ran || !compiler) return []
    return runMarks(compiler.runMapOf(text), ran)
  }

  /** Whether the answer that is looked at came of the text on screen. */
  private get isAnswer(): boolean {
    const { exchange, own, text, block } = this
    const ran = block ? exchange?.own?.blocks?.[block] : exchange?.own?.text
    return exchange?.own?.key === own.file && ran === text
  }

  private get problems(): readonly CodeProblem[] {
    const { own, compiler, text, exchange, block } = this
    const failedText = block ? own.failed?.blocks?.[block] : own.failed?.text
    const failed = own.failed && failedText === text ? own.failed.problems : []
    const ran = this.isAnswer ? exchange!.own!.problems : []
    const found = (block ? compiler?.blockProblems : compiler?.problemsOf)?.(text) ?? []
    if (found.length > 0) return found
    return [...failed, ...ran].filter(({ file = '' }) => file === block)
  }

  /** What refused in the answer; else the region that is pointed at, until something was written. */
  private get reveal(): Range | undefined {
    const refused = this.marks.find(({ kind }) => kind === 'refused')
    if (refused) return refused
    const { own, region, source, block } = this
    if (block) return undefined
    const { text, regions } = own.given ?? source
    if (this.text !== text) return undefined
    const found = regions.find(({ name }) => name === region)
    return found && rangeOfLines(text, found.first, found.last)
  }

  private edit(text: string) {
    // It would not be kept, and an older text would go on to answer.
    this.trouble = text.length > TEXT_LIMIT ? this.texts.tooLong : ''
    if (this.trouble) return
    const { own, block, step } = this
    // A block belongs to a server, which then is the learner's too.
    if (block && own.text === undefined) {
      tell(this, 'edit-code', { file: own.file, text: step, start: hashOf(step) })
    }
    tell(this, 'edit-code', { ...this.file, text, start: hashOf(this.begin) })
  }

  private onSave() {
    download(new Blob([this.text], { type: 'text/plain' }), `${this.lesson.slug}-${this.name}`)
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
    const changed = {
      ...(own.text !== undefined && { [app]: own.text }),
      ...(own.blocks && textsOf(own.blocks)),
    }
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
