/** Shows what is different between our version of a file and the learner's. */

import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '../../kit/base.ts'
import { tell } from '../../kit/tell.ts'
import type { EditorWords } from '../../words/editor.ts'
import { type ColouredPiece, colouredLines, withStretches } from './coloured-lines.ts'
import { type ComparedLine, type ComparedRow, compareRows } from './compare-rows.ts'
import { codeSheetStyles } from '../code/code-sheet-styles.ts'
import { syntaxColours } from '../code/syntax-colours.ts'
import { compareStyles } from './compare-styles.ts'

export type CompareLayout = 'side-by-side' | 'inline'

type Side = 'ours' | 'yours'
type Look = 'alike' | 'removed' | 'added'

const SIGNS: Record<Look, string> = { alike: '', removed: '−', added: '+' }

/**
 * Both layouts are there, and the one that has room is shown: a narrow place always has one column.
 *
 * @fires layout-change with the {@link CompareLayout} that was chosen
 */
@customElement('bp-code-compare')
export class CodeCompare extends LitElement {
  static override styles = [base, syntaxColours, codeSheetStyles, compareStyles]

  @property() ours = ''
  @property() yours = ''
  /** The file's name as people know it. */
  @property() file = ''
  @property() layout: CompareLayout = 'side-by-side'
  /** What the two texts are called, where they are not ours and yours: such as a start and its solution. */
  @property({ attribute: false }) names: Partial<Record<Side, string>> = {}
  @property({ attribute: false }) words!: EditorWords

  private rows: ComparedRow[] = []
  private coloured: Record<Side, ColouredPiece[][]> = { ours: [], yours: [] }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('ours') && !changed.has('yours')) return
    const { ours, yours } = this
    this.rows = compareRows(ours, yours)
    this.coloured = { ours: colouredLines(ours), yours: colouredLines(yours) }
  }

  override render() {
    const { words, layout, rows } = this
    const { compare } = words
    if (this.ours === this.yours) return html`<p class="small">${compare.same}</p>`
    return html`
      <div class="head">
        <div class="legend"><del>− ${this.nameOf('ours')}</del> <ins>+ ${this.nameOf('yours')}</ins></div>
        <div class="layout" role="group" aria-label=${compare.layout}>
          ${this.renderChoice('side-by-side', compare.sides)}
          ${this.renderChoice('inline', compare.inline)}
        </div>
      </div>
      <div
        class="code code-sheet ${layout}"
        role="group"
        tabindex="0"
        aria-label=${compare.label(this.file)}
        translate="no"
      >
        ${
          layout === 'side-by-side'
            ? html`<div class="sides">${rows.map((row) => this.renderRow(row))}</div>`
            : nothing
        }
        <div class="inline">${this.renderInline()}</div>
      </div>
    `
  }

  private nameOf(side: Side): string {
    return this.names[side] ?? this.words.compare[side]
  }

  private renderChoice(layout: CompareLayout, label: string) {
    return html`<button
      type="button"
      aria-pressed=${this.layout === layout}
      @click=${() => {
        this.layout = layout
        tell(this, 'layout-change', layout)
      }}
    >
      ${label}
    </button>`
  }

  private renderRow(row: ComparedRow) {
    if (row.kind === 'folded') return this.renderFold(row.count)
    const isAlike = row.kind === 'alike'
    return html`<div class="row">
      ${'ours' in row ? this.renderLine(row.ours, 'ours', isAlike) : html`<span class="none"></span>`}
      ${
        'yours' in row
          ? this.renderLine(row.yours, 'yours', isAlike)
          : html`<span class="none"></span>`
      }
    </div>`
  }

  /** One column: of lines changed one after another, all of ours stand before all of yours. */
  private renderInline(): TemplateResult[] {
    const lines: TemplateResult[] = []
    let waiting: TemplateResult[] = []
    for (const row of this.rows) {
      if (row.kind === 'alike' || row.kind === 'folded') {
        lines.push(...waiting)
        waiting = []
      }
      if (row.kind === 'folded') lines.push(this.renderFold(row.count))
      else if (row.kind === 'alike') lines.push(this.renderLine(row.yours, 'yours', true))
      else {
        if ('ours' in row) lines.push(this.renderLine(row.ours, 'ours', false))
        if ('yours' in row) waiting.push(this.renderLine(row.yours, 'yours', false))
      }
    }
    return [...lines, ...waiting]
  }

  private renderFold(count: number) {
    return html`<div class="folded">${this.words.compare.unchanged(count)}</div>`
  }

  private renderLine({ number, changed }: ComparedLine, side: Side, isAlike: boolean) {
    const look: Look = isAlike ? 'alike' : side === 'ours' ? 'removed' : 'added'
    const pieces = withStretches(this.coloured[side][number - 1] ?? [], changed)
    const content = html`<span class="line-number" aria-hidden="true">${number}</span
      ><span class="sign" aria-hidden="true">${SIGNS[look]}</span
      ><span class="text"
        >${look === 'alike' ? nothing : html`<span class="visually-hidden">${this.nameOf(side)}: </span>`}${pieces.map(
          ({ text, kind, isMarked }) => {
            const piece = html`<span class=${kind}>${text}</span>`
            return isMarked ? html`<mark>${piece}</mark>` : piece
          },
        )}</span
      >`
    if (look === 'removed') return html`<del class="line">${content}</del>`
    if (look === 'added') return html`<ins class="line">${content}</ins>`
    return html`<span class="line">${content}</span>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-code-compare': CodeCompare
  }
}
