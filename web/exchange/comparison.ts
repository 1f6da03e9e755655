/** Two exchanges side by side: what differs is marked, what does not is folded away. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Exchange } from '../../lessons/exchange/exchange.ts'
import { base } from '../kit/base.ts'
import { foldStyles } from '../kit/fold.ts'
import { Masking } from '../kit/masking.ts'
import { hideSecrets } from '../kit/secrets.ts'
import { comparisonWords } from '../words/comparison.ts'
import type { Words } from '../words/en.ts'
import { compare, hideInRow, type Part } from './compare.ts'
import { hideInTrace } from './gates-of.ts'
import { changedPart, isSame, type Row } from './diff.ts'
import { reasonPhrase } from './reason-phrases.ts'

/** Equal lines between others stay in sight up to that many: they say where one is. */
const CONTEXT = 2

/** Parts made of sentences: of two of those, no letters are compared. */
const SENTENCES: readonly Part['id'][] = ['circumstances', 'decisions', 'hop', 'status']

const SIDES = ['left', 'right'] as const

@customElement('bp-comparison')
export class Comparison extends LitElement {
  static override styles = [
    base,
    foldStyles,
    css`
      :host {
        container-type: inline-size;
      }
      section {
        padding: var(--space-3) 0;
        border-top: 1px solid var(--line);
      }
      .small {
        margin-bottom: var(--space-2);
      }
      .equal {
        padding: var(--space-2) 0;
      }
      h3 {
        margin-bottom: var(--space-1);
        font-size: var(--small);
        color: var(--ink-2);
      }
      .equal h3 {
        margin: 0;
      }
      ul {
        list-style: none;
      }
      li {
        margin-bottom: var(--space-2);
      }
      .lines > li {
        margin: 0;
      }
      .name {
        display: block;
        color: var(--ink-2);
        font: var(--code) / 1.5 var(--mono);
      }
      .said {
        font: var(--small) / 1.5 var(--sans);
      }
      .sides {
        display: grid;
        gap: var(--space-1) var(--space-3);
      }
      .side {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 0 var(--space-2);
        padding: 1px var(--space-2);
        border-left: 3px solid var(--line);
        font: var(--code) / 1.6 var(--mono);
        font-variant-ligatures: none;
        overflow-wrap: anywhere;
        word-break: normal;
        white-space: pre-wrap;
      }
      /* Red and green would speak of refusals; here, neither side is the wrong one. */
      .differs .left {
        border-color: var(--edge);
        background: var(--sunk);
      }
      .differs .right {
        border-color: var(--accent);
        background: var(--accent-soft);
      }
      .sign {
        min-width: 1.2em;
        font-weight: 650;
        user-select: none;
      }
      .left .sign {
        color: var(--ink-2);
      }
      .right .sign {
        color: var(--accent);
      }
      del,
      ins {
        text-decoration: none;
      }
      /* A part of a line. */
      .part {
        font-weight: 650;
        text-decoration: underline;
        text-decoration-thickness: 2px;
        text-underline-offset: 0.25em;
      }
      .heads {
        margin-bottom: var(--space-3);
      }
      .heads .side {
        border: 0;
        padding-left: 0;
        font-weight: 650;
      }
      .differs .none {
        border-left-style: dashed;
        border-color: var(--edge);
        background: none;
        color: var(--ink-2);
        font-family: var(--sans);
      }
      .equal summary h3 {
        display: inline;
      }
      /* Side by side, the column says whose it is. */
      @container (min-width: 600px) {
        .sides {
          grid-template-columns: 1fr 1fr;
        }
        .same .side {
          grid-column: 1 / -1;
        }
      }
    `,
  ]

  /** The earlier one and the later one. */
  @property({ attribute: false }) pair!: readonly [left: Exchange, right: Exchange]
  @property({ attribute: false }) words!: Words

  private readonly masking = new Masking(this)

  override render() {
    const { own } = this
    const hide = (one: Exchange) => ({ ...one, trace: hideInTrace(one.trace) })
    const [left, right] = this.masking.isOn ? this.pair.map(hide) : this.pair
    const parts = compare(left, right, this.words)
    const differences = parts.flatMap(({ rows }) => rows).filter((row) => !isSame(row)).length
    return html`
      <div class="sides heads">
        ${this.pair.map(
          (exchange, at) =>
            html`<p class="side ${SIDES[at]!}">
              <span class="sign">${exchange.id}</span><span>${this.masking.shown(headOf(exchange), hideSecrets)}</span>
            </p>`,
        )}
      </div>
      <p class="small">${differences === 0 ? own.allSame : own.summary(differences)}</p>
      ${parts.map((part) => this.renderPart(part))}
    `
  }

