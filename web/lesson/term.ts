/** A term where the prose introduces it: its words open a small popover that says what it means. */

import { consume } from '@lit/context'
import { css, html, LitElement } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Language } from '../../lessons/lesson.ts'
import { base } from '../kit/base.ts'
import { glossaryWords } from '../words/glossary.ts'
import {
  definitionOf,
  type GlossaryEntry,
  loadGlossary,
  nameOf,
  sourceOf,
} from './glossary-entries.ts'
import { type LessonContext, lessonContext } from './lesson-context.ts'
import { inline } from './prose-elements.ts'
import { tell } from '../kit/tell.ts'

/**
 * Plain text until its definition is loaded, and where there is none.
 * @fires show-glossary when the learner wants to see all terms
 */
@customElement('bp-term')
export class Term extends LitElement {
  static override styles = [
    base,
    inline,
    css`
      /* Of the same shape as the button that takes its place: no line is to break otherwise then. */
      .plain {
        display: inline-block;
        white-space: normal;
        padding: 0 1px;
        border-bottom: 1.5px solid transparent;
      }
      .term {
        border-bottom: 1.5px dotted var(--ink-2);
        color: inherit;
      }
      .term:hover {
        color: var(--accent);
      }
      [popover] {
        white-space: normal;
        width: min(340px, calc(100vw - 32px));
        max-height: calc(100dvh - 32px);
        padding: var(--space-4);
        border: 1px solid var(--edge);
        border-radius: var(--radius);
        background: var(--sheet);
        box-shadow: 0 6px 24px rgb(0 0 0 / 0.18);
        color: var(--ink);
        font: var(--text) / 1.6 var(--sans);
        text-align: start;
        overflow: auto;
      }
      [popover]:focus-visible {
        outline-offset: -2px;
      }
      /* Below the word where the browser can place it there, in the middle of the window where not. */
      @supports (position-area: block-end) {
        .term {
          anchor-name: --term;
        }
        [popover] {
          position-anchor: --term;
          position-area: block-end;
          position-try-fallbacks: flip-block;
          inset: auto;
          margin: var(--space-1) var(--space-4);
        }
      }
      dfn {
        font-style: normal;
        font-weight: 650;
      }
      .other {
        color: var(--ink-2);
      }
      .definition {
        margin-top: var(--space-1);
      }
      .way {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-4);
        align-items: center;
        margin-top: var(--space-2);
        font-size: var(--small);
      }
      .way > * {
        display: inline-flex;
        align-items: center;
        min-height: 36px;
        padding: 0;
        border: 0;
        background: none;
      }
      .way button {
        color: var(--accent);
      }
      .way button:last-child {
        margin-left: auto;
        color: var(--ink-2);
      }
      @media (max-width: 759px) {
        .way > * {
          min-height: 44px;
        }
      }
    `,
  ]

  @property() name = ''

  @consume({ context: lessonContext, subscribe: true })
  @state()
  private context: LessonContext | undefined

  @state() private entry: GlossaryEntry | undefined

  @query('.term') private button!: HTMLButtonElement | null
  @query('[role=dialog]') private popup!: HTMLElement

  private language: Language | undefined

  override willUpdate() {
    const language = this.context?.words.id
    if (!language || language === this.language) return
    this.language = language
    void this.load(language)
  }

  private async load(language: Language) {
    const entries = await loadGlossary(language).catch(() => [])
    if (language === this.language) this.entry = entries.find(({ id }) => id === this.name)
  }

  override render() {
    const { entry, language } = this
    if (!entry || !language) return html`<span class="plain"><slot></slot></span>`
    const words = glossaryWords[language]
    // No blank beside the button: it would stand in the sentence.
    return html`<button type="button" class="inline term"><slot></slot></button
      ><div
        .popover=${'auto'}
        .autofocus=${true}
        role="dialog"
        aria-labelledby="name"
        aria-describedby="definition"
        tabindex="-1"
        @beforetoggle=${this.onToggle}
      >
        <div id="name">${
          // English is what both languages read elsewhere; Korean is not.
          language === 'en' ? html`<dfn>${entry.name}</dfn>` : nameOf(entry)
        }</div>
        <div class="definition" id="definition">${definitionOf(entry)}</div>
        <div class="way">
          ${sourceOf(entry, language)}
          <button type="button" @click=${this.onAll}>${words.all}</button>
          <button type="button" @click=${this.onClose}>${words.close}</button>
        </div>
      </div>`
  }

  override updated() {
    if (this.button) this.button.popoverTargetElement = this.popup
  }

  /** Gives the focus back to the word: inside a shadow tree browsers do not do so by themselves. */
  private onToggle({ newState }: ToggleEvent) {
    if (newState === 'closed' && this.popup.matches(':focus-within')) this.button?.focus()
  }

  private onClose() {
    this.popup.hidePopover()
  }

  private onAll() {
    // Closed first, so that the focus is back on the word, where the glossary will return it.
    this.popup.hidePopover()
    tell(this, 'show-glossary')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-term': Term
  }
}
