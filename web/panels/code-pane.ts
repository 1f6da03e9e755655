/** The step's own source, read only, with the lines that took part in the last exchange marked. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { ifDefined } from 'lit/directives/if-defined.js'
import { base } from '../kit/base.ts'
import type { Words } from '../words/en.ts'
import type { StepSource } from './step-source.ts'

/** Which regions are marked, and how. */
export type RegionMark = 'passed' | 'stopped' | 'unreached' | 'shown'

@customElement('bp-code-pane')
export class CodePane extends LitElement {
  static override styles = [
    base,
    css`
      .code {
        padding: var(--space-3) 0;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--sheet);
        font: var(--code) / 1.65 var(--mono);
        font-variant-ligatures: none;
        tab-size: 2;
        position: relative;
        max-height: max(16rem, 100dvh - 15rem);
        overflow-y: auto;
      }
      ol {
        list-style: none;
        counter-reset: line;
      }
      li {
        position: relative;
        /* A wrapped line goes on below its text, not below its number. */
        padding: 0 var(--space-3) 0 6.4em;
        border-left: 3px solid transparent;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        text-indent: -2em;
        min-height: 1.65em;
        counter-increment: line;
      }
      li::before {
        content: counter(line);
        position: absolute;
        left: 0.8em;
        width: 2.4em;
        text-align: right;
        text-indent: 0;
        color: var(--ink-2);
      }
      .passed {
        border-color: var(--pass);
        background: var(--pass-soft);
      }
      .stopped {
        border-color: var(--stop);
        background: var(--stop-soft);
      }
      .shown {
        border-color: var(--accent);
        background: var(--accent-soft);
      }
      .unreached {
        border-left-style: dashed;
        border-color: var(--edge);
      }
      /* Colour is never the only sign. */
      :is(.passed, .stopped, .unreached)::after {
        position: absolute;
        top: 0;
        left: 3px;
        text-indent: 0;
        font-weight: 700;
      }
      .passed::after {
        content: '✓' / '';
        color: var(--pass);
      }
      .stopped::after {
        content: '✕' / '';
        color: var(--stop);
      }
      .unreached::after {
        content: '–' / '';
        color: var(--ink-2);
      }
      /* Once for each run of lines. */
      :is(.passed + .passed, .stopped + .stopped, .unreached + .unreached)::after {
        content: none;
      }
      .keyword {
        color: var(--token-payload);
      }
      .string {
        color: var(--pass);
      }
      .number {
        color: var(--wait);
      }
      .comment {
        color: var(--ink-2);
        font-style: italic;
      }
      .function {
        color: var(--accent);
      }
      .type {
        color: var(--token-signature);
      }
      .unreached span {
        color: var(--ink-2);
      }
      .head {
        display: flex;
        justify-content: space-between;
        gap: var(--space-3);
        margin-bottom: var(--space-2);
      }
      .note {
        margin-top: var(--space-3);
        padding: var(--space-2) var(--space-3);
        border-left: 3px solid var(--line);
        background: var(--sunk);
        font-size: var(--small);
      }
      .note.halted {
        border-color: var(--wait);
        background: var(--wait-soft);
      }
    `,
  ]

  @property({ attribute: false }) source: StepSource | undefined
  @property() file = ''
  /** Marks by region name. */
  @property({ attribute: false }) marks: Record<string, RegionMark> = {}
  /** What the marks say, in a sentence. */
  @property() note = ''
  @property({ attribute: false }) words!: Words

  @query('.code') private code!: HTMLElement | null

  /** Brings the marks into view, within the pane: the page stays where the reader has it. */
  override updated(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('marks')) return
    const line = ['shown', 'stopped', 'passed']
      .map((mark) => this.renderRoot.querySelector<HTMLElement>(`.${mark}`))
      .find((found) => found !== null)
    if (this.code && line) this.code.scrollTop = line.offsetTop - this.code.clientHeight / 3
  }

  override render() {
    const { source, words } = this
    if (!source) return nothing
    return html`
      <div class="head">
        <span class="small mono">${this.file}</span>
        <span class="small">${words.code.readOnly}</span>
      </div>
      <div class="code" role="region" tabindex="0" aria-label=${words.code.file(this.file)}>
        <ol>
          ${source.lines.map(
            (line, index) =>
              html`<li class=${ifDefined(this.markOf(index + 1))}>${line.map(
                ({ text, kind }) => html`<span class=${kind}>${text}</span>`,
              )}</li>`,
          )}
        </ol>
      </div>
      <p class="note ${Object.values(this.marks).includes('stopped') ? 'halted' : ''}" role="status">${this.note}</p>
    `
  }

  /** The mark of a line: the innermost region that has one. */
  private markOf(line: number): RegionMark | undefined {
    const inside = (this.source?.regions ?? [])
      .filter(({ name, first, last }) => this.marks[name] && first <= line && line <= last)
      .sort((a, b) => a.last - a.first - (b.last - b.first))
    return inside[0] && this.marks[inside[0].name]
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-code-pane': CodePane
  }
}
