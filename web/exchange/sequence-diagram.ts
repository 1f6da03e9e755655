/** A sequence diagram drawn from data, at one unit a pixel so that its text never shrinks. */

import { html, LitElement, nothing, svg } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { ifDefined } from 'lit/directives/if-defined.js'
import { base } from '../kit/base.ts'
import { tell } from '../kit/tell.ts'
import { sequenceDiagramStyles } from './sequence-diagram-styles.ts'

export interface Participant {
  id: string
  label: string
}

export interface Message {
  from: string
  to: string
  label: string
  tone?: 'accent' | 'pass' | 'stop'
  state: 'past' | 'now' | 'ahead'
  /** What the arrow opens, for its owner to know; an arrow without it opens nothing. */
  opens?: string
}

const HEAD = 34
const ROW = 42
const EDGE = 8
const LOOP = 34

/** How high a diagram of so many messages is, in pixels. */
export const heightOf = (messages: number): number => HEAD + messages * ROW + 14

/**
 * Shows who sends what to whom. Screen readers get the same as a list.
 *
 * @fires open-message with what an arrow opens as detail
 */
@customElement('bp-sequence-diagram')
export class SequenceDiagram extends LitElement {
  static override styles = [base, sequenceDiagramStyles]

  @property({ attribute: false }) participants: Participant[] = []
  @property({ attribute: false }) messages: Message[] = []
  /** What the diagram is called by a screen reader. */
  @property() label = ''
  /** Appended to the list entry of the message that is happening now. */
  @property() nowLabel = ''

  @state() private width = 480

  private readonly observer = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0)
    if (width > 0) this.width = width
  })

  override connectedCallback(): void {
    super.connectedCallback()
    this.observer.observe(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.observer.disconnect()
  }

  override render() {
    const height = heightOf(this.messages.length)
    return html`
      <svg
        viewBox="0 0 ${this.width} ${height}"
        width=${this.width}
        height=${height}
        aria-hidden=${ifDefined(this.opensAny ? undefined : ('true' as const))}
        role=${ifDefined(this.opensAny ? ('group' as const) : undefined)}
        aria-label=${ifDefined(this.opensAny ? this.label : undefined)}
      >
        ${this.participants.map((participant, index) => this.renderHead(participant, index, height))}
        ${this.messages.map((message, index) => this.renderMessage(message, index))}
      </svg>
      ${this.opensAny ? nothing : this.renderList()}
    `
  }

  /** Whether arrows are buttons: then they say themselves what the list would say. */
  private get opensAny(): boolean {
    return this.messages.some(({ opens }) => opens !== undefined)
  }

  private renderList() {
    return html`
      <ol class="visually-hidden" aria-label=${this.label || nothing}>
        ${this.messages.map(
          ({ from, to, label, state }) =>
            html`<li aria-current=${ifDefined(state === 'now' ? ('step' as const) : undefined)}>
              ${this.labelOf(from)} → ${this.labelOf(to)}: ${label}
              ${state === 'now' && this.nowLabel ? `(${this.nowLabel})` : nothing}
            </li>`,
        )}
      </ol>
    `
  }

  private labelOf(id: string): string {
    return this.participants.find((participant) => participant.id === id)?.label ?? id
  }

  /** The middle of a participant's line, in pixels. */
  private x(id: string): number {
    const index = this.participants.findIndex((participant) => participant.id === id)
    const lane = (this.width - 2 * EDGE) / Math.max(1, this.participants.length)
    return EDGE + lane * (index + 0.5)
  }

  private renderHead({ id, label }: Participant, _index: number, height: number) {
    const lane = (this.width - 2 * EDGE) / Math.max(1, this.participants.length)
    const width = Math.min(lane - 8, 150)
    const x = this.x(id)
    return svg`
      <line class="life" x1=${x} x2=${x} y1=${HEAD - 4} y2=${height - 2}></line>
      <rect class="head" x=${x - width / 2} y="1" width=${width} height="27" rx="5"></rect>
      <text class="head-text" x=${x} y="19">${fit(label, width - 8)}</text>`
  }

  private renderMessage(message: Message, index: number) {
    const { from, to, label, tone, state } = message
    const y = HEAD + index * ROW + 34
    const start = this.x(from)
    const end = this.x(to)
    const group = `${state} ${tone ?? ''}`
    if (from === to) {
      const isBeside = widthOf(label) <= this.width - start - LOOP - 2 * EDGE
      const path = `M${start} ${y - 18}h${LOOP - 8}v18h${-(LOOP - 16)}`
      return svg`<g class=${group}>
        <path class="arrow" d=${path}></path>
        <path class="tip" d=${tip(start + 1, y, -1)}></path>
        ${
          isBeside
            ? svg`<text class="text" x=${start + LOOP} y=${y - 5}>${label}</text>`
            : this.renderLabel(label, start, y - 22)
        }
      </g>`
    }
    const direction = end > start ? 1 : -1
    const drawn = svg`
      <line class="arrow" x1=${start} y1=${y} x2=${end - direction * 7} y2=${y}></line>
      <path class="tip" d=${tip(end, y, direction)}></path>
      ${this.renderLabel(label, (start + end) / 2, y - 9)}`
    if (message.opens === undefined) return svg`<g class=${group}>${drawn}</g>`
    return svg`<g
      class="${group} opens"
      role="button"
      tabindex="0"
      aria-label="${this.labelOf(from)} → ${this.labelOf(to)}: ${label}"
      @click=${() => this.open(message)}
      @keydown=${(event: KeyboardEvent) => this.onKeydown(event, message)}
    >
      <rect class="hit" x="2" y=${y - 28} width=${this.width - 4} height="38" rx="5"></rect>
      ${drawn}
    </g>`
  }

  /** A label over its arrow's middle, or as near to that as lets all of it stand in the diagram. */
  private renderLabel(label: string, middle: number, y: number) {
    const room = this.width - 2 * EDGE
    const half = Math.min(widthOf(label), room) / 2
    const x = Math.min(Math.max(middle, EDGE + half), this.width - EDGE - half)
    return svg`<text class="text" text-anchor="middle" x=${x} y=${y}>${fit(label, room)}</text>`
  }

  private onKeydown(event: KeyboardEvent, message: Message) {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    this.open(message)
  }

  private open({ opens }: Message) {
    tell(this, 'open-message', opens ?? '')
  }
}

function tip(x: number, y: number, direction: 1 | -1): string {
  return `M${x} ${y}l${-9 * direction} -5v10z`
}

/** About how wide a letter is at this size, in pixels. */
const letter = (character: string): number => (character > '\u1100' ? 13 : 7.2)

const widthOf = (text: string): number =>
  Array.from(text, letter).reduce((sum, width) => sum + width, 0)

/** Shortens a text to about `width` pixels. */
function fit(text: string, width: number): string {
  let used = 0
  let fitting = ''
  for (const character of text) {
    used += letter(character)
    if (used > width) return `${fitting.trimEnd()}…`
    fitting += character
  }
  return fitting
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-sequence-diagram': SequenceDiagram
  }
}
