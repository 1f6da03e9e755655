/** A region of a server's source in large letters, with what the request ran of it. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { classMap } from 'lit/directives/class-map.js'
import { base } from '../kit/base.ts'
import { Masking } from '../kit/masking.ts'
import { lineMarks, type Mark } from '../panels/code/marks.ts'
import { syntaxColours } from '../panels/code/syntax-colours.ts'
import type { SourceToken, StepSource } from '../panels/step-source.ts'

/** A text that is long and no sentence is a key, or a password's hash. */
const KEY = /^(['"`])[\w$+./=-]{32,}\1$/

@customElement('bp-room-source')
export class RoomSource extends LitElement {
  static override styles = [
    base,
    syntaxColours,
    css`
      .file {
        margin-bottom: 0.4em;
        color: var(--ink-2);
        font: 600 var(--small) / 1.4 var(--mono);
      }
      ol {
        padding: 0.6em 0;
        border: 1px solid var(--edge);
        border-radius: var(--radius);
        background: var(--sheet);
        font: 500 calc(var(--code) * 0.82) / 1.5 var(--mono);
        font-variant-ligatures: none;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 2.4em 1.2em minmax(0, 1fr);
        border-left: 4px solid transparent;
        padding-right: 0.6em;
      }
      .line {
        color: var(--ink-2);
        text-align: right;
        user-select: none;
      }
      .sign {
        font-weight: 700;
        text-align: center;
      }
      .text {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        min-height: 1.5em;
      }
      .ran {
        border-color: var(--pass);
        background: var(--pass-soft);
      }
      .ran .sign {
        color: var(--pass);
      }
      .refused {
        border-color: var(--stop);
        background: var(--stop-soft);
      }
      .refused .sign {
        color: var(--stop);
      }
    `,
  ]

  @property() file = ''
  @property({ attribute: false }) source: StepSource | undefined
  @property() region = ''
  /** What ran, in places of the whole source. */
  @property({ attribute: false }) marks: readonly Mark[] = []

  private readonly masking = new Masking(this)

  override render() {
    const { source } = this
    const region = source?.regions.find(({ name }) => name === this.region)
    if (!source || !region) return nothing
    const meant = lineMarks(source.text, this.marks)
    const lines = source.lines.slice(region.first - 1, region.last)
    return html`
      <p class="file" translate="no">${this.file} · ${this.region}</p>
      <ol translate="no" aria-label="${this.file} · ${this.region}">
        ${lines.map((line, place) => {
          const number = region.first + place
          const run = meant[number - 1]?.run
          const ran = run === 'ran'
          const refused = run === 'refused'
          return html`<li class=${classMap({ ran, refused })}>
            <span class="line" aria-hidden="true">${number}</span>
            <span class="sign" aria-hidden="true">${ran ? '✓' : refused ? '✕' : ''}</span>
            <span class="text">${line.map((token) => this.renderToken(token))}</span>
          </li>`
        })}
      </ol>
    `
  }

  private renderToken({ text, kind }: SourceToken) {
    const hide = (whole: string) => (KEY.test(whole) ? `${whole[0]}••••••••${whole.at(-1)}` : whole)
    return html`<span class=${kind}>${this.masking.shown(text, hide)}</span>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-room-source': RoomSource
  }
}
