/** Two sources as one, line by line: what was taken out and what was put in; long stretches alike are folded. */

import { diffLines } from 'diff'
import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '../kit/base.ts'
import type { Words } from '../words/en.ts'
import { twoServersWords } from '../words/two-servers.ts'

/** Lines that stand around a change, so that one sees where it is. */
const CONTEXT_LINES = 2

export type DiffPiece =
  | { kind: 'alike' | 'removed' | 'added'; lines: string[] }
  | { kind: 'folded'; count: number }

/** The pieces of a diff, in order; of lines alike those near a change are kept. */
export function diffOf(before: string, after: string): DiffPiece[] {
  const parts = diffLines(before, after)
  return parts.flatMap(({ value, added, removed }, index): DiffPiece[] => {
    const lines = value.replace(/\n$/, '').split('\n')
    if (added) return [{ kind: 'added', lines }]
    if (removed) return [{ kind: 'removed', lines }]
    const top = index === 0 ? 0 : CONTEXT_LINES
    const bottom = index === parts.length - 1 ? 0 : CONTEXT_LINES
    const count = lines.length - top - bottom
    if (count <= 1) return [{ kind: 'alike', lines }]
    const pieces: DiffPiece[] = [
      { kind: 'alike', lines: lines.slice(0, top) },
      { kind: 'folded', count },
      { kind: 'alike', lines: lines.slice(lines.length - bottom) },
    ]
    return pieces.filter((piece) => piece.kind === 'folded' || piece.lines.length > 0)
  })
}

const SIGNS = { alike: ' ', removed: '−', added: '+' }

@customElement('bp-source-diff')
export class SourceDiff extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--sheet);
        font: var(--code) / 1.6 var(--mono);
        overflow-x: auto;
      }
      :host(:focus-visible) {
        outline: 2px solid var(--accent);
      }
      .lines {
        width: max-content;
        min-width: 100%;
      }
      .line {
        display: block;
        padding: 0 var(--space-3) 0 var(--space-2);
        text-decoration: none;
        white-space: pre;
      }
      del.line {
        background: var(--stop-soft);
      }
      ins.line {
        background: var(--pass-soft);
      }
      .sign {
        display: inline-block;
        width: 1.4em;
        color: var(--ink-2);
        user-select: none;
      }
      .folded {
        padding: var(--space-1) var(--space-3);
        background: var(--sunk);
        color: var(--ink-2);
        font-family: var(--sans);
        font-size: var(--small);
      }
    `,
  ]

  @property() old = ''
  @property() new = ''
  @property({ attribute: false }) words!: Words

  override connectedCallback(): void {
    super.connectedCallback()
    // What scrolls can be reached by keys.
    this.tabIndex = 0
    this.setAttribute('role', 'group')
  }

  override render() {
    const { attacks } = twoServersWords[this.words.id]
    return html`<div class="lines">
      ${diffOf(this.old, this.new).map((piece) =>
        piece.kind === 'folded'
          ? html`<div class="folded">${attacks.unchanged(piece.count)}</div>`
          : piece.lines.map((line) => this.renderLine(piece.kind, line)),
      )}
    </div>`
  }

  private renderLine(kind: keyof typeof SIGNS, line: string) {
    const { attacks } = twoServersWords[this.words.id]
    const sign = html`<span class="sign" aria-hidden="true">${SIGNS[kind]}</span>`
    if (kind === 'alike') return html`<span class="line">${sign}${line}</span>`
    const label = html`<span class="visually-hidden">${attacks[kind]}: </span>`
    return kind === 'removed'
      ? html`<del class="line">${sign}${label}${line}</del>`
      : html`<ins class="line">${sign}${label}${line}</ins>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-source-diff': SourceDiff
  }
}
