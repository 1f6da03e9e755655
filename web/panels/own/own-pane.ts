/**
 * A file of the learner's own copy of a server: where it is written, what it is compared with, where it goes. It is the
 * server's own file, or a security block that it is made with.
 */

import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Exchange } from '../../../lessons/exchange/exchange.ts'
import { appOf, type Lesson } from '../../../lessons/lesson.ts'
import { base } from '../../kit/base.ts'
import { keepFocus } from '../../kit/keep-focus.ts'
import { download, readText } from '../../kit/files.ts'
import { tell } from '../../kit/tell.ts'
import { isHostBlock } from '../../stage/own/block-names.ts'
import { hashOf } from '../../state/hash-of.ts'
import { type OwnFile, TEXT_LIMIT, textsOf } from '../../state/own-copies.ts'
import type { OwnLook } from '../../state/own-look.ts'
import type { CodeEditor } from '../editor/code-editor.ts'
import type { Words } from '../../words/en.ts'
import { editorWords } from '../../words/editor.ts'
import { ownWords } from '../../words/own.ts'
import type { StepSource } from '../step-source.ts'
import type { Range } from '../code/code-document.ts'
import { type Compiler, marksOf, pointedIn, problemsIn, wrongElsewhere } from './own-answer.ts'
import { nameOf, type OwnFileView, viewOf } from './own-file.ts'
import { ownPaneStyles } from './own-pane-styles.ts'

/**
 * @fires edit-code with the file, its text and what it began with as detail
 * @fires reset-code with the file as detail
 * @fires restore-code with the file as detail
 * @fires show-code with the place of a file that does not run as detail
 * @fires mode-change with who is to answer as detail
 */
@customElement('bp-own-pane')
export class OwnPane extends LitElement {
  static override styles = [base, ownPaneStyles]

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
  /** How often a region was pointed at: each time it is shown. */
  @property({ type: Number }) pointed = 0
  @property({ attribute: false }) words!: Words

  @state() compiler: Compiler | undefined
  /** What is brought into view: what was pointed at, and not once more with each letter that is written. */
  private pointedAt: Range | undefined
  /** Whether it is marked: once a text has pointed at it, until somebody writes. */
  private isMarked = false
  @state() private isCompared = false
  /** What could not be done. */
  @state() private trouble = ''

  constructor() {
    super()
    keepFocus(this, () => this.renderRoot.querySelector('button'))
  }

  /** Where the text is written, if it is. */
  get editor(): CodeEditor | undefined {
    return this.renderRoot.querySelector('bp-code-editor') ?? undefined
  }

  private get texts() {
    return ownWords[this.words.id]
  }

  /** The file that is looked at. */
  private get file(): OwnFile {
    return { file: this.own.file, block: this.block || undefined }
  }

  private get view(): OwnFileView {
    return viewOf(this)
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const { isOpen } = this.view
    const before = changed.get('own') as OwnLook | undefined
    const isOther = changed.has('block') || (before && before.file !== this.own.file)
    if (isOther) this.trouble = ''
    // Whoever comes, or comes back, comes to write.
    if (isOther || !isOpen) this.isCompared = false
    const isPointed = isOther || changed.has('region') || changed.has('pointed')
    if (isPointed) this.isMarked = changed.get('pointed') !== undefined
    if (isPointed || (changed.has('compiler') && !this.pointedAt)) {
      this.pointedAt = pointedIn(this, this.view, !this.isMarked)
    }
    if (!isOpen) return
    void import('../editor/code-editor.ts')
    if (this.isCompared) void import('../editor/compare-view.ts')
    if (!this.compiler) void this.loadCompiler()
  }

  private async loadCompiler(): Promise<void> {
    const [{ problemsOf, runMapOf }, { blockProblems }, { diffLines }] = await Promise.all([
      import('../../stage/own/compile.ts'),
      import('../../stage/own/compile-blocks.ts'),
      import('diff'),
    ])
    this.compiler = { problemsOf, runMapOf, blockProblems, diffLines }
  }

  override render() {
    const { view } = this
    return view.isOpen ? this.renderYours(view) : this.renderOffer(view)
  }

