/** The head of the code pane: which file, in which language, and whether what is new is marked. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { ifDefined } from 'lit/directives/if-defined.js'
import { base } from '../../kit/base.ts'
import type { CodeLook } from '../../state/code-place.ts'
import type { CodeWords } from '../../words/code.ts'
import type { UsedBlock } from '../step-source.ts'

interface FileChoice {
  file: string
  label: string
}

/**
 * @fires file-change with the file as detail
 * @fires language-change with the language as detail
 * @fires added-change
 */
@customElement('bp-code-head')
export class CodeHead extends LitElement {
  static override styles = [
    base,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-3);
        margin-bottom: var(--space-2);
      }
      select {
        flex: 1 1 12rem;
        min-width: 0;
        max-width: 28rem;
        min-height: 36px;
        padding: 0 26px 0 var(--space-2);
        border: 1px solid var(--edge);
        border-radius: var(--radius-small);
        background-color: var(--sheet);
        font: var(--code) / 1.4 var(--mono);
        text-overflow: ellipsis;
      }
      .languages {
        display: flex;
      }
      .languages button {
        border-radius: 0;
        font-size: var(--small);
      }
      .languages button:first-child {
        border-radius: var(--radius-small) 0 0 var(--radius-small);
      }
      .languages button:last-child {
        border-left: 0;
        border-radius: 0 var(--radius-small) var(--radius-small) 0;
      }
      [aria-pressed='true'] {
        background: var(--accent-soft);
        color: var(--accent);
        font-weight: 600;
      }
      label {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-height: 36px;
        font-size: var(--small);
      }
      @media (max-width: 759px) {
        select,
        .languages button,
        label {
          min-height: 44px;
        }
      }
    `,
  ]

  /** The step that is asked, then those that it calls. */
  @property({ attribute: false }) steps: FileChoice[] = []
  @property({ attribute: false }) blocks: UsedBlock[] = []
  @property() selected = ''
  @property() language: CodeLook['language'] = 'typescript'
  /** Whether the file on screen is a step, which may have a twin. */
  @property({ type: Boolean }) step = false
  /** Whether new lines are marked, and what they are new to; undefined where none are known. */
  @property({ attribute: false }) added: { isShown: boolean; isChanged: boolean } | undefined
  @property({ attribute: false }) words!: CodeWords

  override render() {
    const { words, added } = this
    return html`<div class="head">
      ${this.renderFiles()} ${this.renderLanguages()}
      ${
        added
          ? html`<label
              ><input
                type="checkbox"
                .checked=${added.isShown}
                @change=${() => this.dispatchEvent(new CustomEvent('added-change'))}
              />
              ${added.isChanged ? words.changed : words.added}</label
            >`
          : nothing
      }
    </div>`
  }

  private renderFiles() {
    const { words, steps, blocks, selected } = this
    const named = blocks.filter(({ names }) => names.length > 0).map(choiceOf)
    const others = blocks.filter(({ names }) => names.length === 0).map(choiceOf)
    const isListed = [...steps, ...named, ...others].some(({ file }) => file === selected)
    return html`<select aria-label=${words.files} @change=${this.onFile}>
      ${this.renderGroup(words.steps, steps.slice(0, 1))}
      ${this.renderGroup(words.called, steps.slice(1))} ${this.renderGroup(words.blocks, named)}
      ${this.renderGroup(words.helpers, others)}
      ${isListed ? nothing : this.renderGroup(words.around, [choiceOf({ file: selected, names: [] })])}
    </select>`
  }

  private renderGroup(label: string, choices: FileChoice[]) {
    if (choices.length === 0) return nothing
    return html`<optgroup label=${label}>
      ${choices.map(
        ({ file, label: name }) =>
          html`<option value=${file} .selected=${live(file === this.selected)}>${name}</option>`,
      )}
    </optgroup>`
  }

  private renderLanguages() {
    const { words, step } = this
    return html`<div class="languages" role="group" aria-label=${words.language}>
      ${(['typescript', 'python'] as const).map((language) => {
        const isMissing = language === 'python' && !step
        return html`<button
          type="button"
          aria-pressed=${language === this.language}
          ?disabled=${isMissing}
          title=${ifDefined(isMissing ? words.noTwinOfBlock : undefined)}
          @click=${() => this.dispatchEvent(new CustomEvent('language-change', { detail: language }))}
        >
          ${language === 'python' ? 'FastAPI' : 'TypeScript'}
        </button>`
      })}
    </div>`
  }

  private onFile(event: Event) {
    const { value } = event.target as HTMLSelectElement
    this.dispatchEvent(new CustomEvent('file-change', { detail: value }))
  }
}

function choiceOf({ file, names }: UsedBlock): FileChoice {
  const name = file.split('/').at(-1)!
  return { file, label: names.length > 0 ? `${name} — ${names.join(', ')}` : name }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-code-head': CodeHead
  }
}
