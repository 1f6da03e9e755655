/** The page of tools: each section is an element of its own, beside this file. */

import { css, html, LitElement } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { CourseStop } from '../app/course-progress.ts'
import { base } from '../kit/base.ts'
import type { Playground } from '../state/playground.ts'
import type { Words } from '../words/en.ts'
import '../offline/offline-section.ts'
import './handout-list.ts'
import './reset-section.ts'
import './script-tool.ts'
import { toolsWords } from '../words/tools.ts'
import { sheetStyles } from '../kit/sheet-styles.ts'
import './hand-in-tool.ts'
import './progress-tool.ts'
import './present-tool.ts'

@customElement('bp-tools-page')
export class ToolsPage extends LitElement {
  static override styles = [
    base,
    sheetStyles,
    css`
      header {
        display: grid;
        gap: var(--space-3);
        margin-bottom: var(--space-5);
      }
      header ~ * {
        margin-top: var(--space-5);
      }
    `,
  ]

  @property({ attribute: false }) playground!: Playground
  @property({ attribute: false }) stops: CourseStop[] = []
  @property({ attribute: false }) words!: Words

  @query('h1') private heading!: HTMLElement

  /** Moves the focus to the page's title: what a screen reader reads next. */
  override focus(): void {
    this.heading.focus()
  }

  override render() {
    const own = toolsWords[this.words.id]
    return html`
      <header>
        <h1 tabindex="-1">${own.title}</h1>
        <p>${own.lead}</p>
      </header>
      <bp-progress-tool .playground=${this.playground} .words=${this.words}></bp-progress-tool>
      <bp-hand-in-tool .playground=${this.playground} .words=${this.words}></bp-hand-in-tool>
      <bp-offline-section .words=${this.words}></bp-offline-section>
      <bp-present-tool .words=${this.words}></bp-present-tool>
      <bp-script-tool .words=${this.words}></bp-script-tool>
      <bp-handout-list .stops=${this.stops} .words=${this.words}></bp-handout-list>
      <bp-reset-section
        .playground=${this.playground}
        .stops=${this.stops}
        .words=${this.words}
      ></bp-reset-section>
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-tools-page': ToolsPage
  }
}