  private renderOffer({ kept, text, takenBack }: OwnFileView) {
    const { block, texts } = this
    if (isHostBlock(block)) return html`<p class="said">${texts.host}</p>`
    return html`<div class="bar">
      <button type="button" @click=${() => this.edit(text)}>
        ${kept ? texts.goOn : block ? texts.makeMine : texts.edit}
      </button>
      ${
        block && takenBack && !kept
          ? html`<button type="button" @click=${() => tell(this, 'restore-code', this.file)}>${texts.mineAgain}</button>`
          : nothing
      }
      ${block ? nothing : this.renderHome()}
    </div>
    ${this.renderTrouble()}`
  }

  private renderYours(view: OwnFileView) {
    const { own, texts, block } = this
    const { name: file, text, kept, begin } = view
    const shown =
      this.isMarked && this.pointedAt ? [{ kind: 'shown' as const, ...this.pointedAt }] : []
    const marks = [...marksOf(this, view), ...shown]
    const refused = marks.find(({ kind }) => kind === 'refused')
    return html`
      <p class="said">${block ? texts.yoursBlock : texts.yours} ${block ? nothing : this.renderBlocks()}</p>
      ${
        kept && kept.start !== hashOf(begin)
          ? html`<p class="said warn">${texts.stale}</p>`
          : nothing
      }
      ${own.isKept ? nothing : html`<p class="said warn" role="status">${texts.notKept}</p>`}
      ${this.renderTrouble()} ${this.renderElsewhere(view)} ${this.renderTools(view)}
      ${
        this.isCompared
          ? html`<bp-code-compare
              .ours=${view.ours}
              .yours=${text}
              .file=${file}
              .words=${editorWords[this.words.id]}
            ></bp-code-compare>`
          : html`<bp-code-editor
              .document=${{ file, text, key: block ? `${own.file}+${block}` : own.file }}
              .marks=${marks}
              .problems=${problemsIn(this, view)}
              .reveal=${refused ?? this.pointedAt}
              ?stays=${refused !== undefined && view.isChanged}
              .words=${editorWords[this.words.id]}
              @edit=${({ detail }: CustomEvent<string>) => this.edit(detail, true)}
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

  private renderTools({ text, ours, takenBack, isChanged }: OwnFileView) {
    const { block, texts } = this
    // On the page of a task ours is what does it.
    const isTask = !block && this.own.given !== undefined
    return html`<div class="bar">
      <button type="button" @click=${() => tell(this, 'mode-change', 'ours')}>${texts.ours}</button>
      <button type="button" aria-pressed=${this.isCompared} @click=${() => (this.isCompared = !this.isCompared)}>
        ${this.isCompared ? texts.closeCompare : isTask ? texts.compareSolution : texts.compare}
      </button>
      ${
        isChanged || !takenBack
          ? html`<button type="button" ?disabled=${!isChanged} @click=${() => tell(this, 'reset-code', this.file)}>
            ${block ? texts.giveBack : texts.reset}
          </button>`
          : html`<button type="button" @click=${() => tell(this, 'restore-code', this.file)}>${texts.undoReset}</button>`
      }
      <details>
        <summary>${texts.more}</summary>
        <div class="bar">
          <button type="button" ?disabled=${text === ours} @click=${() => this.edit(ours)}>
            ${isTask ? texts.takeSolution : texts.takeOurs}
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
  private renderElsewhere(view: OwnFileView) {
    const { texts } = this
    const file = wrongElsewhere(this, view)
    if (file === undefined) return nothing
    const name = nameOf(file, this)
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

  /** @param typed whether it was written here, and not taken from elsewhere. */
  private edit(text: string, typed = false) {
    // It would not be kept, and an older text would go on to answer.
    this.trouble = text.length > TEXT_LIMIT ? this.texts.tooLong : ''
    this.isMarked = false
    if (this.trouble) return
    const { own, block } = this
    const { step, begin } = this.view
    // A block belongs to a server, which then is the learner's too.
    if (block && own.text === undefined) {
      tell(this, 'edit-code', { file: own.file, text: step, start: hashOf(step) })
    }
    tell(this, 'edit-code', { ...this.file, text, start: hashOf(begin), typed })
  }

  private onSave() {
    const { text, name } = this.view
    download(new Blob([text], { type: 'text/plain' }), `${this.lesson.slug}-${name}`)
  }

  private async onOpen(event: Event) {
    const input = event.target as HTMLInputElement
    const [file] = input.files ?? []
    const read = file && (await readText(file, TEXT_LIMIT))
    // The same file may be opened again.
    input.value = ''
    if (!read) return
    if ('text' in read) this.edit(read.text)
    else this.trouble = this.texts.tooLarge
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
