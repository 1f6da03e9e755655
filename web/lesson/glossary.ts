/** All terms of the lessons in a dialog, in alphabetical order, with a field that filters them. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { course } from '../../lessons/index.ts'
import { base } from '../kit/base.ts'
import { dialogStyles } from '../kit/dialog-styles.ts'
import { routeHash } from '../state/route.ts'
import type { Words } from '../words/en.ts'
import { glossaryWords } from '../words/glossary.ts'
import {
  definitionOf,
  type GlossaryEntry,
  loadGlossary,
  nameOf,
  search,
  sourceOf,
} from './glossary-entries.ts'
import { titleOf } from './load-lesson.ts'

@customElement('bp-glossary')
export class Glossary extends LitElement {
  static override styles = [
    base,
    dialogStyles,
    css`
      dialog {
        width: min(640px, calc(100vw - 32px));
        height: min(760px, calc(100dvh - 32px));
        max-height: none;
        padding: 0;
        font: var(--text) / 1.6 var(--sans);
      }
      .head {
        position: sticky;
        top: 0;
        display: grid;
        grid-template-columns: 1fr auto;
        gap: var(--space-2) var(--space-3);
        align-items: center;
        padding: var(--space-4) var(--space-5) var(--space-3);
        border-bottom: 1px solid var(--line);
        background: var(--sheet);
      }
      h2 {
        font-size: 1.125rem;
      }
      h2:focus-visible {
        outline: none;
      }
      .search {
        display: grid;
        grid-column: 1 / 3;
        gap: var(--space-1);
      }
      input {
        width: 100%;
        min-height: 40px;
        padding: 0 var(--space-3);
        border: 1px solid var(--edge);
        border-radius: var(--radius-small);
        background: var(--paper);
      }
      dl,
      [role='status'] {
        margin: 0 var(--space-5);
      }
      [role='status'] {
        padding-top: var(--space-3);
      }
      dl > div {
        padding: var(--space-3) 0;
      }
      dl > div + div {
        border-top: 1px solid var(--line);
      }
      dfn {
        font-style: normal;
        font-weight: 650;
      }
      .other {
        margin-left: var(--space-1);
        color: var(--ink-2);
      }
      .from {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-4);
        margin-top: var(--space-1);
        font-size: var(--small);
      }
      @media (max-width: 759px) {
        .head {
          padding: var(--space-3) var(--space-4);
        }
        dl,
        [role='status'] {
          margin: 0 var(--space-4);
        }
        input,
        .head button {
          min-height: 44px;
        }
        .from a {
          padding: var(--space-2) 0;
        }
      }
      /* Where there is no room to spare, the head scrolls away with the rest. */
      @media (max-height: 480px) {
        .head {
          position: static;
        }
      }
    `,
  ]

  @property({ attribute: false }) words!: Words

  @state() private entries: GlossaryEntry[] = []
  @state() private failed = false
  @state() private wanted = ''

  @query('dialog') private dialog!: HTMLDialogElement

  /** Opens the dialog; Escape closes it and gives the focus back. */
  async open(): Promise<void> {
    this.wanted = ''
    try {
      this.entries = await loadGlossary(this.words.id)
      this.failed = false
    } catch {
      this.failed = true
    }
    await this.updateComplete
    if (this.dialog.open) return
    this.dialog.showModal()
    this.dialog.scrollTop = 0
  }

  override render() {
    const words = glossaryWords[this.words.id]
    const found = search(this.entries, this.wanted)
    return html`<dialog aria-labelledby="title" @keydown=${this.onKeydown}>
      <div class="head">
        <h2 id="title" tabindex="-1" .autofocus=${true}>${words.title}</h2>
        <form method="dialog"><button>${words.close}</button></form>
        <label class="search">
          <span class="label">${words.search}</span>
          <input
            type="search"
            autocomplete="off"
            spellcheck="false"
            .value=${this.wanted}
            @input=${this.onInput}
          />
        </label>
      </div>
      <p class="small" role="status">
        ${this.failed ? words.failed : found.length > 0 ? words.found(found.length) : words.none}
      </p>
      <dl>
        ${found.map((entry) => this.renderEntry(entry))}
      </dl>
    </dialog>`
  }

  private renderEntry(entry: GlossaryEntry) {
    const language = this.words.id
    const at = course.findIndex(({ slug }) => slug === entry.lesson)
    const lesson = course[at]
    return html`<div data-term=${entry.id}>
      <dt>${nameOf(entry)}</dt>
      <dd>
        ${definitionOf(entry)}
        <div class="from">
          ${sourceOf(entry, language)}
          ${
            lesson
              ? html`<a
                  href=${routeHash({ language, lesson: lesson.slug })}
                  @click=${() => this.dialog.close()}
                  >${glossaryWords[language].introduced(at + 1, titleOf(lesson.folder, language))}</a
                >`
              : nothing
          }
        </div>
      </dd>
    </div>`
  }

  private onInput(event: InputEvent) {
    this.wanted = (event.target as HTMLInputElement).value
  }

  /** The page's own keys mean nothing while the glossary is open. */
  private onKeydown(event: KeyboardEvent) {
    event.stopPropagation()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-glossary': Glossary
  }
}
