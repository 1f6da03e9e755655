/** Shows a file to be written in: what ran in it, what is wrong with it, and what it may use. */

import { type Diagnostic, setDiagnostics } from '@codemirror/lint'
import { StateEffect } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { html, LitElement, nothing } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { base } from '../../kit/base.ts'
import type { CodeProblem } from '../../../lessons/exchange/code-problem.ts'
import type { EditorWords } from '../../words/editor.ts'
import type { Range } from '../code/code-document.ts'
import type { Mark } from '../code/marks.ts'
import { codeSheetStyles } from '../code/code-sheet-styles.ts'
import { syntaxColours } from '../code/syntax-colours.ts'
import { editorPopupStyles } from './editor-popup-styles.ts'
import { editorSetup } from './editor-setup.ts'
import { editorStyles } from './editor-styles.ts'
import { keep, scrollOf, stateOf } from './kept-states.ts'
import { runsOfLines, setMarks } from './mark-decorations.ts'
import { pressKey } from './press-key.ts'
import { diagnosticsOf, placeOf } from './problem-list.ts'
import { hasText, replacement } from './replace-text.ts'
import type { TouchKey } from './touch-keys.ts'
import './touch-keys.ts'

/** A file that can be written in. */
export interface EditedDocument {
  /** Its name as people know it, such as `app.ts`. */
  file: string
  /** What the owner has: what `edit` told last, or another text, which then replaces what is written. */
  text: string
  /** Names the file across lessons, such as `4-jwt/app`: undo history, selection and scroll are kept by it. */
  key: string
}

/**
 * @fires edit with the text as detail, whenever the person changes it
 * @fires send-request
 */
@customElement('bp-code-editor')
export class CodeEditor extends LitElement {
  static override styles = [base, syntaxColours, codeSheetStyles, editorStyles, editorPopupStyles]

  @property({ attribute: false }) document!: EditedDocument
  /** What became of the text that ran. `added` is not shown. */
  @property({ attribute: false }) marks: readonly Mark[] = []
  @property({ attribute: false }) problems: readonly CodeProblem[] = []
  /** What is brought into view. */
  @property({ attribute: false }) reveal: Range | undefined
  /** Whether the caret stays where somebody writes, whatever is brought into view. */
  @property({ type: Boolean }) stays = false
  @property({ type: Boolean }) readonly = false
  @property({ attribute: false }) words!: EditorWords

  @query('.editor') private place!: HTMLElement
  @query('#keys') private leftTo!: HTMLElement

  private view: EditorView | undefined
  private diagnostics: Diagnostic[] = []

  override connectedCallback(): void {
    super.connectedCallback()
    // Taken away and put back: the view is made anew.
    if (this.hasUpdated) this.requestUpdate()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    if (!this.view) return
    keep(this.document.key, this.view)
    this.view.destroy()
    this.view = undefined
  }