  private renderPart({ id, rows }: Part) {
    const { own } = this
    const title = own.sections[id]
    if (rows.every(isSame)) {
      return html`<section class="equal">
        <details>
          <summary><h3>${title}</h3> · ${own.same(rows.length)}</summary>
          ${this.renderRows(rows, id)}
        </details>
      </section>`
    }
    const isLines = id === 'requestBody' || id === 'responseBody'
    return html`<section>
      <h3>${title}</h3>
      ${isLines ? runs(rows).map((run) => this.renderRun(run, id)) : this.renderNamed(rows, id)}
    </section>`
  }

  /** Lines with names need no neighbours to be understood: the equal ones stand together at the end. */
  private renderNamed(rows: Row[], id: Part['id']) {
    const same = rows.filter(isSame)
    return html`${this.renderRows(
      rows.filter((row) => !isSame(row)),
      id,
    )}
    ${same.length > 0 ? this.renderFolded(same, id) : nothing}`
  }

  private renderRun(run: Row[], id: Part['id']) {
    const isFolded = isSame(run[0]!) && run.length > CONTEXT
    return isFolded ? this.renderFolded(run, id) : this.renderRows(run, id)
  }

  private renderFolded(rows: Row[], id: Part['id']) {
    return html`<details>
      <summary>${this.own.same(rows.length)}</summary>
      ${this.renderRows(rows, id)}
    </details>`
  }

  private renderRows(rows: Row[], id: Part['id']) {
    const named = rows.some(({ name }) => name !== '')
    return html`<ul class=${named ? '' : 'lines'}>
      ${rows.map(
        (row) =>
          html`<li class=${isSame(row) ? 'same' : 'differs'}>
            ${
              row.name
                ? html`<span class="name ${SENTENCES.includes(id) ? 'said' : ''}">${row.name}</span>`
                : nothing
            }
            <div class="sides">
              ${
                isSame(row)
                  ? html`<div class="side"><span></span><span>${this.shown(row.left, row.name, id)}</span></div>`
                  : this.renderSides(row, id)
              }
            </div>
          </li>`,
      )}
    </ul>`
  }

  private shown(text: string | undefined, name: string, id: Part['id']): string | undefined {
    return text && this.masking.shown(text, (line) => hideInRow(line, name, id))
  }

  private renderSides(row: Row, id: Part['id']) {
    const left = this.shown(row.left, row.name, id)
    const right = this.shown(row.right, row.name, id)
    const inPart = left !== undefined && right !== undefined && !SENTENCES.includes(id)
    const { before, after, ...changed } = inPart
      ? changedPart(left, right)
      : { before: '', after: '', left, right }
    const mark = inPart ? 'part' : ''
    const deleted = changed.left && html`<del class=${mark}>${changed.left}</del>`
    const inserted = changed.right && html`<ins class=${mark}>${changed.right}</ins>`
    return html`${this.renderSide('left', left, html`${before}${deleted}${after}`, id)}${this.renderSide('right', right, html`${before}${inserted}${after}`, id)}`
  }

  private renderSide(
    side: 'left' | 'right',
    text: string | undefined,
    marked: unknown,
    id: Part['id'],
  ) {
    const { own, words } = this
    const exchange = this.pair[side === 'left' ? 0 : 1].id
    const none = id === 'decisions' ? words.gate.notReached : own.none
    return html`<div class="side ${side} ${text === undefined ? 'none' : ''}">
      <span class="sign"
        ><span aria-hidden="true">${exchange}</span
        ><span class="visually-hidden">${own.exchange(exchange)}</span></span
      ><span>${text === undefined ? none : marked}</span>
    </div>`
  }

  private get own() {
    return comparisonWords[this.words.id]
  }
}

/** An exchange in one line. */
function headOf({ request, response, server }: Exchange): string {
  return `${request.method} …/${server}${request.path} → ${response.status} ${reasonPhrase(response.status)}`
}

/** Neighbours that are equal, and neighbours that are not, in turn. */
function runs(rows: readonly Row[]): Row[][] {
  const found: Row[][] = []
  for (const row of rows) {
    const run = found.at(-1)
    if (run && isSame(run[0]!) === isSame(row)) run.push(row)
    else found.push([row])
  }
  return found
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-comparison': Comparison
  }
}
