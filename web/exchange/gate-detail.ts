/** An opened gate: what it asked, what it found, where that stands in the source, and what the standards say. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '../kit/base.ts'
import '../kit/secret.ts'
import { hideSecrets } from '../kit/secrets.ts'
import type { Words } from '../words/en.ts'
import { gatesWords } from '../words/gates.ts'
import { sentenceOf, wordOf } from '../words/word-of.ts'
import { gateName, type GateView, OWN_GATE, SIGNS } from './gates.ts'
import { sectionName, sectionsFor, sectionUrl } from './standards.ts'
import { tell } from '../kit/tell.ts'
import { utcTime } from '../kit/utc-time.ts'

/**
 * @fires show-region with the region's name as detail
 * @fires show-decision with what decided: its place in the server's blocks is wanted
 */
@customElement('bp-gate-detail')
export class GateDetail extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        padding: var(--space-3) var(--space-4) var(--space-4);
        border-top: 2px solid var(--accent);
        background: var(--sheet);
        font-size: var(--small);
        line-height: 1.55;
      }
      :host([brief]) {
        padding: var(--space-2) 0 0;
        border-top: 0;
        background: none;
      }
      button.link {
        min-height: 0;
        padding: 0;
        border: 0;
        background: none;
        color: var(--accent);
        text-decoration: underline 1px;
        text-underline-offset: 0.2em;
      }
      a {
        white-space: nowrap;
      }
      h3 {
        margin-bottom: var(--space-2);
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: var(--space-2) var(--space-4);
      }
      dt {
        color: var(--ink-2);
      }
      li,
      ul {
        list-style: none;
      }
      .passed {
        color: var(--pass);
      }
      .stopped {
        color: var(--stop);
      }
      .mono {
        overflow-wrap: anywhere;
      }
      button {
        min-height: 32px;
      }
      @media (max-width: 759px) {
        button {
          min-height: 44px;
        }
        dl {
          grid-template-columns: minmax(0, 1fr);
          gap: 0;
        }
        dd {
          margin-bottom: var(--space-2);
        }
      }
    `,
  ]

  @property({ attribute: false }) gate!: GateView
  /** Whether it says no more than the reason, where that stands and the first standard that says so. */
  @property({ type: Boolean, reflect: true }) brief = false
  @property({ attribute: false }) words!: Words

  override render() {
    return this.brief ? this.renderBrief() : this.renderAll()
  }

  private renderBrief() {
    const { gate, words, own } = this
    const { id, state, region } = gate
    return html`<p>
      <b class=${state}>${gateName(id, words)}</b> — ${this.findings.join(' ')}
      ${
        region
          ? html`<button type="button" class="inline link" @click=${this.onShow}>${own.show(region)}</button>`
          : nothing
      }
      ${sectionsFor(gate)
        .slice(0, 1)
        .map(
          (section) =>
            html` <a href=${sectionUrl(section)} target="_blank" rel="noreferrer"
            >${sectionName(section)}</a
          >`,
        )}
    </p>`
  }

  private renderAll() {
    const { gate, words, own } = this
    const { id, state, region } = gate
    const question = wordOf(own.questions, id)
    const facts = this.facts
    const sections = sectionsFor(gate)
    const states = { ...words.gate, 'not-reached': words.gate.notReached }
    return html`<section aria-labelledby="title">
      <h3 id="title">
        <span class=${state}
          ><span aria-hidden="true">${SIGNS[state]}</span> ${gateName(id, words)} · ${states[state]}</span
        >
      </h3>
      <dl>
        ${question ? html`<dt>${own.asked}</dt><dd>${question}</dd>` : nothing}
        <dt>${own.found}</dt>
        <dd>${this.findings.map((text) => html`<p>${text}</p>`)}</dd>
        ${
          facts.length > 0
            ? html`<dt>${own.facts}</dt>
                <dd>
                  <ul>
                    ${facts.map(
                      ([name, value]) =>
                        html`<li>${wordOf(own.names, name) ?? name}: <bp-secret class="mono" .text=${value} .hide=${hideSecrets}></bp-secret></li>`,
                    )}
                  </ul>
                </dd>`
            : nothing
        }
        ${
          region
            ? html`<dt>${own.source}</dt>
                <dd><button type="button" @click=${this.onShow}>${own.show(region)}</button></dd>`
            : nothing
        }
        ${this.renderDecider()}
        ${
          sections.length > 0
            ? html`<dt>${own.standard}</dt>
                <dd>
                  <ul>
                    ${sections.map(
                      (section) =>
                        html`<li>
                          <a href=${sectionUrl(section)} target="_blank" rel="noreferrer"
                            >${sectionName(section)}</a
                          >
                          ${own.says[section]}
                        </li>`,
                    )}
                  </ul>
                </dd>`
            : nothing
        }
      </dl>
    </section>`
  }

  private get own() {
    return gatesWords[this.words.id]
  }

  /** The reason, and the private ones behind it: a handler that refuses has its own. */
  private get findings(): string[] {
    const { id, code, facts = {}, because, refusal } = this.gate
    if (code === undefined) return [this.own.notReached]
    // The longer sentences answer the question of a gate of ours: they are for what has no short one.
    if (id === OWN_GATE && because !== code) return [because]
    const behind = (refusal?.because ?? []).filter((reason) => reason !== code)
    return [
      sentenceOf(this.own.because, code, facts) ?? because,
      ...behind.flatMap((reason) => sentenceOf(this.own.because, reason) ?? []),
    ]
  }

  private get facts(): [name: string, value: string][] {
    const { facts = {}, refusal, code } = this.gate
    const errors = (refusal?.because ?? []).filter(
      (reason) => reason !== code && !Object.hasOwn(this.own.because, reason),
    )
    return [
      ...Object.entries(facts).map(([name, value]): [string, string] => [
        name,
        name === 'exp' ? this.date(Number(value)) : String(value),
      ]),
      ...errors.map((error): [string, string] => ['error', error]),
    ]
  }

  /** A NumericDate (RFC 7519 section 2), and the date it is if there is one. */
  private date(seconds: number): string {
    const date = new Date(seconds * 1000)
    if (Number.isNaN(date.getTime())) return String(seconds)
    return `${seconds} (${this.own.utc(utcTime(date))})`
  }

  /** Where it was decided: in a block behind the step, or around it. */
  private renderDecider() {
    const { by, code, id } = this.gate
    if (by === undefined || code === undefined) return nothing
    const decision = { by, gate: id, because: code }
    return html`<dt>${this.own.decider}</dt>
      <dd>
        <button type="button" @click=${() => tell(this, 'show-decision', decision)}>
          ${this.own.showDecider}
        </button>
      </dd>`
  }

  private onShow() {
    const detail = this.gate.region
    tell(this, 'show-region', detail)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-gate-detail': GateDetail
  }
}