  /** Puts the cursor into the text. */
  override focus(): void {
    this.view?.focus()
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('problems') && !changed.has('words')) return
    this.diagnostics = diagnosticsOf(this.problems, this.document.text, this.words)
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (!this.isConnected) return
    const { document } = this
    const before = changed.get('document') as EditedDocument | undefined
    const isNew = this.view === undefined
    const isOther = before !== undefined && before.key !== document.key
    const view = (this.view ??= new EditorView({
      root: this.renderRoot as ShadowRoot,
      parent: this.place,
    }))
    if (isOther && !isNew) keep(before.key, view)
    if (isNew || isOther) this.open(view)
    else if (changed.has('words') || changed.has('readonly') || before?.file !== document.file) {
      view.dispatch({ effects: StateEffect.reconfigure.of(this.setup) })
    }
    // What was given before is an echo that comes late, not a wish.
    if (isNew || isOther || before?.text !== document.text) this.take(view)
    if (isNew || isOther || changed.has('marks')) {
      view.dispatch({ effects: setMarks.of(this.marks) })
    }
    if (isNew || isOther || changed.has('problems') || changed.has('words')) {
      const { length } = view.state.doc
      const placed = this.diagnostics.filter(({ to }) => to <= length)
      view.dispatch(setDiagnostics(view.state, placed))
    }
    if (changed.has('reveal') || ((isNew || isOther) && this.reveal)) this.show(view)
  }

  /** Has the view show the file as it was left, or as it is given. */
  private open(view: EditorView): void {
    const { key, text } = this.document
    view.setState(stateOf(key, text, this.setup))
    const scroll = scrollOf(key)
    if (scroll) view.dispatch({ effects: scroll })
    // How far the file before was scrolled means nothing here.
    else view.scrollDOM.scrollTop = 0
  }

  /** Takes over the text that is given, where it is another. */
  private take(view: EditorView): void {
    const { text } = this.document
    if (!hasText(view.state.doc, text)) view.dispatch(replacement(view.state, text))
  }

  /** Brings what is meant into view, within the pane: the page stays where the reader has it. */
  private show(view: EditorView): void {
    const { reveal } = this
    if (!reveal) return
    // Whoever comes by keys begins there, and where one is writing the caret stays.
    if (!view.hasFocus && !this.stays) {
      view.dispatch({ selection: { anchor: Math.min(reveal.from, view.state.doc.length) } })
    }
    // Heights of lines that were never drawn are guessed: what is drawn there then says where it really is.
    const scroll = (times: number) =>
      view.requestMeasure({
        key: this,
        read: () => view.lineBlockAt(Math.min(reveal.from, view.state.doc.length)).top,
        write(top) {
          view.scrollDOM.scrollTop = top - view.scrollDOM.clientHeight / 3
          if (times > 1) scroll(times - 1)
        },
      })
    scroll(3)
  }

  private get setup() {
    const { document, words, readonly } = this
    const describedBy = 'keys marks'
    return editorSetup({ file: document.file, words, isReadOnly: readonly, describedBy })
  }

  override render() {
    const { words, readonly } = this
    return html`
      ${
        readonly
          ? nothing
          : html`<bp-touch-keys .words=${words} @touch-key=${this.onTouchKey}></bp-touch-keys>`
      }
      <div class="editor" @leave-editor=${this.onLeave}></div>
      <div role="status">${this.problems.length > 0 ? this.renderProblems() : nothing}</div>
      <p class="keys" id="keys" @blur=${this.onPassed}>${readonly ? words.readOnly : words.keys}</p>
      <p class="visually-hidden" id="marks">${this.markedLines}</p>
    `
  }

  /** What says how to leave is where one is then: keys of the page mean something there. */
  private onLeave() {
    this.leftTo.tabIndex = 0
    this.leftTo.focus()
  }

  /** It is a stop of the Tab key as long as one is there: from what is none, some browsers go on from the beginning. */
  private onPassed() {
    this.leftTo.removeAttribute('tabindex')
  }

  private renderProblems() {
    const { words, view, document } = this
    const lineAt = (place: number) => document.text.slice(0, place).split('\n').length
    const placed = this.diagnostics
      .map((diagnostic) => ({ diagnostic, place: placeOf(diagnostic, view) }))
      .toSorted((one, other) => one.place - other.place)
    return html`<ul class="problems" aria-label=${words.problemsLabel}>
      ${placed.map(
        ({ diagnostic, place }) =>
          html`<li>
            <button type="button" @click=${() => this.goTo(diagnostic)}>
              <b>${words.line(lineAt(place))}</b> <span>${diagnostic.message}</span>
            </button>
          </li>`,
      )}
    </ul>`
  }

  /** What the signs say, for who does not see them. */
  private get markedLines(): string {
    const { marks, words, document } = this
    return runsOfLines(document.text, marks)
      .map(({ kind, first, last }) => words.marked(words.marks[kind], first, last))
      .join('. ')
  }

  private goTo(diagnostic: Diagnostic) {
    const { view } = this
    if (!view) return
    const anchor = Math.min(placeOf(diagnostic, view), view.state.doc.length)
    view.dispatch({ selection: { anchor }, scrollIntoView: true })
    view.focus()
  }

  private onTouchKey({ detail }: CustomEvent<TouchKey>) {
    if (this.view) pressKey(this.view, detail)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-code-editor': CodeEditor
  }
}
