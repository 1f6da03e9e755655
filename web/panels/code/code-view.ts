/** Shows a document with its marks, to be read. An editor can stand in its place: it takes and tells the same. */

import { html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { classMap } from 'lit/directives/class-map.js'
import { base } from '../../kit/base.ts'
import { copyText } from '../../kit/copy-text.ts'
import { latinKey } from '../../kit/latin-key.ts'
import { tell } from '../../kit/tell.ts'
import type { CodeWords } from '../../words/code.ts'
import { type CodeDocument, linesOf, type Range } from './code-document.ts'
import { codeSheetStyles } from './code-sheet-styles.ts'
import { codeViewStyles } from './code-view-styles.ts'
import { type LineMarks, lineMarks, type Mark, type RunKind } from './marks.ts'
import { type Segment, segmentsOf } from './segments.ts'
import { syntaxColours } from './syntax-colours.ts'

/** A text that is long and no sentence is a key: it is wanted elsewhere. */
const KEY = /^(['"`])[\w+/=-]{32,}\1$/

const SIGNS: Record<RunKind, string> = { ran: '✓', refused: '✕', unreached: '–' }

/** @fires show-code with the `CodePlace` that a name in the code leads to */
@customElement('bp-code-view')
export class CodeView extends LitElement {
  static override styles = [base, syntaxColours, codeSheetStyles, codeViewStyles]

  @property({ attribute: false }) document!: CodeDocument
  @property({ attribute: false }) marks: readonly Mark[] = []
  /** What is brought into view; where nothing is named, the mark that says most. */
  @property({ attribute: false }) reveal: Range | undefined
  @property({ attribute: false }) words!: CodeWords

  /** The key that was copied last. */
  @state() private copied = ''
  /** The key that could only be selected. */
  @state() private marked = ''

  @query('.code') private code!: HTMLElement

  /** The first line in sight; the first of all is 1. */
  get topLine(): number {
    const { scrollTop } = this.code
    return 1 + this.lines.findIndex((line) => line.offsetTop + line.offsetHeight > scrollTop)
  }

  /** How many pixels a line of code has for its letters; undefined while there is none. */
  get lineRoom(): number | undefined {
    const [line] = this.lines
    if (!line) return undefined
    const { borderLeftWidth, paddingLeft, paddingRight, textIndent } = getComputedStyle(line)
    // What hangs out in front of a line's first row is room too: its indent is below nothing.
    const beside = [borderLeftWidth, paddingLeft, paddingRight, textIndent].map(parseFloat)
    return beside.reduce((room, length) => room - length, line.getBoundingClientRect().width)
  }

  private get lines(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll('li')]
  }

  /** Brings what is new into view, within the pane: the page stays where the reader has it. */
  override updated(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('document') && !changed.has('marks') && !changed.has('reveal')) return
    const place = this.reveal?.from ?? this.mostTelling
    const index = linesOf(this.document.text).findIndex(({ to }) => to >= place)
    const line = this.lines[index]
    if (!line || place === 0) {
      if (changed.has('document')) this.code.scrollTop = 0
    } else {
      this.code.scrollTop = line.offsetTop - this.code.clientHeight / 3
    }
  }

  /** The place of the mark that says most; 0 for none. */
  private get mostTelling(): number {
    const kinds = ['shown', 'refused', 'ran'] as const
    const found = kinds.flatMap((kind) => this.marks.find((mark) => mark.kind === kind) ?? [])
    return found[0]?.from ?? 0
  }

  /** Moves the focus to the box, which scrolls. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.code')?.focus()
  }

  override render() {
    const { document, marks, words } = this
    const places = linesOf(document.text)
    const meant = lineMarks(document.text, marks)
    return html`<div
      class="code code-sheet"
      role="region"
      tabindex="0"
      aria-label=${words.file(document.file)}
      translate="no"
      @keydown=${this.onKeydown}
    >
      <ol>
        ${places.map((place, index) => this.renderLine(place, index, meant))}
      </ol>
    </div>`
  }

  /** All that is selected from in here is the code. */
  private readonly onKeydown = (event: KeyboardEvent) => {
    const isAll = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
    if (!isAll || latinKey(event) !== 'a') return
    event.preventDefault()
    getSelection()?.selectAllChildren(this.code)
  }

  private renderLine(place: Range, index: number, meant: readonly LineMarks[]) {
    const { document } = this
    const { run, isShown, isAdded, parts } = meant[index]!
    const indent = document.text.slice(place.from, place.to).search(/\S|$/)
    const classes = {
      [run ?? 'plain']: true,
      [`indent-${Math.min(12, 2 * Math.ceil(indent / 2))}`]: true,
      shown: isShown,
      added: isAdded,
    }
    const segments = segmentsOf(place, document.lines[index] ?? [], document.links, parts)
    // Said once for each run of lines.
    const says = run !== undefined && run !== meant[index - 1]?.run
    return html`<li class=${classMap(classes)}
      >${
        says ? this.renderSign(run) : nothing
      }${segments.map((segment) => this.renderSegment(segment))}</li>`
  }

  private renderSign(run: RunKind) {
    return html`<span class="sign" aria-hidden="true">${SIGNS[run]}</span
      ><span class="visually-hidden said">${this.words.marks[run]}: </span>`
  }

  private renderSegment({ text, kind, link, part }: Segment) {
    const classes = classMap({ [kind]: true, [`part-${part}`]: part !== undefined })
    if (KEY.test(text)) return this.renderKey(text)
    if (!link) return html`<span class=${classes}>${text}</span>`
    // By keys, the list of files leads there too: a stop at each name would be in the way.
    return html`<button
      type="button"
      class=${classes}
      tabindex="-1"
      title=${link.file.split('/').at(-1)!}
      @click=${() => tell(this, 'show-code', { file: link.file, line: link.line })}
      >${text}</button
    >`
  }

  /** A key can be taken along without a mouse. */
  private renderKey(text: string) {
    const key = text.slice(1, -1)
    return html`<button type="button" class="string" title=${this.words.copy} @click=${(event: Event) => this.copy(key, event)}>${text}</button
      ><span class="copied" role="status">${this.copied === key ? ` ✓ ${this.words.copied}` : this.marked === key ? ` ${this.words.marked}` : nothing}</span>`
  }

  private async copy(key: string, { currentTarget }: Event) {
    const button = currentTarget as HTMLElement
    if (await copyText(key)) {
      this.copied = key
      return
    }
    // It can be copied by hand.
    const text = Array.from(button.childNodes).find((node) => node instanceof Text)!
    // Without its quotes.
    getSelection()?.setBaseAndExtent(text, 1, text, 1 + key.length)
    this.marked = key
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-code-view': CodeView
  }
}
